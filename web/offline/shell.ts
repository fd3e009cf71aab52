/**
 * The app's own files on this machine, so that a page opened without the server still shows the drafts and what waits to be sent.
 * Nothing but the page and its files is ever kept: no answer of an interface, no tile, nothing about anybody. The page comes
 * from the server whenever it answers; files carry a hash in their name and are the same wherever they come from. A new
 * version keeps its own files first, then takes over; the version before stays for the tabs that still run it, older ones go.
 */
import { isPagePath } from '@tilth/domain/page-path';

/** What of a browser's CacheStorage is used; the tests bring their own. */
export interface Shelf {
  match(address: string): Promise<Response | undefined>;
  put(address: string, answer: Response): Promise<void>;
}
export interface Shelves {
  open(name: string): Promise<Shelf>;
  keys(): Promise<readonly string[]>;
  delete(name: string): Promise<boolean>;
}
export type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/** `page`: from the server, else the one kept; `file`: as kept, else from the server; null: none of ours. */
export type Way = 'page' | 'file' | null;

const OURS = 'tilth-page:';
const PAGE = '/';
/** A proxy before a server that does not answer. */
const NOBODY_THERE = [502, 504];

/** The shelf of a version: the first of its files, which is the page's own script, has a hash of all it leads to in its name. */
export const shelfOf = (files: readonly string[]): string => `${OURS}${files[0]}`;

/** How a request is answered, by its method, its whole address and whether it opens a page. */
export function wayOf(
  { method, url, mode }: { method: string; url: string; mode: string },
  origin: string,
): Way {
  const address = new URL(url);
  if (method !== 'GET' || address.origin !== origin) return null;
  if (address.pathname.startsWith('/assets/') || address.pathname === '/mark.svg') return 'file';
  return mode === 'navigate' && isPagePath(address.pathname) ? 'page' : null;
}

/**
 * Keeps the page and its files, or throws and leaves what was kept before in place: when a file is missing, or the page that
 * the server gives is another version's by now. The page is asked for without cookies, as nobody's.
 */
export async function keepShell(shelves: Shelves, files: readonly string[], fetch: Fetch): Promise<void> {
  const name = shelfOf(files);
  // a worker may be new while the page is not: what stands under this name is whole and in use, and its files are the same
  const stood = (await shelves.keys()).includes(name);
  try {
    const shelf = await shelves.open(name);
    const page = await fetch(PAGE, { credentials: 'omit', cache: 'no-store' });
    const text = await page.clone().text();
    if (!page.ok || page.redirected || !text.includes(`${files[0]}`)) throw new Error('another page');
    await Promise.all(
      [...files, '/mark.svg'].map(async (file) => {
        const found = await fetch(file);
        if (!found.ok) throw new Error(`${file} is not there`);
        await shelf.put(file, found);
      }),
    );
    // last, so that no page stands without its files
    await shelf.put(PAGE, page);
  } catch (error) {
    if (!stood) await shelves.delete(name);
    throw error;
  }
}

/** Takes versions off this machine that no tab can still run: all but this one and the one before. */
export async function dropOld(shelves: Shelves, files: readonly string[]): Promise<void> {
  const mine = shelfOf(files);
  const others = (await shelves.keys()).filter((name) => name.startsWith(OURS) && name !== mine);
  await Promise.all(others.slice(0, -1).map((name) => shelves.delete(name)));
}

/** The page from the server; where nobody answers, the one kept. `ask` throws when there is no way to the server. */
export async function answerPage(
  shelves: Shelves,
  files: readonly string[],
  ask: () => Promise<Response>,
): Promise<Response> {
  const kept = async () => (await shelves.open(shelfOf(files))).match(PAGE);
  try {
    const answer = await ask();
    return NOBODY_THERE.includes(answer.status) ? ((await kept()) ?? answer) : answer;
  } catch (error) {
    const page = await kept();
    if (page) return page;
    throw error;
  }
}

/** A file as it is kept, whichever version kept it; else from the server, and kept for the next time. */
export async function answerFile(
  shelves: Shelves,
  files: readonly string[],
  address: string,
  fetch: Fetch,
): Promise<Response> {
  const { pathname } = new URL(address);
  for (const name of (await shelves.keys()).filter((n) => n.startsWith(OURS)).reverse()) {
    const kept = await (await shelves.open(name)).match(pathname);
    if (kept) return kept;
  }
  const answer = await fetch(address);
  // the version being installed puts its own files where they belong; until then there is no shelf to fill
  if (answer.ok && (await shelves.keys()).includes(shelfOf(files)))
    await (await shelves.open(shelfOf(files))).put(pathname, answer.clone());
  return answer;
}
