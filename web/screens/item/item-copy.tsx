/** The record as it was known on a day, stamped: to be read, copied, saved or printed. */
import { CalendarDateTime, parseDate, toZoned } from '@internationalized/date';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { Party } from '@tilth/domain/report/entry';
import { useState } from 'react';
import type { ItemPage, OpenKind } from '../../ask/answers.ts';
import { itemQuestion, rowQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { nameOf } from '../../record/attribution.ts';
import { type Copy, copyAsText, copyOf } from '../../record/copy.ts';
import { titleOfRow } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';

export function ItemCopy({ kind, id, onBack }: { kind: string; id: string; onBack: () => void }) {
  const language = useLanguage();
  const { say } = language;
  const { programme, kinds, lists, today } = useHere();
  const [day, setDay] = useState(today);
  // of a day that is past, all that was here when it ended; today everything
  const known = day >= today ? null : endOf(day, programme.zone);
  const at = day >= today ? null : day;
  const answer = useQuery({ ...itemQuestion(kind, id, { at, known }), placeholderData: keepPreviousData });
  const named = usePartyNames(answer.data);
  const linked = useLinkNames(answer.data, kinds.get(kind));
  const copy =
    answer.data && copyOf(answer.data, kinds.get(kind), programme, { language, lists }, named, linked);
  const yesterday = parseDate(today).subtract({ days: 1 }).toString();
  return (
    <section className="copy-part" data-testid="copy">
      <div className="copy-tools">
        <h2 tabIndex={-1}>{say('web.item.do-copy')}</h2>
        <p className="lead">{say('web.copy.hint')}</p>
        <div className="row">
          <DayField label={say('web.copy.day')} value={day} onChange={setDay} />
          <Button onPress={() => setDay(yesterday)} isDisabled={day === yesterday} data-testid="yesterday">
            {say('web.copy.yesterday')}
          </Button>
          <Button onPress={() => setDay(today)} isDisabled={day === today}>
            {say('web.today')}
          </Button>
        </div>
        <div className="row">
          {copy && !answer.isPlaceholderData && <CopyTools copy={copy} day={day} />}
          <Button onPress={onBack}>{say('web.copy.back')}</Button>
        </div>
      </div>
      {answer.error ? (
        <Trouble error={answer.error} retry={() => answer.refetch()} />
      ) : copy ? (
        <CopySheet copy={copy} waits={answer.isPlaceholderData} />
      ) : (
        <Waiting />
      )}
    </section>
  );
}

/** The organisations that speak in a record, by name; the start of an id stands for one that is not known here. */
function usePartyNames(page: ItemPage | undefined): (party: Party) => string {
  const language = useLanguage();
  const { kinds, lists } = useHere();
  const parties = (page?.entries ?? []).flatMap(({ entry }) =>
    entry.type === 'report' ? [entry.said, ...entry.claims.map((c) => c.said)] : [],
  );
  const ids = [...new Set(parties.flatMap((p) => (p?.item && !p.name ? [p.item] : [])))];
  const times = { at: null, known: null };
  const rows = useQueries({ queries: ids.map((id) => rowQuestion('organisation', id, times)) });
  const names = new Map(
    rows.flatMap(({ data }) =>
      data ? [[data.id, titleOfRow(data, kinds.get(data.kind), { language, lists })] as const] : [],
    ),
  );
  return (party) => party.name ?? names.get(party.item ?? '') ?? nameOf(party) ?? '';
}

/** The records its values name, as they are called now. */
function useLinkNames(page: ItemPage | undefined, kind: OpenKind | undefined): (id: string) => string | null {
  const language = useLanguage();
  const { kinds, lists } = useHere();
  const wanted = (page?.view.properties ?? []).flatMap((p) => {
    const to = kind?.properties[p.property]?.to ?? [];
    const values = [p.value, ...p.remaining.map((s) => s.value)];
    return values.flatMap((v) => {
      const of = v?.type === 'member' ? v.of : v;
      const id = of?.type === 'link' ? of.item : undefined;
      return id === undefined ? [] : to.filter((k) => kinds.has(k)).map((k) => ({ id, kind: k }));
    });
  });
  const rows = useQueries({
    queries: wanted.map((w) => rowQuestion(w.kind, w.id, { at: null, known: null })),
  });
  const found = rows.map((r) => r.data);
  return (id) => {
    const row = found.find((r) => r?.id === id);
    return row ? titleOfRow(row, kinds.get(row.kind), { language, lists }) : null;
  };
}

function endOf(day: string, zone: string): string {
  const { year, month, day: d } = parseDate(day);
  return toZoned(new CalendarDateTime(year, month, d, 23, 59, 59, 999), zone)
    .toDate()
    .toISOString();
}

function CopyTools({ copy, day }: { copy: Copy; day: string }) {
  const { say } = useLanguage();
  const [done, setDone] = useState<'copied' | 'not-copied' | null>(null);
  const text = () => copyAsText(copy);
  const save = () => {
    const address = URL.createObjectURL(new Blob([text()], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${copy.id.slice(0, 8)} ${day}.txt`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Button tone="main" onPress={() => window.print()} data-testid="print">
        {say('web.copy.print')}
      </Button>
      <Button
        onPress={() =>
          navigator.clipboard.writeText(text()).then(
            () => setDone('copied'),
            // a browser may forbid it: the text stands below to be marked by hand
            () => setDone('not-copied'),
          )
        }
      >
        {say('web.copy.copy')}
      </Button>
      <Button onPress={save} data-testid="save-copy">
        {say('web.copy.save')}
      </Button>
      <span role="status">{done && say(`web.copy.${done}`)}</span>
    </>
  );
}

function CopySheet({ copy, waits }: { copy: Copy; waits: boolean }) {
  return (
    <div className="copy-sheet" data-testid="copy-sheet" aria-busy={waits}>
      <p className="soft">{copy.kind}</p>
      <h1>
        <bdi>{copy.title}</bdi>
      </h1>
      {copy.standing && <p>{copy.standing}</p>}
      {copy.area && <p>{copy.area}</p>}
      {copy.groups.map(({ name, lines }) => (
        <section key={name}>
          <h2>{name}</h2>
          <dl>
            {lines.map(({ label, state, voices }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a copy is never rearranged, and labels may repeat
              <div key={n} className="copy-line">
                <dt>
                  {label} {state && <strong>[{state}]</strong>}
                </dt>
                <dd>
                  {voices.map(({ value, who }) => (
                    <p key={`${value} ${who}`}>
                      <strong>
                        <bdi>{value}</bdi>
                      </strong>{' '}
                      <span className="soft">
                        <bdi>{who}</bdi>
                      </span>
                    </p>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <footer>
        {copy.foot.map((line) => (
          <p key={line} className="stamp">
            {line}
          </p>
        ))}
        <p className="stamp mono">{copy.id}</p>
      </footer>
    </div>
  );
}
