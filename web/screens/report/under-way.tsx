/** A report on its way: how far it is, why it waits, and how to take it back to change it. */
import { useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../../language/language.tsx';
import type { Draft, Out } from '../../report/draft.ts';
import { onOutboxChange, outboxNow, sendNow, takeBack } from '../../report/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';

export function UnderWay({ draft, out }: { draft: Draft; out: Out }) {
  const language = useLanguage();
  const { say, number } = language;
  const { now, held } = useSyncExternalStore(onOutboxChange, outboxNow);
  const [fault, setFault] = useState<unknown>(null);
  const mine = now?.draft === draft.id ? now : null;
  const share = mine && mine.of > 0 ? Math.min(1, mine.sent / mine.of) : null;
  return (
    <section className="callout under-way" aria-label={say('web.form.way')}>
      <p role="status">
        <strong>
          {mine
            ? share === null
              ? say('web.form.sending')
              : say('web.form.way.files', { percent: number(Math.round(share * 100)) })
            : held?.code === 'not-signed-in'
              ? say('web.form.way.sign-in')
              : say('web.form.way.waits')}
        </strong>{' '}
        {out.state === 'unanswered' &&
          !mine &&
          say('web.form.way.unanswered', { when: language.instant(out.since) })}
      </p>
      {share !== null && <progress value={share} max={1} aria-label={say('web.form.way')} />}
      {!mine && (
        <div className="row">
          <Button onPress={sendNow}>{say('web.form.way.now')}</Button>
          <Button
            onPress={() => {
              setFault(null);
              takeBack(draft.id).catch(setFault);
            }}
          >
            {say('web.form.way.back')}
          </Button>
        </div>
      )}
      {fault !== null && (
        <p role="alert">{say('web.form.way.no-answer', { why: sentenceOf(fault, language) })}</p>
      )}
    </section>
  );
}
