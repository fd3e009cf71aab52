/** The place asked about, in words: its positions in the system the reader chose, its length or its area. */
import type { Geometry } from '@tilth/domain/report/entry';
import { useMemo, useSyncExternalStore } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { onSystem, systemChosen, writePosition } from '../../map/coordinate-system.ts';
import { askedPlace } from './asked-place.ts';

export function Asked({ place }: { place: Geometry }) {
  const { say, unit, exactArea } = useLanguage();
  const system = useSyncExternalStore(onSystem, systemChosen);
  const { listed, left_out, length_m, area_m2 } = useMemo(() => askedPlace(place), [place]);
  return (
    <div className="letter-asked">
      {length_m !== null && (
        <p>
          {say('web.place.asked-length', {
            length: length_m >= 10_000 ? unit(length_m / 1000, 'km') : unit(Math.round(length_m), 'm'),
          })}
        </p>
      )}
      {area_m2 !== null && <p>{say('web.place.asked-area', { area: exactArea(area_m2) })}</p>}
      <p>{say('web.place.asked-positions', { system: say(`web.coords.${system}`) })}</p>
      <ol>
        {listed.map(({ number: n, at }) => (
          <li key={n} value={n}>
            <bdi dir="ltr">{writePosition(at, system) ?? writePosition(at, 'decimal')}</bdi>
          </li>
        ))}
      </ol>
      {left_out > 0 && <p className="soft">{say('web.place.asked-left-out', { n: left_out })}</p>}
    </div>
  );
}
