/** The answer about a place as a letter that can be printed, kept and checked again: numbered, stamped, with its limits. */
import { useEffect, useMemo, useRef } from 'react';
import type { Geometry } from '../../ask/answers.ts';
import type { Near } from '../../ask/near.ts';
import { useLanguage } from '../../language/language.tsx';
import { columnsOf } from '../../record/columns.ts';
import { showCell } from '../../record/show-value.ts';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOfRow } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { StampLine } from '../../ui/stamp-line.tsx';
import { useHere } from '../frame/here.tsx';
import { Asked } from './asked.tsx';
import { Sketch } from './sketch.tsx';

interface Props {
  readonly near: Near;
  readonly place: Geometry;
  readonly metres: number;
  readonly asked: string;
}

export function Letter({ near, place, metres, asked }: Props) {
  const language = useLanguage();
  const { say, number, day, exactArea } = language;
  const { programme, kinds, lists, today } = useHere();
  const heading = useRef<HTMLHeadingElement>(null);
  // the answer stands below the question, often out of sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer is another letter
  useEffect(() => heading.current?.focus(), [near]);
  const listed = useMemo(() => {
    let n = 0;
    return near.kinds.map(({ kind, found }) => ({
      kind,
      found: found.map((f) => {
        n += 1;
        return { ...f, number: n };
      }),
    }));
  }, [near]);
  const all = listed.flatMap(({ kind, found }) =>
    found.map((f) => ({
      ...f,
      danger: kinds.get(kind)?.drawing !== 'plain' && kinds.get(kind)?.drawing !== 'release',
    })),
  );
  const dangers = all.filter((f) => f.danger).length;
  const share = near.asked_m2 === 0 ? 0 : near.surveyed_m2 / near.asked_m2;
  return (
    <article className="letter">
      <header>
        <p className="soft">
          {programme.name} · {say('web.place.number', { number: near.stamp.number, day: day(today) })}
        </p>
        <h2 tabIndex={-1} ref={heading}>
          {say('web.place.title', { metres: number(metres) })}
        </h2>
        <p>{asked}</p>
        <Asked place={place} />
      </header>
      <p className="letter-answer">
        {dangers > 0 ? say('web.place.found', { n: dangers }) : say('web.place.nothing')}
      </p>
      <p className="letter-warning">
        <strong>{say('web.absence')}</strong> {say('web.place.limits')}
      </p>
      <Sketch
        place={place}
        metres={metres}
        found={all.flatMap(({ row, number: n, danger, accuracy = 0 }) =>
          row.geometry ? [{ number: n, geometry: row.geometry, danger, accuracy }] : [],
        )}
      />
      {listed.map(({ kind: name, found }) => {
        const kind = kinds.get(name);
        return (
          <section key={name} className="group">
            <h3>{say('web.find.kind', { kind: kind?.plural ?? name, n: found.length })}</h3>
            <table className="letter-list">
              <thead>
                <tr>
                  <th scope="col">{say('web.place.no')}</th>
                  <th scope="col">{say('web.place.what')}</th>
                  <th scope="col">{say('web.place.how-near')}</th>
                  <th scope="col">{say('web.place.about')}</th>
                </tr>
              </thead>
              <tbody>
                {found.map(({ row, metres: far, accuracy, number: n }) => {
                  const about = kind ? columnsOf(kind, [row]).slice(1) : [];
                  return (
                    <tr key={row.id}>
                      <td>{number(n)}</td>
                      <td>
                        <PlaceLink
                          to={{ screen: null, own: {}, item: row.id, itemKind: name, narrow: 'side' }}
                        >
                          <bdi>{titleOfRow(row, kind, { language, lists })}</bdi>
                        </PlaceLink>{' '}
                        <StandingChips standing={row.standing} disputed={row.disputed} />
                      </td>
                      <td>
                        {far > 0
                          ? say('web.place.metres', { metres: number(far) })
                          : accuracy === undefined && say('web.place.here')}
                        {accuracy !== undefined && (
                          <>
                            {far > 0 && <br />}
                            {say(far > 0 ? 'web.place.known-to' : 'web.place.may-be-here', {
                              metres: number(Math.ceil(accuracy)),
                            })}
                          </>
                        )}
                      </td>
                      <td>
                        {about
                          .map((p) => showCell(row.values[p], kind?.properties[p], { language, lists }))
                          .filter((t) => t !== '')
                          .join(' · ')}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        );
      })}
      <section className="group">
        <h3>{say('web.place.survey')}</h3>
        <p>
          {near.surveyed_m2 === 0
            ? say('web.place.not-surveyed', { asked: exactArea(near.asked_m2) })
            : say('web.place.surveyed', {
                asked: exactArea(near.asked_m2),
                surveyed: exactArea(near.surveyed_m2),
                share: number(100 * share, 0),
              })}
        </p>
        {near.to_locate > 0 && <p>{say('web.place.to-locate', { n: near.to_locate })}</p>}
      </section>
      <footer>
        <StampLine stamp={near.stamp} />
        <div className="row letter-tools">
          <Button tone="main" onPress={() => window.print()}>
            {say('web.print')}
          </Button>
        </div>
      </footer>
    </article>
  );
}
