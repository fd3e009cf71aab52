/** The line of time: what happened and what was said, day by day, narrowed by kind, state and treaty. */
import { type Moment, statesOf, timeLine } from '@tilth/domain/accountability/time-line';
import type { SpokenItem } from '@tilth/domain/report/sayings';
import { linked } from '@tilth/domain/report/sayings';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { showSpan } from '../../record/show-value.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Overview } from './overview.tsx';
import { ItemLink, SaidValue, Speaker } from './said.tsx';
import { useSpoken } from './spoken.ts';

const ALL = 'all';
/** Days that are written out at once. */
const STEP = 150;
const orders = ['latest', 'earliest'] as const;

/** The treaties an item has to do with: the one it is, or those it names. */
const treatiesOf = (item: SpokenItem): readonly string[] =>
  item.kind === 'treaty' ? [item.id] : linked(item.sayings, 'treaty');

export function TimePart() {
  const language = useLanguage();
  const { say } = language;
  const { kinds } = useHere();
  const { own } = useAddress();
  const { items, titleOf, stateName } = useSpoken();
  const [most, setMost] = useState(STEP);
  const states = useMemo(() => [...new Set(items.flatMap(statesOf))].sort(), [items]);
  const treaties = items.filter((i) => i.kind === 'treaty').map((i) => i.id);
  const there = [...new Set(items.map((i) => i.kind))];
  const chosen = {
    kind: there.find((k) => k === own.kind) ?? ALL,
    state: states.find((s) => s === own.state) ?? ALL,
    treaty: treaties.find((t) => t === own.treaty) ?? ALL,
    order: orders.find((o) => o === own.order) ?? 'latest',
  };
  const narrowed = useMemo(
    () =>
      items.filter(
        (i) =>
          (chosen.kind === ALL || i.kind === chosen.kind) &&
          (chosen.state === ALL || statesOf(i).includes(chosen.state)) &&
          (chosen.treaty === ALL || treatiesOf(i).includes(chosen.treaty)),
      ),
    [items, chosen.kind, chosen.state, chosen.treaty],
  );
  const line = useMemo(() => timeLine(narrowed), [narrowed]);
  const moments = chosen.order === 'latest' ? line.moments.toReversed() : line.moments;
  const set = (part: Readonly<Record<string, string>>) => {
    const next = Object.entries({ ...own, ...part }).filter(
      ([name, value]) => value !== ALL && !(name === 'order' && value === 'latest'),
    );
    go({ own: Object.fromEntries(next) }, { replace: true });
    setMost(STEP);
  };
  const all = (label: string) => ({ id: ALL, label });
  return (
    <div className="accountability-part">
      <div className="products-tools">
        <Choice
          label={say('web.kind')}
          value={chosen.kind}
          options={[
            all(say('web.accountability.all-kinds')),
            ...there.map((k) => ({ id: k, label: kinds.get(k)?.plural ?? k })),
          ]}
          onChange={(kind) => set({ kind })}
        />
        <Choice
          label={say('web.accountability.state')}
          value={chosen.state}
          options={[
            all(say('web.accountability.all-states')),
            ...states
              .map((code) => ({ id: code, label: stateName(code) }))
              .toSorted((a, b) => a.label.localeCompare(b.label, language.tag)),
          ]}
          onChange={(state) => set({ state })}
        />
        {treaties.length > 0 && (
          <Choice
            label={say('web.accountability.treaty')}
            value={chosen.treaty}
            options={[
              all(say('web.accountability.all-treaties')),
              ...treaties.map((id) => ({ id, label: titleOf(id) })),
            ]}
            onChange={(treaty) => set({ treaty })}
          />
        )}
        <Choice
          label={say('web.accountability.order')}
          value={chosen.order}
          options={orders.map((id) => ({ id, label: say(`web.accountability.${id}`) }))}
          onChange={(order) => set({ order })}
        />
      </div>
      <Overview moments={line.moments} />
      {moments.length === 0 && <p className="soft">{say('web.accountability.nothing')}</p>}
      <ol className="time-line">
        {moments.slice(0, most).map((m) => (
          <Day key={`${m.item} ${m.when.from} ${m.when.to}`} moment={m} />
        ))}
      </ol>
      {moments.length > most && (
        <Button onPress={() => setMost(most + STEP)}>
          {say('web.accountability.more', { n: moments.length - most })}
        </Button>
      )}
      {line.undated.length > 0 && (
        <details className="undated">
          <summary>{say('web.accountability.undated', { n: line.undated.length })}</summary>
          <ul>
            {line.undated.map((id) => (
              <li key={id}>
                <ItemLink id={id} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What one item has to do with one day. */
export function Day({ moment, titled = true }: { moment: Moment; titled?: boolean }) {
  const language = useLanguage();
  const { kinds } = useHere();
  const kind = kinds.get(moment.kind);
  // one claim may be made by several speakers, and a speaker may make several claims
  const said = [
    ...Map.groupBy(
      moment.sayings,
      (s) =>
        `${s.property} ${s.value.type === 'date' ? '' : JSON.stringify(s.value)} ${s.place === 'earlier'}`,
    ).values(),
  ];
  return (
    <li className="time-day">
      <p className="time-when">{showSpan(moment.when, language)}</p>
      <div className="time-what">
        {titled && (
          <p>
            <span className="soft">{kind?.label ?? moment.kind}</span> <ItemLink id={moment.item} />
          </p>
        )}
        <ul>
          {said.map((same) => {
            const [first] = same;
            return (
              first && (
                <li key={`${first.claim.report} ${first.claim.n}`}>
                  <span className="time-word">
                    {kind?.properties[first.property]?.label ?? first.property}
                    {first.value.type !== 'date' && (
                      <>
                        {': '}
                        <strong>
                          <SaidValue saying={first} kind={kind} />
                        </strong>
                      </>
                    )}
                  </span>
                  {same.map((s) => (
                    <Speaker key={`${s.claim.report} ${s.claim.n}`} saying={s} />
                  ))}
                </li>
              )
            );
          })}
        </ul>
      </div>
    </li>
  );
}
