/** The end of a reading: how much of it would be sent, what is wrong with it, and after sending the receipt. */
import { useQueryClient } from '@tanstack/react-query';
import type { Model } from '@tilth/domain/record/kind';
import { useState } from 'react';
import { type ArticlePage, markReading } from '../../ask/articles.ts';
import { Refused, tell } from '../../ask/ask.ts';
import { useLanguage } from '../../language/language.tsx';
import { type Finished, finish } from '../../reading/finish.ts';
import { countOf, type Reading, sayNoPlace } from '../../reading/reading.ts';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useHere } from '../frame/here.tsx';
import type { Writing } from './use-reading.ts';

interface Props {
  readonly page: ArticlePage;
  readonly reading: Reading;
  readonly made: Finished;
  readonly model: Model;
  readonly writing: Writing;
}

interface Answer {
  readonly receipts: readonly {
    readonly number: number;
    readonly instant: string;
    readonly digest: string;
    readonly entry: { readonly id: string; readonly digest: string };
  }[];
}

export function Finish({ page, reading, made, model, writing }: Props) {
  const language = useLanguage();
  const { say, sayIf } = language;
  const { today, programme, kinds, may } = useHere();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  if (reading.receipt !== null)
    return (
      <footer className="desk-foot" role="status">
        <p>
          <strong>{say('web.form.received', { number: reading.receipt.number })}</strong>{' '}
          {say('web.form.received-hint')}
        </p>
        <span className="row">
          {may.has('decide') && (
            <PlaceLink
              className="button"
              to={{ screen: null, own: {}, show: 'review', report: reading.report, narrow: 'side' }}
            >
              {say('web.tab.review')}
            </PlaceLink>
          )}
          <PlaceLink className="button" to={{ own: {} }}>
            {say('web.reading.back')}
          </PlaceLink>
        </span>
      </footer>
    );
  const [lost] = made.placeless;
  const left = countOf(reading, 'open');
  const accepted = countOf(reading, 'accepted');
  const fresh = made.subjects.filter((s) => s.fresh).length;
  const send = async () => {
    setBusy(true);
    setFault(null);
    // written once: what is sent again after a lost answer is the same
    const written = reading.written ?? new Date().toISOString();
    const { report } = finish(page, reading, model, { today, written });
    try {
      if (report === null) return;
      if (reading.written === null) writing.change((r) => ({ ...r, written }));
      const answer = await tell<Answer>('POST', '/api/reports', {
        programme: programme.id,
        reports: [{ report, personal: [] }],
      });
      const found = answer?.receipts.find((r) => r.entry.id === report.id);
      if (!found)
        throw new Refused({ code: 'web-answer-unreadable', facts: {}, sentence: null, status: 200 });
      const { number, instant, digest, entry } = found;
      writing.change((r) => ({ ...r, receipt: { number, instant, digest: entry.digest, chain: digest } }));
      await markReading(programme.id, page.digest, 'finished');
      await client.invalidateQueries({
        predicate: (q) => q.queryKey[0] !== 'kinds' && q.queryKey[0] !== 'me',
      });
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <footer className="desk-foot">
      <div>
        {accepted > 0 && (
          <p>
            {say('web.reading.makes', {
              n: accepted,
              claims: made.claims,
              fresh,
              here: made.subjects.length - fresh,
            })}
          </p>
        )}
        {made.placeless.length > 0 && (
          <p className="row">
            <span>
              {say('web.reading.placeless', {
                n: made.placeless.length,
                name: lost?.name || (kinds.get(lost?.kind ?? '')?.label ?? ''),
              })}
            </span>
            <Button
              onPress={() =>
                writing.change((r) =>
                  sayNoPlace(
                    r,
                    made.placeless.map((s) => s.id),
                    (kind) => kinds.get(kind)?.place,
                  ),
                )
              }
            >
              {say('web.reading.place-not-told')}
            </Button>
          </p>
        )}
        {left > 0 && <p className="soft">{say('web.reading.left', { n: left })}</p>}
        {made.claims > 0 &&
          made.whole.map((p) => (
            <p key={JSON.stringify(p)} className="wrong">
              {sayIf(`problem.${p.code}`, p.facts) ?? p.code}
            </p>
          ))}
        {fault !== null && (
          <p className="callout" role="alert">
            {sentenceOf(fault, language)}
          </p>
        )}
      </div>
      <Button tone="main" isDisabled={busy || made.report === null} onPress={send}>
        {say('web.reading.finish', { n: accepted })}
      </Button>
    </footer>
  );
}
