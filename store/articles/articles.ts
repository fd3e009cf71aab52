/**
 * Articles: captures of text that people brought in to be read. What the outer shelves may ask of them, and the transactions
 * each takes; the contract is part of store.ts.
 */

import { mayRead } from '@tilth/domain/access/level';
import { levelOf } from '@tilth/domain/access/may';
import { NOBODY } from '@tilth/domain/access/redact';
import type { Description } from '@tilth/domain/evidence/description';
import type { Extracted, Line } from '@tilth/domain/evidence/extracted';
import type { Likeness } from '@tilth/domain/evidence/min-hash';
import type { Problem } from '@tilth/domain/problem';
import type { Sensitivity } from '@tilth/domain/record/kind';
import type { Digest, Id, Instant, Ref } from '@tilth/domain/report/entry';
import type { Actor, Db } from '../db.ts';
import type { Asker } from '../store.ts';
import { addArticle } from './add.ts';
import { findArticle, listArticles, markRead, readArticlePage } from './read.ts';

/** new: nobody has begun to read it */
export type ReadingState = 'new' | 'reading' | 'finished';

export interface NewArticle {
  readonly bytes: Uint8Array;
  readonly media_type: string;
  readonly sensitivity: Sensitivity;
  readonly described: Description;
  readonly extracted: Extracted;
}

export interface ArticleRow extends Description {
  /** of the capture as received: what names the article */
  readonly digest: Digest;
  readonly media_type: string;
  readonly bytes: number;
  readonly sensitivity: Sensitivity;
  readonly received: Instant;
  /** who brought it; NOBODY for those who may not know the persons behind entries */
  readonly brought_by: Id;
  readonly state: ReadingState;
}

export interface ArticleListed extends ArticleRow {
  /** articles that tell the same in the same words, of those the asker may read */
  readonly copies: number;
}

export interface NearDuplicate extends Likeness {
  readonly digest: Digest;
  readonly title: string | null;
  readonly publisher: string;
  readonly original_publisher: string | null;
  readonly published: string | null;
  readonly received: Instant;
}

/** A report that was read out of an article, and where in the text its claims stand: code points. */
export interface ReadOut {
  readonly ref: Ref;
  readonly number: number;
  readonly instant: Instant;
  readonly by: Id;
  readonly claims: readonly { readonly n: number; readonly start: number; readonly end: number }[];
}

/** What was said of an article, when and by whom: the last holds. */
export interface Described extends Description {
  readonly id: Id;
  readonly instant: Instant;
  readonly by: Id;
}

export interface ArticlePage extends ArticleRow {
  /** what reports name as their capture: the quotes' positions are code points of this text */
  readonly text_digest: Digest;
  readonly text: string;
  readonly extractor: string;
  readonly version: string;
  readonly length: number;
  readonly layout: readonly Line[];
  readonly notices: readonly Problem[];
  /** reports on record that were read out of it, the first received first */
  readonly reports: readonly ReadOut[];
  /** latest first */
  readonly descriptions: readonly Described[];
  readonly near_duplicates: readonly NearDuplicate[];
}

export interface ArticlesQuery {
  readonly state?: ReadingState;
  readonly limit: number;
  /** of the article the page before ended with */
  readonly after?: Digest;
}

export interface Articles {
  /**
   * Keeps the bytes, the text read out of them and what is said of them. The same bytes again are kept once, the same
   * description too. Refusals `not-signed-in`, `may-not`, `article-withheld`.
   */
  add(asker: Asker, programme: string, given: NewArticle): Promise<Digest>;
  /** Those this asker may read, the last received first. */
  list(asker: Asker, programme: string, query: ArticlesQuery): Promise<readonly ArticleListed[]>;
  /** The article whose digest begins so. Refusals `article-unknown`, `article-several`. */
  find(asker: Asker, programme: string, begins: string): Promise<Digest>;
  /** One article with its text and what is like it; null when there is none, or not for this asker. */
  page(asker: Asker, programme: string, digest: Digest): Promise<ArticlePage | null>;
  /** How far a person's reading has come. Refusals `not-signed-in`, `may-not`, `article-unknown`. */
  mark(asker: Asker, programme: string, digest: Digest, state: Exclude<ReadingState, 'new'>): Promise<void>;
}

export interface Ways {
  readonly db: Db;
  readonly now: () => Instant;
  readonly reader: (asker: Asker, programme: string) => Actor;
  /** refuses who may not report */
  readonly reporter: (asker: Asker, programme: string) => Actor & { readonly person: Id };
}

export function articlesOf({ db, now, reader, reporter }: Ways): Articles {
  return {
    add: async (asker, programme, given) =>
      addArticle(db, reporter(asker, programme), programme, given, now()),
    async list(asker, programme, query) {
      const rows = await db.read(reader(asker, programme), (tx) => listArticles(tx, programme, query));
      return knowsPersons(asker, programme)
        ? rows
        : rows.map((row): ArticleListed => ({ ...row, brought_by: NOBODY }));
    },
    find: (asker, programme, begins) =>
      db.read(reader(asker, programme), (tx) => findArticle(tx, programme, begins)),
    async page(asker, programme, digest) {
      const page = await readArticlePage(db, reader(asker, programme), programme, digest);
      return page === null || knowsPersons(asker, programme) ? page : withoutPersons(page);
    },
    async mark(asker, programme, digest, state) {
      const actor = reporter(asker, programme);
      await db.transaction(actor, (tx) => markRead(tx, programme, digest, state, actor.person, now()));
    },
  };
}

/** The persons behind what was entered are restricted, here as behind entries (domain/access/redact.ts). */
function knowsPersons(asker: Asker, programme: string): boolean {
  return mayRead(levelOf(asker.roles.get(programme)), 'restricted');
}

function withoutPersons(page: ArticlePage): ArticlePage {
  return {
    ...page,
    brought_by: NOBODY,
    reports: page.reports.map((r) => ({ ...r, by: NOBODY })),
    descriptions: page.descriptions.map((d) => ({ ...d, by: NOBODY })),
  };
}
