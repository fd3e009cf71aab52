/** How large the shape is, what is doubtful about it, and which areas on record it shares land with; as one draws or types. */
import { areaOf } from '@tilth/domain/geometry/area';
import { lengthOf } from '@tilth/domain/geometry/length';
import type { Problem } from '@tilth/domain/problem';
import type { Geometry } from '@tilth/domain/report/entry';
import { useEffect, useState } from 'react';
import type { Row } from '../../ask/answers.ts';
import { askNear } from '../../ask/near.ts';
import { useLanguage } from '../../language/language.tsx';
import { titleOfRow } from '../../record/title.ts';
import { useHere } from '../frame/here.tsx';

interface Shared {
  readonly row: Row;
  readonly m2: number;
}

interface Found {
  readonly problems: readonly Problem[];
  /** null: nobody answered */
  readonly shared: readonly Shared[] | null;
}

/** Milliseconds of rest before the shape is checked. */
const REST = 500;
const MOST = 6;

export function ShapeFindings({ geometry, item }: { geometry: Geometry; item: string }) {
  const language = useLanguage();
  const { say, sayIf, exactArea, unit } = language;
  const { programme, kinds, lists } = useHere();
  const [found, setFound] = useState<Found>({ problems: [], shared: [] });
  const text = JSON.stringify(geometry);
  useEffect(() => {
    let wanted = true;
    const shape: Geometry = JSON.parse(text);
    const look = async () => {
      const { findingsOf, sharedWith } = await import('../../report/shape-check.ts');
      const problems = await findingsOf(shape);
      if (wanted) setFound((f) => ({ ...f, problems }));
      if (areaOf(shape) === null) return;
      const near = await askNear({
        programme: programme.id,
        geometry: shape,
        metres: 0,
        at: null,
        known: null,
      }).catch(() => null);
      const rows = (near?.kinds ?? [])
        .filter((k) => k.kind === 'hazardous-area' || k.kind === 'released-land')
        .flatMap((k) => k.found.map((f) => f.row))
        .flatMap((row) => (row.geometry && row.id !== item ? [{ row, geometry: row.geometry }] : []));
      const shared = near && (await sharedWith(shape, rows)).map(({ other, m2 }) => ({ row: other.row, m2 }));
      if (wanted) setFound({ problems, shared });
    };
    const rest = setTimeout(() => {
      // a shape that can't be checked here is checked on the server
      look().catch(() => wanted && setFound({ problems: [], shared: null }));
    }, REST);
    return () => {
      wanted = false;
      clearTimeout(rest);
    };
  }, [text, item, programme.id]);

  const area = areaOf(geometry);
  const length = lengthOf(geometry);
  const { problems, shared } = found;
  return (
    <div className="findings">
      {area !== null ? (
        <p className="read-as">
          {say('web.form.area', {
            area: exactArea(area),
            hectares: area / 10_000,
            around: unit(Math.round(length), 'm'),
          })}
        </p>
      ) : (
        length > 0 && (
          <p className="read-as">{say('web.form.length', { length: unit(Math.round(length), 'm') })}</p>
        )
      )}
      <ul className="odd" aria-live="polite">
        {problems.slice(0, MOST).map((p) => (
          <li key={JSON.stringify(p)}>{sayIf(`problem.${p.code}`, rounded(p.facts)) ?? p.code}</li>
        ))}
        {shared?.slice(0, MOST).map(({ row, m2 }) => (
          <li key={row.id}>
            {say('web.form.shares', {
              area: exactArea(m2),
              kind: kinds.get(row.kind)?.label ?? row.kind,
              title: titleOfRow(row, kinds.get(row.kind), { language, lists }),
            })}
          </li>
        ))}
        {problems.length > MOST && <li>{say('web.form.odd-more', { n: problems.length - MOST })}</li>}
      </ul>
      {shared === null && area !== null && <p className="soft hint">{say('web.form.shares-unknown')}</p>}
    </div>
  );
}

/** Positions to some 10 cm: nobody reads more digits. */
function rounded(facts: Problem['facts']): Problem['facts'] {
  const entries = Object.entries(facts).map(([name, fact]) => {
    const degrees = (name === 'longitude' || name === 'latitude') && typeof fact === 'number';
    return [name, degrees ? Number(fact.toFixed(6)) : fact] as const;
  });
  return Object.fromEntries(entries);
}
