/** One report beside the current view it would change, claim by claim; then approve, return or reject with a reason. */
import { useQueries, useQueryClient } from '@tanstack/react-query';
import type { Claim } from '@tilth/domain/report/entry';
import { takesLandOff } from '@tilth/domain/report/takes-land-off';
import { useEffect, useRef, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import type { ItemPage, Queued } from '../../ask/answers.ts';
import { tell } from '../../ask/ask.ts';
import { itemQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { focusMapOn, propose } from '../../map/focus.ts';
import { explainSureness, showSureness } from '../../record/attribution.ts';
import { makeDecision, type Verdict } from '../../record/decide.ts';
import { PartyName } from '../../record/linked-item.tsx';
import { showSpan, showValue } from '../../record/show-value.ts';
import { titleOf } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { Changes } from '../item/history.tsx';
import { ValueText } from '../item/property-line.tsx';

const nowTimes = { at: null, known: null };

export function ReportReview({ queued, after }: { queued: Queued; after: Queued | null }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const { report, number } = queued;
  const answers = useQueries({ queries: report.items.map((i) => itemQuestion(i.kind, i.id, nowTimes)) });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  useEffect(() => {
    const land = report.claims.flatMap(({ value }) =>
      value.type === 'geometry' ? [value.geometry] : value.type === 'release' ? [value.land] : [],
    );
    propose(land);
    if (land[0]) focusMapOn(land[0]);
    return () => propose([]);
  }, [report]);
  const nameOfItem = (kind: string, page: ItemPage | undefined) =>
    [kinds.get(kind)?.label ?? kind, page && titleOf(page.view, kinds.get(kind), { language, lists })]
      .filter(Boolean)
      .join(' ');
  return (
    <div className="review">
      <div className="item-tools">
        <Button tone="plain" icon="back" onPress={() => go({ report: null })}>
          {say('web.review.back')}
        </Button>
      </div>
      <header className="item-head">
        <p className="soft">
          {say('web.receipt', { number })} · {report.form}
          {queued.step !== null && queued.under.length > 0 && (
            <> · {say('web.review.step', { step: queued.step })}</>
          )}
        </p>
        <h1 tabIndex={-1} ref={title}>
          {report.source.name}
        </h1>
        <p>
          {report.said && (
            <>
              <bdi>
                <PartyName party={report.said} />
              </bdi>{' '}
              ·{' '}
            </>
          )}
          <bdi>{showSpan(report.when, language)}</bdi>{' '}
          <span title={explainSureness(report.sure, language)}>{showSureness(report.sure)}</span>
        </p>
        {takesLandOff(report) && <p className="callout">{say('web.review.release-hint')}</p>}
        <Changes report={report} />
      </header>
      {report.items.map((item, on) => (
        <section key={item.id} className="group">
          <h2>
            {nameOfItem(item.kind, answers[on]?.data)}{' '}
            <Button tone="plain" onPress={() => go({ item: item.id, itemKind: item.kind })}>
              {say('web.open')}
            </Button>
          </h2>
          <Comparison
            claims={report.claims.filter((c) => c.on === on)}
            kindName={item.kind}
            page={answers[on]?.data ?? null}
          />
        </section>
      ))}
      <Verdicts queued={queued} pages={answers.flatMap((a) => (a.data ? [a.data] : []))} after={after} />
    </div>
  );
}

/** Claim by claim: what the report says, and what stands now. */
function Comparison({
  claims,
  kindName,
  page,
}: {
  claims: readonly Claim[];
  kindName: string;
  page: ItemPage | null;
}) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, lists } = useHere();
  const kind = kinds.get(kindName);
  return (
    <table className="comparison">
      <thead>
        <tr>
          <th scope="col">{say('web.review.property')}</th>
          <th scope="col">{say('web.review.says')}</th>
          <th scope="col">{say('web.review.now')}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => {
          const now = page?.view.properties.find((p) => p.property === claim.property);
          const value = now?.state === 'pending' ? null : now?.value;
          const text = value ? showValue(value, kind?.properties[claim.property], { language, lists }) : null;
          return (
            <tr key={`${claim.property} ${JSON.stringify(claim.value)}`}>
              <th scope="row">{kind?.properties[claim.property]?.label ?? claim.property}</th>
              <td>
                <ValueText value={claim.value} name={claim.property} kind={kind} />
              </td>
              <td>
                {text ?? <span title={say('web.value.none')}>–</span>}
                {now?.state === 'disputed' && <Chip tone="disputed">{say('web.disputed')}</Chip>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const tones = { approve: 'main', return: undefined, reject: 'alarm' } as const;

function Verdicts({
  queued,
  pages,
  after,
}: {
  queued: Queued;
  pages: readonly ItemPage[];
  after: Queued | null;
}) {
  const language = useLanguage();
  const { say } = language;
  const { programme, me } = useHere();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState<Verdict | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const seenAll = pages.length === queued.report.items.length;

  const { step, under } = queued;

  const decide = async (verdict: Verdict) => {
    if (!me.person || step === null) return;
    setSending(verdict);
    setFault(null);
    const decision = makeDecision(
      {
        programme: programme.id,
        by: me.person.id,
        now: Date.now(),
        random: crypto.getRandomValues(new Uint8Array(10)),
      },
      {
        verdict,
        report: queued.ref,
        step,
        under,
        reason: reason.trim(),
        seen: pages.flatMap((p) => p.entries),
      },
    );
    try {
      await tell('POST', '/api/decisions', { programme: programme.id, decisions: [decision] });
      go({ report: after?.ref.id ?? null });
      await client.invalidateQueries({
        predicate: (q) => q.queryKey[0] !== 'kinds' && q.queryKey[0] !== 'me',
      });
    } catch (error) {
      setFault(error);
      setSending(null);
    }
  };

  return (
    <section className="verdicts" aria-label={say('web.review.decide')}>
      <TextField className="field" value={reason} onChange={setReason}>
        <Label>{say('web.review.reason')}</Label>
        <TextArea className="input" />
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
            isDisabled={
              sending !== null || step === null || !seenAll || (verdict !== 'approve' && reason.trim() === '')
            }
            onPress={() => decide(verdict)}
          >
            {say(`web.verdict.${verdict}`)}
          </Button>
        ))}
      </div>
      <p className="soft">{say('web.review.reason-hint')}</p>
    </section>
  );
}
