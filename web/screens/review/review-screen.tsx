/** The reviewer's queue, oldest first, and the report chosen from it. */
import { useQuery } from '@tanstack/react-query';
import { takesLandOff } from '@tilth/domain/report/takes-land-off';
import type { Queued } from '../../ask/answers.ts';
import { queueQuestion, totalsQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { PartyName } from '../../record/linked-item.tsx';
import { showSpan } from '../../record/show-value.ts';
import { titleOfClaims } from '../../record/title.ts';
import { Chip } from '../../ui/chip.tsx';
import { Empty, Trouble, Waiting } from '../../ui/message.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { ReportReview } from './report-review.tsx';

export function ReviewScreen() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const { report } = useAddress();
  const queue = useQuery(queueQuestion(programme.id));
  const all = useQuery(totalsQuestion(programme.id, { at: null, known: null })).data?.stamp.pending;
  if (queue.error) return <Trouble error={queue.error} retry={() => queue.refetch()} />;
  if (!queue.data) return <Waiting />;
  const { reports, next } = queue.data;
  const chosen = reports.findIndex((q) => q.ref.id === report);
  const queued = reports[chosen];
  if (queued) return <ReportReview key={queued.ref.id} queued={queued} after={reports[chosen + 1] ?? null} />;
  if (reports.length === 0)
    return (
      <Empty title={say('web.review.empty')}>
        <p>{say('web.review.empty-hint')}</p>
      </Empty>
    );
  return (
    <div className="list-screen">
      <p className="lead">
        {say(next === null ? 'web.review.lead' : 'web.review.lead-more', {
          n: reports.length,
          all: all ?? reports.length,
        })}
      </p>
      <VirtualList
        label={say('web.tab.review')}
        count={reports.length}
        rowHeight={60}
        row={(i) => {
          const q = reports[i];
          return q && <Line queued={q} />;
        }}
        onOpen={(i) => go({ report: reports[i]?.ref.id ?? null })}
      />
    </div>
  );
}

function Line({ queued }: { queued: Queued }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const { report, number, standing, waits } = queued;
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
        {language.list(what)} <bdi>{named}</bdi>
      </span>
      {standing !== 'pending' && <Chip tone="notice">{say(`web.report.${standing}`)}</Chip>}
      {takesLandOff(report) && <Chip tone="alarm">{say('web.review.release')}</Chip>}
      {waits && <Chip tone="notice">{say('web.waits')}</Chip>}
      <span className="line-rest">
        {say('web.receipt', { number })} ·{' '}
        {report.said ? <PartyName party={report.said} /> : report.source.name} ·{' '}
        {showSpan(report.when, language)}
      </span>
    </>
  );
}
