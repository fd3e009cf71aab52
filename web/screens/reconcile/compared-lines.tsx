/** Lines of a comparison: ours, theirs, and property by property what the two say. */

import type { Difference } from '@tilth/domain/reconcile/compare';
import type { Value } from '@tilth/domain/report/entry';
import { Checkbox } from 'react-aria-components/Checkbox';
import type { OpenKind } from '../../ask/answers.ts';
import type { Line } from '../../ask/reconcile.ts';
import { useLanguage } from '../../language/language.tsx';
import { showValue } from '../../record/show-value.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useHere } from '../frame/here.tsx';

interface Props {
  readonly kind: OpenKind;
  readonly lines: readonly Line[];
  readonly chosen: ReadonlySet<number>;
  /** missing: nothing can be chosen here */
  readonly onChoose?: (chosen: ReadonlySet<number>) => void;
  readonly onLook?: (n: number) => void;
}

export function ComparedLines({ kind, lines, chosen, onChoose, onLook }: Props) {
  const { say, number } = useLanguage();
  if (lines.length === 0) return <p>{say('web.reconcile.none')}</p>;
  const turn = (n: number, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(n);
    else next.delete(n);
    onChoose?.(next);
  };
  const all = lines.every((l) => chosen.has(l.n));
  return (
    <div className="table-box">
      <table className="import-table">
        <thead>
          <tr>
            {onChoose && (
              <th scope="col">
                <Checkbox
                  className="check"
                  aria-label={say('web.reconcile.choose-all')}
                  isSelected={all}
                  onChange={(on) => {
                    const next = new Set(chosen);
                    for (const { n } of lines) {
                      if (on) next.add(n);
                      else next.delete(n);
                    }
                    onChoose(next);
                  }}
                />
              </th>
            )}
            <th scope="col">{say('web.reconcile.ours')}</th>
            <th scope="col">{say('web.reconcile.theirs')}</th>
            <th scope="col">{say('web.reconcile.differences')}</th>
            {onLook && <th scope="col">{say('web.import.on-map')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const name = line.ours[0]?.title || line.theirs[0]?.title || String(line.n + 1);
            return (
              <tr key={line.n}>
                {onChoose && (
                  <td>
                    <Checkbox
                      className="check"
                      aria-label={say('web.reconcile.choose', { name })}
                      isSelected={chosen.has(line.n)}
                      onChange={(on) => turn(line.n, on)}
                    />
                  </td>
                )}
                <td>
                  {line.ours.map((o) => (
                    <p key={o.id}>
                      <PlaceLink
                        to={{ screen: 'map', own: {}, item: o.id, itemKind: kind.name, narrow: 'side' }}
                      >
                        <bdi>{o.title}</bdi>
                      </PlaceLink>
                    </p>
                  ))}
                </td>
                <td>
                  {line.theirs.map((t) => (
                    <p key={`${t.sheet ?? ''} ${t.row}`}>
                      <bdi>{t.title}</bdi>{' '}
                      <span className="soft">{say('web.reconcile.row', { row: number(t.row) })}</span>
                    </p>
                  ))}
                </td>
                <td>
                  <Said of={line.differences} kind={kind} />
                </td>
                {onLook && (
                  <td>
                    <Button
                      icon="place"
                      tone="plain"
                      label={say('web.reconcile.look', { name })}
                      onPress={() => onLook(line.n)}
                    />
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Said({ of, kind }: { of: readonly Difference[]; kind: OpenKind }) {
  const language = useLanguage();
  const { say, exactArea } = language;
  const { lists } = useHere();
  const words = (values: readonly Value[], property: string) =>
    values.length === 0
      ? say('web.reconcile.nothing')
      : values.map((v) => showValue(v, kind.properties[property], { language, lists })).join('; ');
  return (
    <dl className="said">
      {of.map((d) => (
        <div key={d.property}>
          <dt>{kind.properties[d.property]?.label ?? d.property}</dt>
          <dd>
            {d.property === kind.place
              ? d.m2
                ? say('web.reconcile.land', { ours: exactArea(d.m2.ours), theirs: exactArea(d.m2.theirs) })
                : say(`web.reconcile.place-${d.how}`)
              : say('web.reconcile.says', {
                  ours: words(d.ours, d.property),
                  theirs: words(d.theirs, d.property),
                })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
