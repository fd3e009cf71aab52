/** One position in every system, each to be copied: what the other mouse button, a long press or the key C asks for. */
import { SYSTEMS } from '@tilth/domain/geometry/coordinates';
import type { Position } from '@tilth/domain/report/entry';
import { useEffect, useRef } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { writePosition } from './coordinate-system.ts';

interface Props {
  readonly at: Position;
  readonly x: number;
  readonly y: number;
  readonly close: () => void;
}

export function PlaceCard({ at, x, y, close }: Props) {
  const { say } = useLanguage();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => card.current?.querySelector('button')?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from any of its buttons
    <div
      className="pick-list place-card popover"
      ref={card}
      style={{ left: `clamp(0px, ${x}px, 100% - 20rem)`, top: `clamp(0px, ${y}px, 100% - 15rem)` }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className="pick-head">
        <h3>{say('web.coords.here')}</h3>
        <Button tone="plain" icon="close" label={say('web.close')} onPress={close} />
      </div>
      <dl>
        {SYSTEMS.map((system) => {
          const text = writePosition(at, system);
          if (text === null) return null;
          return (
            <div key={system}>
              <dt>{say(`web.coords.${system}`)}</dt>
              <dd>
                <bdi dir="ltr">{text}</bdi>
                <CopyButton
                  text={text}
                  label={say('web.coords.copy-as', { system: say(`web.coords.${system}`) })}
                />
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
