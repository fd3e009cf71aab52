/** The service worker: shell.ts, bound to what the browser tells it. Built as /offline.js (web/offline-files.ts lists its files). */
import { answerFile, answerPage, dropOld, keepShell, type Shelves, wayOf } from './shell.ts';

/** Written in by the build: the page's own script first, then all that it and the report form need. */
declare const TILTH_FILES: readonly string[];

interface Scope {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: unknown;
}
const isScope = (scope: object): scope is Scope => 'skipWaiting' in scope && 'clients' in scope;
const isLasting = (event: Event): event is Lasting => 'waitUntil' in event;
const isAsking = (event: Event): event is Asking => isLasting(event) && 'respondWith' in event;
const isTold = (event: Event): event is Told => isLasting(event) && 'data' in event;

const files: readonly string[] = TILTH_FILES;
const shelves: Shelves = caches;
const ask = (address: string, init?: RequestInit) => fetch(address, init);

self.addEventListener('install', (event) => {
  // at once: pages come from the server, and what older tabs still load stays
  if (isLasting(event) && isScope(self))
    event.waitUntil(Promise.all([keepShell(shelves, files, ask), self.skipWaiting()]));
});

self.addEventListener('activate', (event) => {
  if (isLasting(event) && isScope(self))
    event.waitUntil(Promise.all([dropOld(shelves, files), self.clients.claim()]));
});

// what the page had loaded before there was a worker to keep it
self.addEventListener('message', (event) => {
  if (!isTold(event) || !Array.isArray(event.data)) return;
  const loaded = event.data.filter(
    (url): url is string =>
      typeof url === 'string' && wayOf({ method: 'GET', url, mode: 'cors' }, self.location.origin) === 'file',
  );
  event.waitUntil(Promise.allSettled(loaded.map((url) => answerFile(shelves, files, url, ask))));
});

self.addEventListener('fetch', (event) => {
  if (!isAsking(event)) return;
  const { request } = event;
  const way = wayOf(request, self.location.origin);
  if (way === 'page') event.respondWith(answerPage(shelves, files, () => fetch(request)));
  if (way === 'file') event.respondWith(answerFile(shelves, files, request.url, ask));
});
