/** What lies under the resting pointer, or at the middle once the map was moved by keys: kinds and how many, said aloud too. */
import { useLanguage } from '../language/language.tsx';
import { useHere } from '../screens/frame/here.tsx';
import type { Picked } from './draw-map.ts';

export interface Rested {
  readonly found: readonly Picked[];
  readonly x: number;
  readonly y: number;
}

export function HoverTip({ rested }: { rested: Rested | null }) {
  const { say, list } = useLanguage();
  const { kinds } = useHere();
  const found = rested?.found ?? [];
  const names = [...new Set(found.map(({ kind }) => kinds.get(kind)?.label ?? kind))];
  const text =
    found.length === 0
      ? ''
      : found.length === 1
        ? list(names)
        : say('web.map.under', { n: found.length, kinds: list(names) });
  return (
    <div
      className="map-tip"
      role="status"
      hidden={text === ''}
      {...(rested && { style: { left: `min(${rested.x + 14}px, 100% - 14rem)`, top: rested.y + 14 } })}
    >
      {text}
    </div>
  );
}
