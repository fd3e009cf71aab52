/** Approving what is clean of all that the filter finds: first what it would do and what it leaves, then batch by batch. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ManyApproved } from '@tilth/domain/report/queue';
import { useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { approveMany, type QueueFilter } from '../../ask/queue.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf, Trouble, Waiting } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';
import { clearRun, type Run, runApprovals, stopRun } from './done.ts';

interface Props {
  readonly filter: QueueFilter;
  /** the receipt number the queue was seen at */
  readonly seenAt: number;
  readonly close: () => void;
}

export function ApproveMany({ filter, seenAt, close }: Props) {
  const { say } = useLanguage();
  const { programme } = useHere();
  const plan = useQuery({
    queryKey: ['queue', programme.id, 'many', filter, seenAt],
    queryFn: () => approveMany({ programme: programme.id, filter, up_to: seenAt }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section className="many" aria-label={say('web.review.many')}>
      {plan.error ? (
        <Trouble error={plan.error} retry={() => plan.refetch()} />
      ) : plan.data ? (
        <Plan plan={plan.data} filter={filter} seenAt={seenAt} close={close} />
      ) : (
        <Waiting />
      )}
    </section>
  );
}

function Plan({ plan, filter, seenAt, close }: Props & { plan: ManyApproved }) {
  const { say, sayIf, number } = useLanguage();
  const { programme } = useHere();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const skipped = Object.entries(plan.skipped);
  const start = () => {
    close();
    const moved = () =>
      void client.invalidateQueries({
        predicate: (q) => q.queryKey[0] !== 'kinds' && q.queryKey[0] !== 'me',
      });
    void runApprovals({ programme: programme.id, filter, up_to: seenAt, reason: reason.trim(), plan, moved });
  };
  return (
    <>
      <p>
        <strong>{say('web.review.many-will', { n: plan.reports })}</strong>
      </p>
      {skipped.length > 0 && (
        <>
          <p>{say('web.review.many-left', { n: skipped.reduce((sum, [, n]) => sum + n, 0) })}</p>
          <ul className="many-left">
            {skipped.map(([why, n]) => (
              <li key={why}>
                <span className="count">{number(n)}</span> {sayIf(`web.review.left-${why}`, { n }) ?? why}
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.reports > 0 && (
        <TextField className="field" value={reason} onChange={setReason}>
          <Label>{say('web.review.many-reason')}</Label>
          <TextArea className="input" rows={2} />
        </TextField>
      )}
      <div className="row">
        {plan.reports > 0 && (
          <Button tone="main" autoFocus onPress={start}>
            {say('web.review.many-start', { n: plan.reports })}
          </Button>
        )}
        <Button onPress={close}>{say('web.review.many-not')}</Button>
      </div>
    </>
  );
}

export function RunProgress({ run }: { run: Run }) {
  const language = useLanguage();
  const { say } = language;
  const { done, of, state, fault } = run;
  return (
    <section className="many" aria-label={say('web.review.many')}>
      <p role="status">{say(`web.review.run-${state}`, { done, of })}</p>
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
      {state === 'running' ? (
        <div className="row">
          <ProgressBar
            className="progress"
            aria-label={say('web.review.many')}
            value={done}
            maxValue={Math.max(of, 1)}
          >
            {({ percentage = 0 }) => (
              <span className="progress-done" style={{ inlineSize: `${percentage}%` }} />
            )}
          </ProgressBar>
          <Button onPress={stopRun}>{say('web.review.stop')}</Button>
        </div>
      ) : (
        <Button onPress={clearRun}>{say('web.close')}</Button>
      )}
    </section>
  );
}
