/**
 * Sends what waits on this machine: files first, then the report, the same bytes each time until it is answered. It goes on when
 * the server is back, whatever screen is open, and what happened stands in the draft on disk, so that a crash in between
 * loses nothing and doubles nothing.
 */
import type { DraftReport } from '@tilth/domain/report/draft';
import { ask, Refused, type RefusedProblem, tell } from '../ask/ask.ts';
import type { Kept } from './apart.ts';
import type { ReportPage } from './correct.ts';
import { type Draft, type Receipt, sentDraft, sheetsOf } from './draft.ts';
import { changeDraft, draftsOf, onDraftsChange, readDraft, readFile } from './drafts.ts';
import { upload } from './upload.ts';

export interface Outbox {
  /** drafts on their way */
  readonly waiting: number;
  /** what is being sent just now: bytes of files of all */
  readonly now: { readonly draft: string; readonly sent: number; readonly of: number } | null;
  /** why nothing goes out at the moment */
  readonly held: RefusedProblem | null;
}

let state: Outbox = { waiting: 0, now: null, held: null };
const watchers = new Set<() => void>();
const set = (part: Partial<Outbox>) => {
  state = { ...state, ...part };
  for (const tell of watchers) tell();
};
export const outboxNow = (): Outbox => state;
export function onOutboxChange(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** Whose drafts go out; null while nobody is signed in. */
interface Whose {
  readonly by: string;
  readonly programme: string;
  /** called after each report that was received */
  readonly onReceived: () => void;
}

let whose: Whose | null = null;
let running: Promise<void> | null = null;
let again = false;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Milliseconds until the next attempt: soon at first, then at most every minute. */
const LEAST = 3_000;
const MOST = 60_000;
let pause = LEAST;

/** Begins to send for somebody; what comes back stops it. */
export function startOutbox(who: Whose): () => void {
  whose = who;
  const soon = () => {
    pause = LEAST;
    void pump();
  };
  window.addEventListener('online', soon);
  const forget = onDraftsChange(() => void count());
  soon();
  return () => {
    window.removeEventListener('online', soon);
    forget();
    clearTimeout(timer);
    if (whose === who) whose = null;
  };
}

/** Tries now. */
export function sendNow(): void {
  pause = LEAST;
  void pump();
}

/** Sends what can be sent now, and resolves when all of it was tried: before somebody signs out. */
export function sendAllNow(): Promise<void> {
  return pump();
}

async function waiting(): Promise<readonly Kept[]> {
  if (whose === null) return [];
  const all = await draftsOf(whose.by, whose.programme);
  return all
    .filter(({ draft }) => draft.out !== null)
    .sort((a, b) => ((a.draft.out?.since ?? '') < (b.draft.out?.since ?? '') ? -1 : 1));
}

async function count(): Promise<void> {
  const all = await waiting().catch(() => null);
  if (all !== null && all.length !== state.waiting) set({ waiting: all.length });
}

function pump(): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = work();
  return running;
}

async function work(): Promise<void> {
  clearTimeout(timer);
  try {
    do {
      again = false;
      await sendAll();
    } while (again);
  } finally {
    running = null;
    set({ now: null });
    await count();
    if (state.waiting > 0 && whose !== null) {
      timer = setTimeout(() => void pump(), pause);
      pause = Math.min(pause * 2, MOST);
    }
  }
}

async function sendAll(): Promise<void> {
  // a browser that keeps no drafts has none waiting
  const all = await waiting().catch((): readonly Kept[] => []);
  set({ waiting: all.length });
  for (const { draft, sealed } of all) {
    try {
      if (sealed === null) {
        // somebody signed out meanwhile, and what was to be sent left this machine with them
        await takeBack(draft.id);
        continue;
      }
      const receipt = await sendOne(draft, sealed);
      set({ held: null });
      if (receipt === null) continue;
      await receive(draft.id, receipt);
      whose?.onReceived();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (isForLater(error.problem)) {
        set({ held: error.problem });
        return;
      }
      const { problem } = error;
      await changeDraft(draft.id, (d) => ({ ...d, out: null, refused: problem }));
    }
  }
}

/** Nobody answered, the server was at fault or busy, or the person has to sign in again: nothing is wrong with the report. */
function isForLater({ status, code }: RefusedProblem): boolean {
  return status === 0 || status >= 429 || code === 'not-signed-in' || code === 'web-answer-unreadable';
}

/** Null when it was taken back meanwhile. */
async function sendOne(draft: Draft, sealed: DraftReport): Promise<Receipt | null> {
  const files = draft.files.filter((f) => !f.sent);
  const of = files.reduce((n, f) => n + f.size, 0);
  let before = 0;
  set({ now: { draft: draft.id, sent: 0, of } });
  for (const file of files) {
    const bytes = await readFile(draft.id, file.id);
    if (bytes === null) throw new Refused({ code: 'web-file-gone', facts: {}, sentence: null, status: 400 });
    await upload({
      programme: draft.programme,
      kinds: [...new Set(sheetsOf(draft).map((s) => s.kind))],
      digest: file.digest,
      mediaType: file.media_type,
      bytes,
      onProgress: (sent) => set({ now: { draft: draft.id, sent: before + sent, of } }),
    });
    before += file.size;
    await changeDraft(draft.id, (d) => ({
      ...d,
      files: d.files.map((f) => (f.id === file.id ? { ...f, sent: true } : f)),
    }));
  }
  // that it may have arrived is on disk before the first byte leaves
  await changeDraft(draft.id, (d) => ({ ...d, out: d.out && { ...d.out, state: 'unanswered' } }));
  const still = await readDraft(draft.id);
  if (still?.draft.out?.digest !== draft.out?.digest) return null;
  const answer = await tell<{ receipts: readonly ReceiptAnswer[] }>('POST', '/api/reports', {
    programme: draft.programme,
    reports: [sealed],
  });
  const found = answer?.receipts.find((r) => r.entry.id === sealed.report.id);
  if (found === undefined)
    throw new Refused({ code: 'web-answer-unreadable', facts: {}, sentence: null, status: 200 });
  return { number: found.number, instant: found.instant, digest: found.entry.digest, chain: found.digest };
}

interface ReceiptAnswer {
  readonly number: number;
  readonly instant: string;
  readonly digest: string;
  readonly entry: { readonly id: string; readonly digest: string };
}

async function receive(id: string, receipt: Receipt): Promise<void> {
  await changeDraft(id, (d) => sentDraft(d, receipt));
}

/** What became of a report that was sent and not answered. */
export type Arrival = 'arrived' | 'not-there';

/**
 * Asks whether the report under way has arrived, so that it may be changed. If it has, the draft becomes its receipt; if not, it
 * can be changed again. Throws `Refused` when nobody answers.
 */
export async function takeBack(id: string): Promise<Arrival> {
  const found = await readDraft(id);
  if (found === null) return 'not-there';
  const { draft } = found;
  const there = draft.out?.state === 'unanswered' ? await arrived(draft) : null;
  if (there !== null && there.ref.digest === draft.out?.digest) {
    const { number, instant } = there;
    await receive(id, { number, instant, digest: there.ref.digest, chain: null });
    return 'arrived';
  }
  await changeDraft(id, (d) => ({ ...d, out: null }));
  return 'not-there';
}

/**
 * When the report arrived and the draft was changed since (`id-reused`): the changed one becomes its correction, under an id of
 * its own. Throws `Refused` when nobody answers.
 */
export async function asCorrection(id: string, report: string): Promise<void> {
  const found = await readDraft(id);
  const there = found && (await arrived(found.draft));
  if (!there) return;
  const { ref, number } = there;
  await changeDraft(id, (d) => ({ ...d, report, corrects: { ref, number }, out: null, refused: null }));
}

/** The report as it stands on the server; null where it has not arrived. */
export async function arrived(draft: Pick<Draft, 'report' | 'programme'>): Promise<ReportPage | null> {
  try {
    return await ask<ReportPage>(`/api/reports/${draft.report}`, { programme: draft.programme });
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'report-unknown') return null;
    throw error;
  }
}
