/** The reviewer's queue, oldest first and narrowed as the address says, and the report chosen from it. */
import '../../ui/style/review.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLinkNames } from '../../ask/link-names.ts';
import {
  changeQuestion,
  QUEUE_PAGE,
  type QueueFilter,
  type QueuePage,
  queueQuestion,
} from '../../ask/queue.ts';
import { useLanguage } from '../../language/language.tsx';
import { PartyName } from '../../record/linked-item.tsx';
import { showSpan } from '../../record/show-value.ts';
import { titleOfClaims } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { ApproveMany, RunProgress } from './approve-many.tsx';
import { useDone } from './done.ts';
import { Filters, filterOf } from './filters.tsx';
import { KeysHelp, useKeys } from './keys.tsx';
import { namedByRecord } from './named-by-record.ts';
import { ReportReview } from './report-review.tsx';
import { UndoBar, useUndo } from './undo-bar.tsx';

export function ReviewScreen() {
  const { report, own } = useAddress();
  const undo = useUndo();
  const [help, setHelp] = useState(false);
  const filter = filterOf(own);
  useKeys({ '?': () => setHelp(true), u: () => void undo.undo() });
  return (
    <div className="list-screen review-screen">
      {report === null ? <Queue filter={filter} /> : <Chosen filter={filter} id={report} />}
      <div className="review-foot">
        <UndoBar undo={undo} />
        <HelpButton onPress={() => setHelp(true)} />
      </div>
      <KeysHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}

function HelpButton({ onPress }: { onPress: () => void }) {
  const { say } = useLanguage();
  return (
    <Button tone="plain" onPress={onPress}>
      <kbd>?</kbd> {say('web.review.keys')}
    </Button>
  );
}

function Queue({ filter }: { filter: QueueFilter }) {
  const { say } = useLanguage();
  const { programme } = useHere();
  const { run } = useDone();
  const client = useQueryClient();
  const shown = JSON.stringify(filter);
  const [many, setMany] = useState<{ shown: string; number: number } | null>(null);
  const asked = many?.shown === shown ? many.number : null;
  const queue = useQuery({
    ...queueQuestion(programme.id, filter, 0),
    placeholderData: (before) => before,
  });
  const clean = queue.data?.counts.look?.clean ?? 0;
  const canRun = run?.state !== 'running' && clean > 0;
  const start = () => setMany(queue.data ? { shown, number: queue.data.number } : null);
  useKeys({
    j: focusList,
    k: focusList,
    ...(canRun ? { b: start } : {}),
  });
  if (queue.error) return <Trouble error={queue.error} retry={() => queue.refetch()} />;
  if (!queue.data) return <Waiting />;
  const { waiting, matched, counts } = queue.data;
  // narrowed, the counts are of what else would fit: nothing is said of the whole then
  const returned = Object.keys(filter).length === 0 ? (counts.standing?.returned ?? 0) : 0;
  const idAt = (index: number) =>
    client.getQueryData(queueQuestion(programme.id, filter, Math.floor(index / QUEUE_PAGE)).queryKey)
      ?.reports[index % QUEUE_PAGE]?.ref.id ?? null;
  return (
    <>
      {run?.programme === programme.id && <RunProgress run={run} />}
      {waiting > 0 && <Filters filter={filter} page={queue.data} />}
      {waiting === 0 ? (
        <Empty title={say('web.review.empty')}>
          <p>{say('web.review.empty-hint')}</p>
        </Empty>
      ) : (
        <>
          <div className="queue-head">
            <p>{say('web.review.lead', { n: matched, all: waiting, returned })}</p>
            {canRun && asked === null && (
              <Button onPress={start}>{say('web.review.many-ask', { n: clean })}</Button>
            )}
          </div>
          {asked !== null && <ApproveMany filter={filter} seenAt={asked} close={() => setMany(null)} />}
          {matched === 0 ? (
            <Empty title={say('web.review.none-such')}>
              <Button onPress={() => go({ own: {} })}>{say('web.review.no-filter')}</Button>
            </Empty>
          ) : (
            <VirtualList
              key={shown}
              label={say('web.tab.review')}
              count={matched}
              rowHeight={64}
              row={(index) => <Line filter={filter} index={index} />}
              onOpen={(index) => {
                const id = idAt(index);
                if (id !== null) go({ report: id });
              }}
            />
          )}
        </>
      )}
    </>
  );
}

function focusList(): void {
  document.querySelector<HTMLElement>('.review-screen [role="option"][tabindex="0"]')?.focus();
}

/** The queue's page that holds a place in it. */
function usePlace(filter: QueueFilter, index: number) {
  const { programme } = useHere();
  return useQuery({
    ...queueQuestion(programme.id, filter, Math.max(0, Math.floor(index / QUEUE_PAGE))),
    enabled: index >= 0,
    select: (page) => page.reports[index % QUEUE_PAGE] ?? null,
  }).data;
}

const NOW = { at: null, known: null };

/** What the records are called that the reports of a page speak of without naming them. */
function useNames(filter: QueueFilter, index: number): ReadonlyMap<string, string> {
  const { programme, kinds } = useHere();
  const page = useQuery(queueQuestion(programme.id, filter, Math.floor(index / QUEUE_PAGE))).data;
  const wanted = useMemo(() => namedByRecord(page?.reports ?? [], kinds), [page, kinds]);
  return useLinkNames(wanted, NOW);
}

function Line({ filter, index }: { filter: QueueFilter; index: number }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const queued = usePlace(filter, index);
  const names = useNames(filter, index);
  if (!queued) return <span className="line-rest">{say('web.waiting')}</span>;
  const { report, number, standing, looks, lacking } = queued;
  const what = [...new Set(report.items.map((i) => kinds.get(i.kind)?.label ?? i.kind))];
  const [first] = report.items;
  const named =
    first &&
    titleOfClaims(
      report.claims.filter((c) => c.on === 0),
      kinds.get(first.kind),
      { language, lists },
    );
  return (
    <>
      <span className="line-title">
        {language.list(what)} <bdi>{named || names.get(first?.id ?? '')}</bdi>
      </span>
      {standing !== 'pending' && <Chip tone="notice">{say(`web.report.${standing}`)}</Chip>}
      {looks.includes('land-off') && <Chip tone="alarm">{say('web.review.release')}</Chip>}
      {looks.includes('lowers') && <Chip tone="alarm">{say('web.review.look-lowers')}</Chip>}
      {looks.includes('waits') && <Chip tone="notice">{say('web.waits')}</Chip>}
      {lacking && <Chip tone="notice">{say('web.review.look-lacking')}</Chip>}
      <span className="line-rest">
        {say('web.receipt', { number })} ·{' '}
        {report.said ? <PartyName party={report.said} /> : report.source.name} ·{' '}
        {showSpan(report.when, language)}
      </span>
    </>
  );
}

/** The report of the address, wherever in the queue it stands; with its neighbours, as far as they have been read. */
function Chosen({ filter, id }: { filter: QueueFilter; id: string }) {
  const { say } = useLanguage();
  const { programme } = useHere();
  const client = useQueryClient();
  const [place, setPlace] = useState(-1);
  const found = placeOf(client, programme.id, filter, id);
  const at = found >= 0 ? found : place;
  if (found >= 0 && found !== place) setPlace(found);
  const here = usePlace(filter, at);
  const listed = here?.ref.id === id ? here : undefined;
  const alone = useQuery({
    ...queueQuestion(programme.id, { report: id }, 0),
    enabled: listed === undefined,
  });
  const before = usePlace(filter, at - 1);
  const after = usePlace(filter, at + 1);
  useQuery({ ...changeQuestion(programme.id, after?.ref.id ?? ''), enabled: after != null });
  const queued = listed ?? alone.data?.reports[0];
  if (alone.error) return <Trouble error={alone.error} retry={() => alone.refetch()} />;
  if (listed === undefined && !alone.data) return <Waiting />;
  if (!queued)
    return (
      <Empty title={say('web.review.gone')}>
        <p>{say('web.review.gone-hint')}</p>
        <Button onPress={() => go({ report: null })}>{say('web.review.back')}</Button>
      </Empty>
    );
  return (
    <ReportReview key={id} queued={queued} next={after?.ref.id ?? null} previous={before?.ref.id ?? null} />
  );
}

/** Where it stands in the pages that have been read; -1: in none. */
function placeOf(
  client: ReturnType<typeof useQueryClient>,
  programme: string,
  filter: QueueFilter,
  id: string,
): number {
  const pages = client.getQueriesData<QueuePage>({ queryKey: ['queue', programme, filter] });
  for (const [key, data] of pages) {
    const index = data?.reports?.findIndex((q) => q.ref.id === id) ?? -1;
    if (index >= 0) return Number(key[3]) * QUEUE_PAGE + index;
  }
  return -1;
}
