/** Approve, return or reject, with a reason where one is owed; and why a hazard report is not rejected for want of a find. */
import { useQueryClient } from '@tanstack/react-query';
import type { Queued } from '@tilth/domain/report/queue';
import { useRef, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import type { Ref } from '../../ask/answers.ts';
import { tell } from '../../ask/ask.ts';
import { useLanguage } from '../../language/language.tsx';
import { makeDecision, type Verdict } from '../../record/decide.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { noteDone } from './done.ts';
import { useKeys } from './keys.tsx';

const tones = { approve: 'main', return: undefined, reject: 'alarm' } as const;

/** Why a hazard report may be rejected; that nothing was there is a survey result and no reason. */
const causes = ['twice', 'test', 'not-ordnance', 'nothing-there'] as const;

interface Props {
  readonly queued: Queued;
  /** the decisions that stand on it; null while that is not known */
  readonly seen: readonly Ref[] | null;
  readonly next: string | null;
}

export function Verdicts({ queued, seen, next }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { programme, me } = useHere();
  const client = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [wanted, setWanted] = useState<Verdict | null>(null);
  const [cause, setCause] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { step, under, report, looks, lacking } = queued;
  const own = looks.includes('land-off') && report.by === me.person?.id;
  const hazardReport = report.items.some((i) => i.kind === 'hazard-report');
  const said = reason.trim() !== '';
  const silent = say(`web.review.silent-${report.form === 'article' ? 'article' : 'source'}`);
  const owed = (verdict: Verdict) => verdict !== 'approve' || lacking;
  const may = (verdict: Verdict) =>
    !sending &&
    step !== null &&
    seen !== null &&
    (said || !owed(verdict)) &&
    !(verdict === 'approve' && own) &&
    !(verdict === 'reject' && hazardReport && (cause === null || cause === 'nothing-there'));

  const decide = async (verdict: Verdict) => {
    if (!me.person || step === null || seen === null || !may(verdict)) return;
    setSending(true);
    setFault(null);
    const decision = makeDecision(
      {
        programme: programme.id,
        by: me.person.id,
        now: Date.now(),
        random: crypto.getRandomValues(new Uint8Array(10)),
      },
      { verdict, report: queued.ref, step, under, reason: reason.trim(), after: seen },
    );
    try {
      await tell('POST', '/api/decisions', { programme: programme.id, decisions: [decision] });
      noteDone({ programme: programme.id, verdict, reports: 1, decisions: [decision.id] });
      go({ report: next }, { replace: true });
      await client.invalidateQueries({
        predicate: (q) => q.queryKey[0] !== 'kinds' && q.queryKey[0] !== 'me',
      });
    } catch (error) {
      setFault(error);
      setSending(false);
    }
  };
  /** decides, or asks first for the reason that is owed */
  const want = (verdict: Verdict) => {
    if (may(verdict)) void decide(verdict);
    else if (!sending && owed(verdict)) {
      setWanted(verdict);
      field.current?.focus();
    }
  };
  useKeys({ a: () => want('approve'), r: () => want('return'), x: () => want('reject') });

  return (
    <section className="verdicts" aria-label={say('web.review.decide')}>
      {own && <p className="callout">{say('web.review.own-hint')}</p>}
      {hazardReport && (
        <div className="row">
          <Choice
            label={say('web.review.cause')}
            value={cause ?? 'none'}
            options={[
              { id: 'none', label: say('web.review.cause') },
              ...causes.map((id) => ({ id, label: say(`web.review.cause-${id}`) })),
            ]}
            onChange={(id) => setCause(id === 'none' ? null : id)}
          />
        </div>
      )}
      {cause === 'nothing-there' && <p className="callout">{say('web.review.nothing-there-hint')}</p>}
      {lacking && (
        <div className="row">
          <Button isDisabled={said} onPress={() => setReason(silent)}>
            {say('web.review.reason-offer', { reason: silent })}
          </Button>
        </div>
      )}
      <TextField className="field" value={reason} onChange={setReason}>
        <Label>{say(lacking ? 'web.review.reason-place' : 'web.review.reason')}</Label>
        <TextArea
          className="input"
          rows={2}
          ref={field}
          onKeyDown={(e) => {
            if (e.key === 'Escape') e.currentTarget.blur();
            if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return;
            e.preventDefault();
            void decide(wanted ?? 'return');
          }}
        />
      </TextField>
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
      <div className="row">
        {(['approve', 'return', 'reject'] as const).map((verdict) => (
          <Button
            key={verdict}
            {...(tones[verdict] ? { tone: tones[verdict] } : {})}
            isDisabled={!may(verdict)}
            onPress={() => decide(verdict)}
          >
            {say(`web.verdict.${verdict}`)}
          </Button>
        ))}
      </div>
      <p className="soft" role={wanted !== null && !said ? 'status' : undefined}>
        {say(wanted === null ? 'web.review.reason-hint' : `web.review.reason-${wanted}`)}
      </p>
    </section>
  );
}
