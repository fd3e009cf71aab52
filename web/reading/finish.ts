/** The report that a reading makes, or what is still wrong with it, mark by mark. Pure: the same reading, the same bytes. */
import { articleReport, type Confirmed } from '@tilth/domain/evidence/article-report';
import { quantityWords } from '@tilth/domain/evidence/propose';
import type { Problem } from '@tilth/domain/problem';
import { unplaced } from '@tilth/domain/record/approvable';
import type { Model } from '@tilth/domain/record/kind';
import type { Instant, Report, Value } from '@tilth/domain/report/entry';
import type { ArticlePage } from '../ask/articles.ts';
import { type Read, readAnswer, type Wrong } from '../report/read-answer.ts';
import type { Mark, Reading, Subject } from './reading.ts';

export interface Finished {
  readonly report: Report | null;
  /** what is wrong with accepted marks, by their id */
  readonly wrong: ReadonlyMap<string, readonly Wrong[]>;
  /** what is wrong with the report as a whole */
  readonly whole: readonly Problem[];
  readonly claims: number;
  /** the records that what was accepted is of */
  readonly subjects: readonly Subject[];
  /** new ones of a kind with a place, of which nothing accepted says where */
  readonly placeless: readonly Subject[];
}

export function finish(
  page: ArticlePage,
  reading: Reading,
  model: Model,
  now: { readonly today: string; readonly written: Instant },
): Finished {
  const accepted = reading.marks.filter((m) => m.state === 'accepted');
  const date = page.published ?? now.today;
  const wrong = new Map<string, readonly Wrong[]>();
  const confirmed = accepted.flatMap((mark): Confirmed[] => {
    const read = Object.entries(mark.answers).map(([name]) => ({
      name,
      read: readIn(mark, name, model, date),
    }));
    const found = read.flatMap(({ read }) => read?.wrong ?? []);
    if (found.length > 0) wrong.set(mark.id, found);
    const claims = storedOf(mark, model, date);
    if (mark.subject === null || claims.length === 0) return [];
    return [{ ...mark.said, item: mark.subject.id, start: mark.start, end: mark.end, claims }];
  });
  const subjects = new Map(accepted.flatMap(({ subject }) => (subject ? [[subject.id, subject]] : [])));
  const made = articleReport(
    page,
    {
      report: reading.report,
      programme: reading.programme,
      by: reading.by,
      written: reading.written ?? now.written,
      today: now.today,
      items: [...subjects.values()].map(({ id, kind, name, fresh, typed }) => ({
        id,
        kind,
        name: fresh && name !== '' ? name : null,
        typed: typed === true,
      })),
      confirmed,
    },
    model,
  );
  const claims = confirmed.reduce((n, c) => n + c.claims.length, 0);
  const spoken = [...subjects.values()];
  const lost = new Set('claims' in made ? unplaced(made, model) : []);
  const told = {
    wrong,
    claims,
    subjects: spoken,
    placeless: spoken.filter((s) => s.fresh && lost.has(s.id)),
  };
  if ('claims' in made && wrong.size === 0) return { ...told, report: made, whole: [] };
  return { ...told, report: null, whole: 'claims' in made ? [] : made };
}

/** What a mark stores when it is accepted: the values of its fields, in their order. */
export function storedOf(mark: Mark, model: Model, date: string): Confirmed['claims'] {
  return Object.keys(mark.answers).flatMap((property) =>
    (readIn(mark, property, model, date)?.values ?? []).map((value) => ({
      property,
      value: asWritten(value, mark.words),
    })),
  );
}

/** What stands in one field of a mark, as it is read; null where the kind has no such property. */
export function readIn(mark: Mark, name: string, model: Model, date: string): Read | null {
  const property = model.kinds.get(mark.kind)?.properties[name];
  const answer = mark.answers[name];
  return property && answer ? readAnswer(name, property, answer, model, date) : null;
}

/**
 * A number keeps the words it was read from. The whole quote stands with the claim, where only those find it who may read
 * free text.
 */
function asWritten(value: Value, words: string): Value {
  if (value.type !== 'number') return value;
  const typed = quantityWords(words);
  return typed === null ? value : { ...value, typed };
}
