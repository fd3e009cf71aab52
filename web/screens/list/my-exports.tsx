/** One's exports of a day: how far each is, to be fetched, stopped or forgotten. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { type ExportJob, endExport, exportsQuestion, underWay } from '../../ask/exports.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf, Trouble } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';

export function MyExports() {
  const { programme } = useHere();
  const mine = useQuery(exportsQuestion(programme.id));
  const holder = useRef<HTMLDivElement>(null);
  if (mine.error) return <Trouble error={mine.error} retry={() => mine.refetch()} />;
  // the line that was focused may be gone, and with it the focus that Escape closes the dialog from
  const lines = mine.data ?? [];
  return (
    <div ref={holder} tabIndex={-1} className="exports-holder">
      {lines.length > 0 && <Lines jobs={lines} onGone={() => holder.current?.focus()} />}
    </div>
  );
}

function Lines({ jobs, onGone }: { jobs: readonly ExportJob[]; onGone: () => void }) {
  const { say } = useLanguage();
  return (
    <section className="my-exports" aria-label={say('web.export.mine')}>
      <h3>{say('web.export.mine')}</h3>
      <p className="soft">{say('web.export.kept')}</p>
      <ul>
        {jobs.map((job) => (
          <Line key={job.id} job={job} onGone={onGone} />
        ))}
      </ul>
    </section>
  );
}

function Line({ job, onGone }: { job: ExportJob; onGone: () => void }) {
  const language = useLanguage();
  const { say, sayIf, number, instant } = language;
  const { kinds } = useHere();
  const client = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  const what = say('web.export.line', {
    kind: kinds.get(job.kind)?.plural ?? job.kind,
    format: say(`web.export.${job.format}`),
  });
  const end = async () => {
    setFault(null);
    try {
      await endExport(job.id);
      onGone();
    } catch (error) {
      setFault(error);
    }
    await client.invalidateQueries({ queryKey: ['exports'] });
  };
  const said = Object.entries(job.said).map(([name, value]) => `${name}: ${value}`);
  return (
    <li className="my-export" data-state={job.state}>
      <strong>{what}</strong>
      <span className="soft">{instant(job.begun)}</span>
      {said.length > 0 && <span className="soft export-said">{said.join(' · ')}</span>}
      {job.state === 'running' && (
        <ProgressBar aria-label={what} value={job.rows} maxValue={Math.max(1, job.of ?? job.rows)}>
          {({ percentage }) => (
            <>
              <span className="progress">
                <span style={{ inlineSize: `${percentage ?? 0}%` }} />
              </span>
              <span className="soft">
                {say('web.export.rows', { rows: number(job.rows), of: number(job.of ?? job.rows) })}
              </span>
            </>
          )}
        </ProgressBar>
      )}
      {job.state === 'waiting' && <span className="soft">{say('web.export.waiting')}</span>}
      {job.state === 'cancelled' && <span className="soft">{say('web.export.cancelled')}</span>}
      {job.problem && (
        <span className="wrong">
          {sayIf(`problem.${job.problem.code}`, job.problem.facts) ?? say('web.problem.unexpected')}
        </span>
      )}
      {fault !== null && <span className="wrong">{sentenceOf(fault, language)}</span>}
      <div className="actions">
        {job.state === 'done' && (
          <a className="button" href={`/api/exports/${job.id}/file`} download={job.name ?? ''}>
            {say('web.export.fetch', { kb: number(Math.max(1, Math.round(job.bytes / 1000)), 0) })}
          </a>
        )}
        <Button
          tone="plain"
          onPress={end}
          aria-label={`${say(underWay(job) ? 'web.export.stop' : 'web.export.forget')}: ${what}`}
        >
          {say(underWay(job) ? 'web.export.stop' : 'web.export.forget')}
        </Button>
      </div>
    </li>
  );
}
