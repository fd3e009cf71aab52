/** What a screen says when there is nothing to show, when it waits, and when it was refused: always with what to do. */
import type { ReactNode } from 'react';
import { Refused } from '../ask/ask.ts';
import { type Language, useLanguage } from '../language/language.tsx';
import { Button } from './button.tsx';

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="message">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Waiting() {
  const { say } = useLanguage();
  return (
    <p className="waiting" role="status">
      {say('web.waiting')}
    </p>
  );
}

/** The sentence of a refusal: in the reader's words where we have them, else the server's own. */
export function sentenceOf(error: unknown, { say, sayIf }: Language): string {
  if (!(error instanceof Refused)) return say('web.problem.unexpected');
  const { code, facts, sentence } = error.problem;
  if (code === 'web-unreachable') return say('web.problem.unreachable');
  return sayIf(`problem.${code}`, facts) ?? sentence ?? say('web.problem.unexpected');
}

/** A refusal is an answer: asking again helps only where nobody answered, or the server itself was at fault. */
function worthAgain(error: unknown): boolean {
  return !(error instanceof Refused) || error.problem.status === 0 || error.problem.status >= 429;
}

export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const language = useLanguage();
  return (
    <div className="message" data-tone="alarm" role="alert">
      <p>{sentenceOf(error, language)}</p>
      {retry && worthAgain(error) && <Button onPress={retry}>{language.say('web.again')}</Button>}
    </div>
  );
}
