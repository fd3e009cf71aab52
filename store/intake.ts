/**
 * Takes the rows of a file in (design, laws 8 and 10; §5 *import*): every row gives exactly one outcome, rows go in whole,
 * batch by batch, and the same file again adds nothing. What a row is known by are its report ids, derived by the importer
 * from its identity or content and place; for rows with an identity also the last content it had, and for snapshots the
 * row it was matched with (intake/known-snapshot.ts). A snapshot with a row that could not be read says of nothing that it
 * is gone, and does not count as the last one.
 */
import { setImmediate } from 'node:timers/promises';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { mayDo } from '@tilth/domain/access/may';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { isDay } from '@tilth/domain/report/day';
import type { RowDraft } from '@tilth/domain/report/draft';
import type { Report } from '@tilth/domain/report/entry';
import { dayIn, type Keeper, readerOf } from './current/keeper.ts';
import { sceneOf } from './current/scene.ts';
import type { Tx } from './db.ts';
import { type BatchResult, type Import, type Place, takeIn, type Work } from './intake/batch.ts';
import {
  type AcceptedDraft,
  derive,
  isPublishable,
  ownItems,
  publishedClaim,
  ready,
  withIds,
  withPublished,
} from './intake/draft-for-store.ts';
import { KnownSnapshot } from './intake/known-snapshot.ts';
import { type KnownRow, keepSnapshot, rowsOfSource, snapshotDays } from './intake/row-keys.ts';
import { Tally } from './intake/tally.ts';
import { secretOf } from './programmes.ts';
import type { Asker, IntakeOptions, IntakeResult } from './store.ts';

const BATCH_ROWS = 2_000;
const BATCH_CHARACTERS = 3_000_000;
const SPOOL_ROWS = 500;
const ROWS_BETWEEN_PAUSES = 50;

/** Refuses who may not report (and, with `approve`, decide) and a snapshot older than the last one of its source. */
export async function intake(
  keeper: Keeper,
  asker: Asker,
  rows: AsyncIterable<RowDraft>,
  options: IntakeOptions,
): Promise<IntakeResult> {
  const run = await open(keeper, asker, options);
  const taking = new Intake(keeper, asker, run);
  try {
    return await taking.take(rows);
  } catch (error) {
    await taking.settled();
    throw error;
  }
}

async function open(keeper: Keeper, asker: Asker, options: IntakeOptions): Promise<Import> {
  const { programme } = options;
  const role = asker.roles.get(programme);
  const refused =
    mayDo('report', asker.person, role, programme) ??
    (options.approve ? mayDo('decide', asker.person, role, programme) : null);
  if (refused || asker.person === null) throw new Refusal(refused ?? problem('not-signed-in'));
  if (options.snapshot !== undefined && !isDay(options.snapshot)) {
    throw new Refusal(problem('date-unreadable', { value: options.snapshot }));
  }
  const person = asker.person;
  return keeper.db.transaction(readerOf(asker, programme), async (tx) => {
    const { model, zone } = await sceneOf(keeper, tx, asker, programme, {});
    const now = keeper.now();
    const secret = await secretOf(tx, programme);
    return {
      options,
      person,
      model,
      secret,
      overlay: keeper.overlay,
      clock: keeper.now,
      now,
      today: dayIn(zone, now),
      readied: new WeakMap(),
    };
  });
}

class Intake {
  readonly #keeper: Keeper;
  readonly #asker: Asker;
  readonly #run: Import;
  readonly #tally = new Tally();
  readonly #seen = new Map<string, number>();
  #batch: Work[] = [];
  #characters = 0;
  #spool: AcceptedDraft[] = [];
  readonly #packed: Buffer[] = [];
  /** items that this snapshot lists */
  readonly #listed = new Set<string>();
  /** rows that could not be read, each of which may be any of those listed before */
  #unread = 0;
  /** the last rows were not there before, so the next may not be either */
  #stores = false;
  #underWay: Promise<{ readonly result: BatchResult } | { readonly error: unknown }> | null = null;
  #voice: Pick<Report, 'said' | 'published'> = {};

  constructor(keeper: Keeper, asker: Asker, run: Import) {
    this.#keeper = keeper;
    this.#asker = asker;
    this.#run = run;
  }

  async take(rows: AsyncIterable<RowDraft>): Promise<IntakeResult> {
    const { snapshot, progress } = this.#run.options;
    const known = snapshot === undefined ? null : await this.#knownSnapshot(snapshot);
    let read = 0;
    for await (const row of rows) {
      if ('refused' in row) this.#refuse(row, row.refused);
      else if ('same' in row)
        this.#tally.add(row, 'same', problem('same-as-row', { row: row.same, columns: [] }));
      else if (known) await this.#match(known, row);
      else await this.#push(this.#plain(row));
      read++;
      if (read % 1_000 === 0) progress?.(read);
      // a file in memory comes without a pause: let the database's answers in
      if (read % ROWS_BETWEEN_PAUSES === 0) await setImmediate();
    }
    if (known) await this.#finish(known);
    await this.#flush();
    await this.#landed();
    if (known && this.#unread > 0)
      this.#tally.notices.push(problem('snapshot-incomplete', { rows: this.#unread }));
    if (known && snapshot !== undefined && this.#unread === 0 && !this.#run.options.dryRun) {
      await this.#transaction((tx) =>
        keepSnapshot(tx, this.#run.options.programme, this.#run.options.source, snapshot),
      );
    }
    progress?.(read);
    return this.#tally.result();
  }

  #transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#keeper.db.transaction(readerOf(this.#asker, this.#run.options.programme), work);
  }

  /** A row that could not be read may be any of those listed before: then nothing can be said to be gone. */
  #refuse(at: Place, why: Problem): void {
    if (at.row === 0) throw new Refusal(why);
    if (why.code !== 'row-empty') this.#unread++;
    this.#tally.add(at, 'refused', why);
  }

  #plain(row: AcceptedDraft): Work {
    const { identity, content } = row.key;
    const place = identity === '' ? row.key.place : (this.#seen.get(identity) ?? 0);
    if (identity !== '') this.#seen.set(identity, place + 1);
    const repeated = identity !== '' && place > 0;
    return this.#work(row, { identity, content, place, repeated, found: null });
  }

  #work(row: AcceptedDraft, more: Pick<Work, 'identity' | 'content' | 'place' | 'repeated' | 'found'>): Work {
    return {
      row: row.row,
      ...(row.sheet !== undefined && { sheet: row.sheet }),
      drafts: row.drafts,
      repairs: row.repairs,
      notices: row.notices,
      items: ownItems(row),
      ...more,
    };
  }

  async #push(work: Work): Promise<void> {
    this.#batch.push(work);
    for (const { report } of work.drafts) {
      // done here, it is done while the database works on the rows before; rows that are there already need it not
      if (this.#stores && this.#underWay) ready(report, this.#run);
      // a guess without writing it all out: geometry is most of what is large
      this.#characters += 300 + report.claims.reduce((n, c) => n + 200 + sizeOf(c.value), 0);
    }
    if (this.#batch.length >= BATCH_ROWS || this.#characters >= BATCH_CHARACTERS) await this.#flush();
  }

  /** Sends the batch off; the next rows are read while the database works. One batch at a time is on its way. */
  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#characters = 0;
    await this.#landed();
    if (batch.length === 0) return;
    this.#underWay = this.#transaction((tx) => takeIn(tx, this.#run, batch)).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
  }

  /** When nothing is on its way to the database any more, whatever became of it. */
  async settled(): Promise<void> {
    await this.#underWay;
  }

  /** Waits for the batch that is on its way. */
  async #landed(): Promise<void> {
    const landed = await this.#underWay;
    this.#underWay = null;
    if (landed === null) return;
    if ('error' in landed) throw landed.error;
    for (const { work, outcome, problem, waits } of landed.result.done) {
      if (outcome === 'refused' && problem) this.#refuse(work, problem);
      else if (work.row > 0) this.#tally.add(work, outcome, problem ?? waits, waits);
    }
    this.#tally.waiting += landed.result.waiting;
    this.#stores = landed.result.done.some((d) => d.outcome !== 'unchanged');
  }

  async #knownSnapshot(day: string): Promise<KnownSnapshot> {
    const { programme, source } = this.#run.options;
    const days = await this.#transaction((tx) => snapshotDays(tx, programme, source));
    const later = days.findLast((d) => d > day);
    if (later !== undefined) throw new Refusal(problem('snapshot-older', { date: day, last: later }));
    const known = new KnownSnapshot(day, days.findLast((d) => d < day) ?? null);
    let after: KnownRow | null = null;
    for (;;) {
      const from: KnownRow | null = after;
      const page: readonly KnownRow[] = await this.#transaction((tx) =>
        rowsOfSource(tx, programme, source, from, 5_000),
      );
      for (const row of page) if (row.day !== null) known.add(row);
      after = page.at(-1) ?? null;
      if (page.length < 5_000) return known;
    }
  }

  /** A row of a snapshot: itself again, or put by until all that are themselves are known. */
  async #match(known: KnownSnapshot, row: AcceptedDraft): Promise<void> {
    const { identity, content } = row.key;
    const first = row.drafts[0]?.report;
    if (first) {
      this.#voice = {
        ...(first.said && { said: first.said }),
        ...(first.published && { published: first.published }),
      };
    }
    const same = known.same(identity, content);
    if (!same) {
      if (!known.any) return this.#fresh(known, row);
      this.#spool.push(row);
      if (this.#spool.length >= SPOOL_ROWS) this.#pack();
      return;
    }
    for (const item of same.items) this.#listed.add(item.id);
    const as = { identity, content, place: same.place, repeated: false };
    const drafts = this.#as(row, same, (id) => (row.drafts[0]?.report.id === id ? same.report : id));
    if (known.wasListed(same)) {
      return this.#push({
        ...this.#work({ ...row, drafts }, { ...as, found: 'unchanged' }),
        items: same.items,
      });
    }
    const listed = this.#says(same, true, 'listed');
    const again = this.#work({ ...row, drafts: [listed] }, { ...as, found: 'again' });
    const notice = problem('listed-again', { date: known.day });
    return this.#push({ ...again, items: same.items, repairs: [], notices: [notice] });
  }

  /** The row's drafts with the items of the row it was matched with. */
  #as(row: AcceptedDraft, same: KnownRow, report: (id: string) => string): AcceptedDraft['drafts'] {
    const own = row.own?.length === 0 ? [] : ownItems(row);
    const items = new Map(own.map((item, i) => [item.id, same.items[i]?.id ?? item.id]));
    return withIds(row.drafts, items, report);
  }

  async #fresh(known: KnownSnapshot, row: AcceptedDraft): Promise<void> {
    const { secret, model } = this.#run;
    const { identity, content } = row.key;
    const later = known.last !== null;
    const items = new Map(
      ownItems(row)
        .filter((i) => row.own?.length !== 0 && known.hasItem(i.id))
        .map((i) => [i.id, derive(secret, 'item-anew', i.id, known.day)]),
    );
    const place = known.place(identity);
    const report = (id: string) => (later ? derive(secret, 'report-anew', id, known.day, place) : id);
    const drafts = withPublished(withIds(row.drafts, items, report), known.day, model);
    const own = ownItems(row).map((i) => ({ ...i, id: items.get(i.id) ?? i.id }));
    for (const item of own) this.#listed.add(item.id);
    await this.#push({
      ...this.#work({ ...row, drafts }, { identity, content, place, repeated: false, found: 'new' }),
      items: own,
    });
  }

  #pack(): void {
    if (this.#spool.length === 0) return;
    this.#packed.push(deflateRawSync(JSON.stringify(this.#spool), { level: 1 }));
    this.#spool = [];
  }

  /** Rows put by: by place where one of their identity is left, else new. Then what is left is gone. */
  async #finish(known: KnownSnapshot): Promise<void> {
    this.#pack();
    for (const packed of this.#packed) {
      const rows: AcceptedDraft[] = JSON.parse(inflateRawSync(packed).toString());
      for (const row of rows) await this.#place(known, row);
    }
    // what was put by may be refused too
    await this.#flush();
    await this.#landed();
    if (this.#unread > 0) return;
    for (const row of known.gone()) {
      const items = row.items.filter((i) => !this.#listed.has(i.id));
      const said = items.filter((i) => isPublishable(i.kind, this.#run.model));
      this.#tally.gone += items.length;
      if (said.length > 0) await this.#gone({ ...row, items: said });
    }
  }

  async #place(known: KnownSnapshot, row: AcceptedDraft): Promise<void> {
    const { secret, model } = this.#run;
    const { identity, content } = row.key;
    const before = known.left(identity);
    if (!before) return this.#fresh(known, row);
    for (const item of before.items) this.#listed.add(item.id);
    const anew = (id: string) => derive(secret, 'report-anew', id, known.day, before.place);
    const drafts = withPublished(this.#as(row, before, anew), known.day, model);
    const as = { identity, content, place: before.place, repeated: false, found: 'updated' as const };
    await this.#push({ ...this.#work({ ...row, drafts }, as), items: before.items });
  }

  /** A report that the source lists these items, or no more. */
  #says(row: KnownRow, yes: boolean, what: string): AcceptedDraft['drafts'][number] {
    const { options, secret, person, now } = this.#run;
    const day = options.snapshot ?? this.#run.today;
    const parts = [what, options.programme, options.source, day, row.identity, row.place];
    return {
      report: {
        type: 'report',
        id: derive(secret, ...parts, row.report),
        programme: options.programme,
        form: 'import/snapshot',
        form_version: '1',
        date: day,
        when: { from: day, to: day },
        by: person,
        written: now,
        source: { name: options.source },
        ...this.#voice,
        items: row.items,
        claims: row.items.map((_, on) => publishedClaim(on, yes, day)),
      },
      personal: [],
    };
  }

  /** It takes no row of the file, so it counts as none: row 0. */
  async #gone(row: KnownRow): Promise<void> {
    await this.#push({
      row: 0,
      drafts: [this.#says(row, false, 'gone')],
      repairs: [],
      notices: [],
      items: row.items,
      identity: row.identity,
      content: row.content,
      place: row.place,
      repeated: false,
      found: 'gone',
    });
  }
}

function sizeOf(value: { readonly type: string }): number {
  return 'geometry' in value || 'land' in value ? JSON.stringify(value).length : 0;
}
