/** Where the pointer, or else the middle of the map, lies, in the system this reader chose. Drawn by itself as it moves. */
import { SYSTEMS } from '@tilth/domain/geometry/coordinates';
import type { Position } from '@tilth/domain/report/entry';
import { useSyncExternalStore } from 'react';
import { useLanguage } from '../language/language.tsx';
import { Choice } from '../ui/choice.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { chooseSystem, onSystem, systemChosen, writePosition } from './coordinate-system.ts';
import { onPointer, pointerNow } from './pointer.ts';

export function ReadOut({ centre }: { centre: Position }) {
  const { say } = useLanguage();
  const pointer = useSyncExternalStore(onPointer, pointerNow);
  const system = useSyncExternalStore(onSystem, systemChosen);
  const text = writePosition(pointer ?? centre, system);
  return (
    <div className="read-out">
      <Choice
        label={say('web.coords')}
        value={system}
        options={SYSTEMS.map((id) => ({
          id,
          label: say(`web.coords.${id}`),
          note: writePosition(centre, id) ?? '–',
        }))}
        onChange={(id) => chooseSystem(SYSTEMS.find((s) => s === id) ?? 'decimal')}
      />
      <output>
        <bdi dir="ltr">{text ?? say('web.coords.none')}</bdi>{' '}
        <span className="soft">{say(pointer ? 'web.map.pointer' : 'web.map.centre')}</span>
      </output>
      {text !== null && <CopyButton text={text} label={say('web.coords.copy')} />}
    </div>
  );
}
