/**
 * What the page's main thread did, from a trace of the browser: its tasks, and of each how long it only waited for the
 * rasteriser (the GPU process; here a software renderer that shares the two cores with everything else). What remains of
 * a task is ours: script, the map library's too, style, layout and paint.
 */
import type { Page } from 'playwright-core';

export interface Task {
  readonly ms: number;
  /** of which waiting for an answer of the GPU process */
  readonly waited_ms: number;
  /** of which this thread was on a core at all */
  readonly cpu_ms: number;
}

export interface Traced {
  /** of the page's main thread, longest first without what it waited */
  readonly tasks: readonly Task[];
  /** milliseconds on a core: the page's main thread, of it in script, and all threads of the GPU process */
  readonly page_cpu_ms: number;
  readonly gpu_cpu_ms: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** microseconds, and of them on a core */
  readonly dur: number;
  readonly tdur: number;
  /** the name it gives a process */
  readonly called: string | null;
}

function eventOf(stated: Readonly<Record<string, unknown>>): TraceEvent {
  const { name, ph, pid, tid, ts, dur, tdur, args } = stated;
  const called = typeof args === 'object' && args !== null && 'name' in args ? args.name : undefined;
  return {
    name: String(name),
    ph: String(ph),
    pid: Number(pid),
    tid: Number(tid),
    ts: Number(ts),
    dur: Number(dur ?? 0),
    tdur: Number(tdur ?? 0),
    called: typeof called === 'string' ? called : null,
  };
}

const MARK = 'bench-traced';
/** Events of the page's main thread that stand for one wait, whatever was asked. */
const WAIT = 'ImplementationBase::WaitForCmd';
const TASKS = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/** Traces the browser while `work` goes on. */
export async function traced(page: Page, work: () => Promise<void>): Promise<Traced> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value.map(eventOf)));
  const ended = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'gpu', 'blink.user_timing'] },
  });
  await page.evaluate((name) => performance.mark(name), MARK);
  await work();
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  return readTrace(events);
}

export function readTrace(events: readonly TraceEvent[]): Traced {
  const mark = events.find((e) => e.name === MARK);
  if (mark === undefined) throw new Error('the trace does not say which thread is the page');
  const gpu = events.find((e) => e.name === 'process_name' && e.called === 'GPU Process')?.pid;
  const main = events.filter((e) => e.pid === mark.pid && e.tid === mark.tid);
  const waits = main.filter((e) => e.name === WAIT);
  const tasks = outermost(main.filter((e) => TASKS.has(e.name))).map((task): Task => {
    const end = task.ts + task.dur;
    const inside = outermost(waits.filter((w) => w.ts >= task.ts && w.ts < end));
    return {
      ms: task.dur / 1000,
      waited_ms: inside.reduce((sum, w) => sum + w.dur, 0) / 1000,
      cpu_ms: task.tdur / 1000,
    };
  });
  const own = (t: Task) => t.ms - t.waited_ms;
  const onCore = (of: readonly TraceEvent[]) => of.reduce((sum, e) => sum + e.tdur, 0) / 1000;
  return {
    tasks: tasks.sort((a, b) => own(b) - own(a)),
    page_cpu_ms: tasks.reduce((sum, t) => sum + t.cpu_ms, 0),
    gpu_cpu_ms: onCore(outermost(events.filter((e) => e.pid === gpu && TASKS.has(e.name)))),
  };
}

/** Without events that lie within another one of the same thread. */
function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const found: TraceEvent[] = [];
  const ends = new Map<number, number>();
  const ordered = [...events].sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  for (const e of ordered) {
    if (e.ph !== 'X' || e.ts < (ends.get(e.tid) ?? 0)) continue;
    ends.set(e.tid, e.ts + e.dur);
    found.push(e);
  }
  return found;
}
