/**
 * Signs in with the token of a one-time link. The token stands after `#`, which never reaches a server or its log; it is
 * taken out of the address before it is sent. It is sent at a press, not by opening the page: programs that look into
 * links don't use them up.
 */
import { useState } from 'react';
import { tell } from '../../ask/ask.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { tokenIn } from './token-in.ts';

const token = tokenIn(window.location);
if (token) window.history.replaceState(null, '', '/sign-in');

export function SignIn() {
  const language = useLanguage();
  const { say } = language;
  const [state, setState] = useState<'ready' | 'sending' | { error: unknown }>('ready');
  const signIn = async () => {
    setState('sending');
    try {
      await tell('POST', '/api/session', { token });
      window.location.replace('/');
    } catch (error) {
      setState({ error });
    }
  };
  return (
    <main className="card">
      <img src="/mark.svg" alt="" width="48" height="48" />
      <h1>{say('web.sign-in.title')}</h1>
      {token === null ? (
        <p>{say('web.sign-in.no-token')}</p>
      ) : (
        <>
          <p>{say('web.sign-in.hint')}</p>
          <Button tone="main" isDisabled={state === 'sending'} onPress={signIn}>
            {say('web.sign-in')}
          </Button>
        </>
      )}
      {typeof state === 'object' && (
        <p className="callout" role="alert">
          {sentenceOf(state.error, language)}
        </p>
      )}
      <a href="/">{say('web.sign-in.read-only')}</a>
    </main>
  );
}
