/**
 * What a tab shows once somebody has signed out, here or in another tab, and while the server has still to hear of it: nothing that was read or typed before. It takes off
 * this machine what is personal, ends the session at the server, now or as soon as it answers, and begins anew.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { noAddress } from '../../address.ts';
import { endSession } from '../../ask/ask.ts';
import { forgetAtHand } from '../../ask/at-hand.ts';
import { thisTab } from '../../ask/left.ts';
import { useLanguage } from '../../language/language.tsx';
import { forgetReadings } from '../../reading/kept.ts';
import { forgetPersonal } from '../../report/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { Waiting } from '../../ui/message.tsx';
import { addressNow, hrefOf } from '../../use-address.ts';
import { mayOpen, screens } from './screens.ts';

/** Milliseconds between two attempts to end the session, and until it is told that the server has not answered yet. */
const PAUSE = 10_000;
const SLOW = 4_000;

export function Left() {
  const { say } = useLanguage();
  const client = useQueryClient();
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    client.clear();
    // each by itself: a browser without a store has kept nothing
    const forgotten = Promise.allSettled([forgetPersonal(), forgetReadings(), forgetAtHand()]);
    const end = () =>
      Promise.all([forgotten, thisTab.owes() ? endSession() : null]).then(beginAnew, () => setSilent(true));
    void end();
    const again = setInterval(() => void end(), PAUSE);
    const slow = setTimeout(() => setSilent(true), SLOW);
    window.addEventListener('online', end);
    return () => {
      clearTimeout(slow);
      clearInterval(again);
      window.removeEventListener('online', end);
    };
  }, [client]);
  if (!silent) return <Waiting />;
  return (
    <main className="card">
      <img src="/mark.svg" alt="" width="48" height="48" />
      <h1>{say('web.left.title')}</h1>
      <p>{say('web.left.here')}</p>
      <p role="status">{say('web.left.there')}</p>
      <Button onPress={() => void endSession().then(beginAnew, () => setSilent(true))}>
        {say('web.again')}
      </Button>
    </main>
  );
}

/** Everything read while signed in goes out of memory with the page. */
function beginAnew(): void {
  const { screen, programme, lang } = addressNow();
  const open = screens.find((s) => s.id === screen);
  if (open && !mayOpen(open, new Set())) window.location.assign(hrefOf({ ...noAddress, programme, lang }));
  else window.location.reload();
}
