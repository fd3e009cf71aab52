/**
 * Questions that are worked out anew each time: land cut to a drawn piece of ground, the contradictions of a programme, what
 * a report would say, what stands around an item. Who is signed in may ask as many as they like. A stranger may ask 30 of
 * each in a minute, of single figures 120, since one dashboard asks for a dozen. What they asked within that minute costs
 * nothing again.
 */
import { problem } from '@tilth/domain/problem';
import { refuse } from './answer.ts';
import { attemptsOf } from './api/attempts.ts';
import type { App } from './route.ts';

const SECONDS = 60;
/** asked by method and route */
const MOST: Readonly<Record<string, number>> = {
  'POST /api/inside': 30,
  'GET /api/disputes': 30,
  'GET /api/accountability': 30,
  'GET /api/promises': 30,
  'GET /api/published': 30,
  'GET /api/treaties': 30,
  'GET /api/treaties/:treaty': 60,
  'GET /api/treaties/states/:country': 60,
  'GET /api/alignments': 30,
  'GET /api/products/run': 30,
  'GET /api/:kind/:id/links': 30,
  'GET /api/figures': 120,
};

/** To be added after the doorkeeper, who says who asks. */
export function addHeavyQuestions(app: App): void {
  const counters = new Map(
    Object.entries(MOST).map(([route, most]) => [route, attemptsOf({ most, seconds: SECONDS })]),
  );
  let recent = new Set<string>();
  let since = process.uptime();
  app.addHook('onRequest', async ({ asker, method, url, ip, routeOptions }) => {
    const counter = counters.get(`${method === 'HEAD' ? 'GET' : method} ${routeOptions.url}`);
    if (asker.person !== null || counter === undefined) return;
    const now = process.uptime();
    if (now - since > SECONDS) {
      recent = new Set();
      since = now;
    }
    // of a POST the address does not say what is asked
    const question = method === 'POST' ? null : `${ip} ${url}`;
    if (question !== null && recent.has(question)) return;
    const wait = counter.count(ip, now);
    if (wait > 0) refuse(problem('too-many-questions', { seconds: wait }));
    if (question !== null) recent.add(question);
  });
}
