/**
 * What the store offers to the server and the command line: the contract between the shelves. One implementation, two
 * databases (PGlite in a worker, PostgreSQL); opened by open.ts. Everything that fails is thrown as `Refusal`.
 */

import type { Problem } from '@tilth/domain/problem';
import type { Basemap } from '@tilth/domain/record/basemap';
import type { Model, Sensitivity } from '@tilth/domain/record/kind';
import type { Limits } from '@tilth/domain/record/settings';
import type { DraftReport, ImportResult, RowDraft } from '@tilth/domain/report/draft';
import type {
  Day,
  Decision,
  Digest,
  Entry,
  Geometry,
  Id,
  Instant,
  Ref,
  Rule,
  Value,
} from '@tilth/domain/report/entry';
import type { Preview } from '@tilth/domain/report/preview';
import type { ManyApproved, QueueCounts, Queued, QueueFilter, WouldBe } from '@tilth/domain/report/queue';
import type { ItemView } from '@tilth/domain/report/view';
import type { Accountability } from './accountability.ts';
import type { Articles } from './articles/articles.ts';
import type { Alignments } from './current/alignments.ts';
import type { Changes } from './current/changes.ts';
import type { Disputes } from './current/disputes.ts';
import type { Linked } from './current/linked.ts';
import type { TreatyRecord } from './current/treaty-record.ts';
import type { ChangesQuery, FigureChanges, LinesAnswer, LinesQuery, ReportSettings } from './figures.ts';
import type { InsideAnswer, InsideQuery, NearAnswer, NearQuery } from './ground.ts';
import type { ListExtent, ListQuery, SavedView } from './listing.ts';
import type { Wish } from './review/preview.ts';
import type { Today, TodaySection } from './today.ts';

export type { ManyApproved, QueueCounts, Queued, QueueFilter, WouldBe } from '@tilth/domain/report/queue';
export type { InsideAnswer, InsideQuery, NearAnswer, NearQuery } from './ground.ts';
export type { ListExtent, ListQuery, SavedView } from './listing.ts';

export type Role = 'viewer' | 'collector' | 'reviewer' | 'administrator';

/** Who asks. Anonymous askers (`person` null) see only what a programme marks public. */
export interface Asker {
  readonly person: Id | null;
  readonly roles: ReadonlyMap<string, Role>;
}

export interface Programme {
  readonly id: string;
  readonly name: string;
  /** IANA time zone: "today" and the end of a day are its */
  readonly zone: string;
  /** per kind (or '*'), up to which sensitivity its properties are public; empty: nothing */
  readonly public: Readonly<Record<string, Exclude<Sensitivity, 'personal'>>>;
  /** sample data: every screen, tile, print and export says "Invented data" */
  readonly invented: boolean;
  /** WGS 84 [west, south, east, north] of all that is drawn, for the first look at the map; null when nothing is */
  readonly extent: readonly [number, number, number, number] | null;
}

/** A point in the record: the office's receipt number. Every answer names office, number and fold version. */
export interface Stamp {
  readonly office: string;
  readonly programme: string;
  readonly number: number;
  readonly fold: number;
  readonly at: Day;
  /** what was asked: an instant, a number, or null for everything */
  readonly known: Instant | number | null;
  /** reports received up to there and not yet live */
  readonly pending: number;
}

/** `at` a day (default: today in the programme's zone), `known` an instant or receipt number (default: everything). */
export interface Times {
  readonly at?: Day;
  readonly known?: Instant | number;
}

export interface Receipt {
  readonly number: number;
  readonly instant: Instant;
  readonly entry: Ref;
  readonly previous: Digest;
  readonly digest: Digest;
}

/** A rule with its receipt: who set what, when, and what it came after. */
export interface Ruled {
  readonly ref: Ref;
  readonly number: number;
  readonly instant: Instant;
  readonly rule: Rule;
}

/** A row of a list: the view's columns, already reduced to what the asker may see. */
export interface Row {
  readonly id: Id;
  readonly programme: string;
  readonly kind: string;
  readonly standing: ItemView['standing'];
  readonly disputed: boolean;
  /** null: no place, or not for this asker */
  readonly geometry: Geometry | null;
  /** part of the geometry rests on reports not yet reviewed: no ground is surveyed by it */
  readonly reported: boolean;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Page {
  readonly stamp: Stamp;
  readonly matched: number;
  readonly rows: readonly Row[];
}

/** What a map tile asks: drawn items of a kind that come near a box, without void ones and without count or order. */
export interface TileQuery extends Times {
  readonly programme: string;
  readonly kind: string;
  /** WGS 84 west, south, east, north; never over the antimeridian */
  readonly bbox: readonly [number, number, number, number];
  /** degrees: an item whose box is smaller than this both ways may come as a point within its outline */
  readonly least: number;
}

/** What a tile shows of an item, already reduced to what the asker may see: nothing when they may not know the place. */
export interface TileRow {
  readonly id: Id;
  readonly standing: ItemView['standing'];
  readonly disputed: boolean;
  readonly geometry: Geometry;
  /** part of what is drawn rests on reports not yet reviewed */
  readonly reported: boolean;
  /** metres by which a position may be off, where one is drawn near enough for it to matter */
  readonly accuracy?: number | null;
  /** the codes and the day a map draws by (tile-rows.ts): those the kind has and the asker may read */
  readonly values: Readonly<Record<string, string | null>>;
}

/** What one item looks like with its history. `personal` values are filled in only for askers who may read them. */
export interface ItemPage {
  readonly stamp: Stamp;
  readonly view: ItemView;
  readonly entries: readonly {
    readonly ref: Ref;
    readonly number: number;
    readonly instant: Instant;
    readonly entry: Entry;
  }[];
}

/** One report with what became of it, reduced to what the asker may read. */
export interface ReportPage {
  readonly ref: Ref;
  readonly number: number;
  readonly instant: Instant;
  readonly report: Entry;
  /** the values behind its commitments that this person may read, by the place of the claim */
  readonly personal: readonly { readonly n: number; readonly value: Value }[];
  readonly decisions: readonly {
    readonly act: Decision['act'];
    readonly written: Instant;
    readonly reason: string;
  }[];
  /** the reports that say they correct it */
  readonly corrected: readonly Ref[];
}

/** What is known of bytes that somebody sent. */
export interface AboutCapture {
  readonly media_type: string;
  readonly name: string;
  readonly bytes: number;
  readonly sensitivity: Sensitivity;
  readonly received: Instant;
}

export interface IntakeOptions {
  readonly programme: string;
  readonly source: string;
  /** approve what may be approved in bulk; what takes land off the map or waits for a person stays pending */
  readonly approve: boolean;
  readonly dryRun: boolean;
  /** a whole table as of this day: rows of the last snapshot of the source that are not in it are reported gone */
  readonly snapshot?: Day;
  readonly progress?: (rows: number) => void;
}

export interface IntakeResult extends ImportResult {
  /** what is to be known of the import as a whole */
  readonly notices: readonly Problem[];
}

export interface Finding {
  readonly problem: Problem;
  readonly number?: number;
}

export interface Store extends Accountability {
  readonly engine: 'pglite' | 'postgres';
  readonly office: string;

  addProgramme(p: {
    id: string;
    name: string;
    zone?: string;
    public?: Programme['public'];
    invented?: boolean;
  }): Promise<void>;
  programmes(asker: Asker): Promise<readonly Programme[]>;
  /** every programme, whoever asks: for the command line on the machine itself, never for the server */
  everyProgramme(): Promise<readonly Programme[]>;
  model(programme: string): Promise<Model>;
  /** what its rules on limits say: how much a repair may change, how long a leg may be, and the like */
  limits(programme: string): Promise<Limits>;
  /** the local id a new item of a kind would get by the programme's pattern; null without one. Nothing is reserved */
  nextNumber(asker: Asker, programme: string, kind: string): Promise<string | null>;
  /** every rule of the programme, in order of receipt; for administrators. Refusals of `mayDo` */
  rules(asker: Asker, programme: string): Promise<readonly Ruled[]>;
  /** mappings of files that its rules keep, as `formats` reads them; for those who may report. Refusals of `mayDo` */
  savedMappings(asker: Asker, programme: string): Promise<readonly unknown[]>;
  /** the maps a programme has set to lie below what is on record; whether somebody may see the programme is for who asks */
  basemaps(programme: string): Promise<readonly Basemap[]>;
  /** 32 bytes that never leave the store's room apart: importers derive ids under it */
  secret(programme: string): Promise<Uint8Array>;

  addPerson(p: { name: string; role: Role; programme: string }): Promise<Id>;
  people(programme: string): Promise<readonly { id: Id; name: string; role: Role }[]>;
  findPerson(name: string): Promise<Id | null>;
  asker(person: Id | null): Promise<Asker>;
  /** the token in clear, once; only its hash is kept; single use, 24 h */
  makeSignInLink(person: Id): Promise<string>;
  /** a session token for a link token, or null when it is used, unknown or too old */
  signIn(linkToken: string): Promise<string | null>;
  session(sessionToken: string): Promise<Asker | null>;
  signOut(sessionToken: string): Promise<void>;

  /**
   * Appends in one transaction and folds the items touched in it. The same entry again is harmless: its first receipt
   * comes back. `received` is for sample data only (`invented` programmes): the office as if it had received them then,
   * from whomever the entries name.
   */
  append(
    asker: Asker,
    programme: string,
    entries: { reports?: readonly DraftReport[]; decisions?: readonly Decision[]; rules?: readonly Rule[] },
    options?: { readonly received?: Instant },
  ): Promise<readonly Receipt[]>;
  intake(asker: Asker, rows: AsyncIterable<RowDraft>, options: IntakeOptions): Promise<IntakeResult>;

  /** Streams bytes into chunks; returns the SHA-256. */
  putCapture(
    asker: Asker,
    programme: string,
    bytes: AsyncIterable<Uint8Array>,
    about: {
      mediaType: string;
      name: string;
      sensitivity: Sensitivity;
      /** what the sender says they are; other bytes are refused (`capture-differs`) and not kept */
      digest?: Digest;
    },
  ): Promise<Digest>;
  readCapture(asker: Asker, programme: string, digest: Digest): AsyncIterable<Uint8Array>;
  /** what is known of a capture's bytes; null where there are none, or they are not for this asker */
  aboutCapture(asker: Asker, programme: string, digest: Digest): Promise<AboutCapture | null>;
  /**
   * Erases the bytes for good; the hash stays. How many chunks went; for administrators. Refuses `capture-unknown`,
   * `capture-is-text`.
   */
  eraseCapture(asker: Asker, programme: string, digest: Digest, reason: string): Promise<number>;
  /** captures of text that people brought in to be read */
  readonly articles: Articles;
  /** Erases values and kept columns of a report; their commitments stay. How many went; for administrators. */
  erasePersonal(asker: Asker, programme: string, report: Id, reason: string): Promise<number>;

  stamp(asker: Asker, programme: string, times?: Times): Promise<Stamp>;
  list(asker: Asker, query: ListQuery): Promise<Page>;
  /** the box around all that a list matches */
  listExtent(
    asker: Asker,
    query: Omit<ListQuery, 'limit' | 'after' | 'offset' | 'sort'>,
  ): Promise<ListExtent>;
  /** the asker's own saved lists and those shared in the programme. Refuses `not-signed-in` */
  savedViews(asker: Asker, programme: string): Promise<readonly SavedView[]>;
  /** saves one, or changes the one of this id. Refuses `not-signed-in`, `saved-view-unknown`, `saved-views-too-many` */
  saveView(asker: Asker, programme: string, view: Omit<SavedView, 'own'>): Promise<void>;
  /** Refuses `not-signed-in`, `saved-view-unknown` */
  dropView(asker: Asker, programme: string, id: Id): Promise<void>;
  /** all matching rows, in the order asked for, paged by key under one receipt number, so that no long read holds the connection */
  stream(asker: Asker, query: Omit<ListQuery, 'limit' | 'after' | 'offset'>): AsyncIterable<Row>;
  /** the rows of one map tile; nothing for kinds without a place */
  tileRows(asker: Asker, query: TileQuery): Promise<readonly TileRow[]>;
  item(asker: Asker, programme: string, id: Id, times?: Times): Promise<ItemPage | null>;
  /** one report as it was received, for who has a role in the programme; null when it has not arrived, or not for them */
  report(asker: Asker, programme: string, id: Id): Promise<ReportPage | null>;
  /** what each entry of its history changed of it; null as `item` */
  changes(asker: Asker, programme: string, id: Id, times?: Times): Promise<Changes | null>;
  /** the items it names and those that name it; null as `item` */
  linked(asker: Asker, programme: string, id: Id, times?: Times): Promise<Linked | null>;
  /** every item of which something the asker may read is disputed or contested */
  disputes(asker: Asker, programme: string, times?: Times): Promise<Disputes>;
  /** what is said of treaties, of acts and of decisions under them, each by its speaker (domain/treaty) */
  treatyRecord(asker: Asker, programme: string, times?: Times): Promise<TreatyRecord>;
  /** what several sources say of one thing, side by side, and how each two of them stand to each other */
  alignments(asker: Asker, programme: string, times?: Times): Promise<Alignments>;
  /** the programmes that hold an item or entry, by its id, among those the asker may see; an id that is nowhere is left out */
  locate(asker: Asker, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly string[]>>;
  /** what is on record near a place */
  near(asker: Asker, query: NearQuery): Promise<NearAnswer>;
  /** what lies on a piece of ground, counted and measured */
  inside(asker: Asker, query: InsideQuery): Promise<InsideAnswer>;
  /** the to-locate list: hazards that can't be drawn */
  toLocate(
    asker: Asker,
    programme: string,
    times?: Times,
  ): Promise<{ readonly stamp: Stamp; readonly rows: readonly Row[] }>;
  /** pairs of drawn hazards that share land, with m² shared */
  overlaps(
    asker: Asker,
    programme: string,
    times?: Times,
  ): Promise<{ readonly stamp: Stamp; readonly pairs: readonly { a: Id; b: Id; m2: number }[] }>;
  /** sum of outlines and land counted once, m², with how many could not be measured (design, Counting) */
  hazardTotals(
    asker: Asker,
    programme: string,
    times?: Times,
  ): Promise<{
    sum: number;
    once: number;
    sha: number;
    cha: number;
    /** between what and what each figure lies, where values that it counts are disputed */
    range: Readonly<
      Record<'sum' | 'once' | 'sha' | 'cha', { readonly least: number; readonly most: number }>
    >;
    items: number;
    /** of which no land, or not all of it, could be measured */
    unmeasured: number;
    toLocate: number;
    /** closed according to an earlier system without the papers: apart, in none of the figures above */
    papersNotHeld: { readonly items: number; readonly m2: number };
    stamp: Stamp;
  }>;
  /** figures for a period, by what they may be broken down by (domain/figures) */
  figureLines(asker: Asker, programme: string, query: LinesQuery): Promise<LinesAnswer>;
  /** which reports the programme has defined, how issued ones are numbered and reviewed. Refuses `may-not` to who has no role */
  reportSettings(asker: Asker, programme: string): Promise<ReportSettings>;
  /** the figures of a sheet then and now, and the difference by cause */
  figureChanges(asker: Asker, programme: string, query: ChangesQuery): Promise<FigureChanges>;
  /**
   * What has to be seen to, the oldest `limit` of each section or of the one named. At another time what waits for review and
   * what was returned are null: they are known of the present only.
   */
  today(
    asker: Asker,
    programme: string,
    query: Times & { readonly limit: number; readonly section?: TodaySection },
  ): Promise<Today>;
  queue(
    asker: Asker,
    programme: string,
    query: { limit: number; after?: number; offset?: number; filter?: QueueFilter },
  ): Promise<readonly Queued[]>;
  queueCounts(asker: Asker, programme: string, filter: QueueFilter): Promise<QueueCounts>;
  /**
   * Approves the clean reports that wait and fit the filter, received from `from` to `to`, in every step their review
   * asks; without them it only says what it would do, in which batches. Asking twice approves nothing twice.
   */
  approveMany(
    asker: Asker,
    programme: string,
    query: { filter: QueueFilter; upTo: number; batch?: { from: number; to: number }; reason: string },
  ): Promise<ManyApproved>;
  /** Takes decisions on reports back, by one more decision for each; those taken back already are left. */
  withdraw(
    asker: Asker,
    programme: string,
    decisions: readonly Id[],
    reason: string,
  ): Promise<readonly Receipt[]>;
  /** Its items as they are and as they would be once the report is approved; null where there is no such report. */
  wouldBe(asker: Asker, programme: string, report: Id): Promise<WouldBe | null>;
  /** What decisions would change, or taking one back would; for who may decide. Refuses what `append` would. */
  preview(asker: Asker, programme: string, wish: Wish): Promise<Preview>;

  verify(programme?: string, progress?: (n: number) => void): Promise<readonly Finding[]>;
  /** the current view of all programmes anew from the log; people go on reading and writing meanwhile */
  rebuild(progress?: (n: number) => void): Promise<void>;
  backup(write: (chunk: Uint8Array) => Promise<void>): Promise<void>;
  restore(read: AsyncIterable<Uint8Array>): Promise<void>;
  close(): Promise<void>;
}
