/**
 * A day or a number other than today's is folded anew from the log, some seconds of work in a large programme; the store
 * keeps the latest few. Who is signed in may look at as many as they like. Strangers may look at 30 in a minute: enough to
 * step through a history, too few to keep an office from its work.
 */
import { problem } from '@tilth/domain/problem';
import { refuse } from './answer.ts';
import { attemptsOf } from './api/attempts.ts';
import type { App } from './route.ts';

const MOST = 30;
const SECONDS = 60;
const TIMES = ['at', 'known', 'datetime'];

/** To be added after the doorkeeper, who says who asks. */
export function addOtherTimes(app: App): void {
  const looks = attemptsOf({ most: MOST, seconds: SECONDS });
  /** what a stranger looked at within the last minute costs nothing again: a map asks for a dozen tiles of one day */
  let recent = new Set<string>();
  let since = process.uptime();
  app.addHook('onRequest', async ({ asker, url, ip }) => {
    if (asker.person !== null) return;
    const asked = new URL(url, 'http://localhost').searchParams;
    const times = TIMES.map((name) => asked.get(name) ?? '').join(' ');
    if (times.trim() === '') return;
    const now = process.uptime();
    if (now - since > SECONDS) {
      recent = new Set();
      since = now;
    }
    const look = `${ip} ${times}`;
    if (recent.has(look)) return;
    const wait = looks.count(ip, now);
    if (wait > 0) refuse(problem('too-many-times', { seconds: wait }));
    recent.add(look);
  });
}
