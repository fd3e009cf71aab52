/** The record as it was known on a day, stamped: to be read, copied, saved or printed. */
import { CalendarDateTime, parseDate, toZoned } from '@internationalized/date';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Party } from '@tilth/domain/report/entry';
import { useMemo, useState } from 'react';
import type { ItemPage, OpenKind } from '../../ask/answers.ts';
import { useLinkNames, type Wanted } from '../../ask/link-names.ts';
import { itemQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { nameOf } from '../../record/attribution.ts';
import { type Copy, copyAsText, copyOf } from '../../record/copy.ts';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Trouble, Waiting } from '../../ui/message.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useHere } from '../frame/here.tsx';

const NOW = { at: null, known: null };

export function ItemCopy({ kind, id, onBack }: { kind: string; id: string; onBack: () => void }) {
  const language = useLanguage();
  const { say } = language;
  const { programme, kinds, lists, today } = useHere();
  const [day, setDay] = useState(today);
  // of a day that is past, all that was here when it ended; today everything
  const known = day >= today ? null : endOf(day, programme.zone);
  const at = day >= today ? null : day;
  const answer = useQuery({
    ...itemQuestion(programme.id, kind, id, { at, known }),
    placeholderData: keepPreviousData,
  });
  const page = answer.data;
  const defined = kinds.get(kind);
  // as they are called now; the start of an id stands for one that is not known here
  const names = useLinkNames(
    useMemo(() => [...speakersOf(page), ...linkedIn(page, defined)], [page, defined]),
    NOW,
  );
  const named = (party: Party) => party.name ?? names.get(party.item ?? '') ?? nameOf(party) ?? '';
  const linked = (item: string) => names.get(item) ?? null;
  const copy = page && copyOf(page, defined, programme, { language, lists }, named, linked);
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

/** The organisations that speak in a record. */
function speakersOf(page: ItemPage | undefined): readonly Wanted[] {
  const parties = (page?.entries ?? []).flatMap(({ entry }) =>
    entry.type === 'report' ? [entry.said, ...entry.claims.map((c) => c.said)] : [],
  );
  return [{ to: ['organisation'], ids: parties.flatMap((p) => (p?.item && !p.name ? [p.item] : [])) }];
}

/** The records its values name. */
function linkedIn(page: ItemPage | undefined, kind: OpenKind | undefined): readonly Wanted[] {
  return (page?.view.properties ?? []).map((p) => ({
    to: kind?.properties[p.property]?.to ?? [],
    ids: [p.value, ...p.remaining.map((s) => s.value)].flatMap((v) => {
      const of = v?.type === 'member' ? v.of : v;
      return of?.type === 'link' && of.item !== undefined ? [of.item] : [];
    }),
  }));
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
  const save = () =>
    saveFile(new Blob([text()], { type: 'text/plain;charset=utf-8' }), `${copy.id.slice(0, 8)} ${day}.txt`);
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
