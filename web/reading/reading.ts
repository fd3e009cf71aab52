/**
 * One person's reading of an article in the browser: what is marked in its text, what of it was accepted, corrected or
 * rejected, and which records it speaks of. Every change gives a new reading, so that each can be undone. What it says as a
 * report is worked out from it (finish.ts); until then nothing of it is one.
 */
import type { SaidBy } from '@tilth/domain/evidence/article-report';
import { propose } from '@tilth/domain/evidence/propose';
import { recordName } from '@tilth/domain/evidence/record-name';
import type { Suggestion } from '@tilth/domain/evidence/suggestion';
import { isSure } from '@tilth/domain/evidence/sure';
import type { Model } from '@tilth/domain/record/kind';
import type { Id, Instant } from '@tilth/domain/report/entry';
import type { ArticlePage } from '../ask/articles.ts';
import { answerOf, type Form } from '../report/correct.ts';
import type { Answer, Receipt } from '../report/draft.ts';

/** A record that something is said of: one on record, or a new one with the name it gets. */
export interface Subject {
  readonly id: Id;
  readonly kind: string;
  /** '' where it goes by its kind alone */
  readonly name: string;
  readonly fresh: boolean;
  /** by a person: what is proposed names nobody */
  readonly typed?: true;
}

export type MarkState = 'open' | 'accepted' | 'rejected';

export interface Mark {
  readonly id: string;
  /** code points of the text */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** why it was suggested; null: marked by hand */
  readonly why: string | null;
  /** it says a value of something it names itself: it may be accepted with others like it (sure.ts) */
  readonly sure?: true;
  readonly state: MarkState;
  readonly kind: string;
  readonly subject: Subject | null;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly said: SaidBy;
}

export interface Reading {
  readonly article: string;
  readonly programme: string;
  readonly by: Id;
  readonly report: Id;
  readonly marks: readonly Mark[];
  /** when it was first sent: sent again, it is the same bytes */
  readonly written: Instant | null;
  readonly receipt: Receipt | null;
}

interface Beginning {
  readonly programme: string;
  readonly by: Id;
  readonly report: Id;
}

export function beginReading(page: ArticlePage, model: Model, form: Form, of: Beginning): Reading {
  return {
    ...of,
    article: page.digest,
    marks: page.suggestions.map((s, n) => markOf(s, `s${n}`, model, form)),
    written: null,
    receipt: null,
  };
}

function markOf(s: Suggestion, id: string, model: Model, form: Form): Mark {
  const proposal = propose(s, model);
  const { kind, values } = proposal;
  const properties = model.kinds.get(kind)?.properties ?? {};
  const answers = Object.entries(values).flatMap(([name, value]) => {
    const property = properties[name];
    const answer = property && answerOf(property, [value], form);
    return answer ? [[name, answer] as const] : [];
  });
  return {
    id,
    start: s.span.start,
    end: s.span.end,
    words: s.span.text,
    why: s.why,
    ...(isSure(s, proposal) && { sure: true as const }),
    state: 'open',
    kind,
    subject: null,
    answers: Object.fromEntries(answers),
    said: {
      // the outlet itself is named by who published it first
      speaker: s.speaker_kind === 'outlet' ? '' : s.speaker,
      speaker_kind: s.speaker_kind,
      relayed_by: s.relayed_by ?? '',
      certainty: s.certainty,
      doubt: '',
      event_date: s.event_date ?? '',
    },
  };
}

/** Words marked by hand: a statement of the outlet itself until somebody says otherwise. */
export function markByHand(reading: Reading, id: string, start: number, end: number, words: string): Reading {
  const mark: Mark = {
    id,
    start,
    end,
    words,
    why: null,
    state: 'open',
    kind: 'statement',
    subject: null,
    answers: { gist: { as: 'text', text: words } },
    said: {
      speaker: '',
      speaker_kind: 'outlet',
      relayed_by: '',
      certainty: 'asserted',
      doubt: '',
      event_date: '',
    },
  };
  return withMarks(reading, [...reading.marks, mark]);
}

/** The same words once more, for what they say of another record. */
export function markAgain(reading: Reading, of: string, id: string): Reading {
  const marks = reading.marks.flatMap((m) =>
    m.id === of ? [m, { ...m, id, state: 'open' as const, subject: null }] : [m],
  );
  return withMarks(reading, marks);
}

export function changeMark(reading: Reading, id: string, change: (mark: Mark) => Mark): Reading {
  return withMarks(
    reading,
    reading.marks.map((m) => (m.id === id ? change(m) : m)),
  );
}

/** Marked by hand it goes altogether; what was suggested stays, rejected. */
export function rejectMark(reading: Reading, id: string): Reading {
  const mark = reading.marks.find((m) => m.id === id);
  if (mark?.why === null)
    return withMarks(
      reading,
      reading.marks.filter((m) => m.id !== id),
    );
  return changeMark(reading, id, (m) => ({ ...m, state: 'rejected' }));
}

/** Accepted it speaks of some record: a new one named by its own words, where nobody chose another. */
export function acceptMark(reading: Reading, id: string, newId: () => Id): Reading {
  return changeMark(reading, id, (m) => ({
    ...m,
    state: 'accepted',
    subject: m.subject ?? freshSubject(m, newId),
  }));
}

/** A new record named by the words that speak of it, without anybody's name. */
export function freshSubject({ kind, words }: Mark, newId: () => Id): Subject {
  return { id: newId(), kind, name: recordName(words) ?? '', fresh: true };
}

/** Of another kind its answers and its record mean nothing; its words stay. */
export function withKind(mark: Mark, kind: string): Mark {
  if (mark.kind === kind) return mark;
  const { sure: _, ...kept } = mark;
  return { ...kept, kind, subject: null, answers: {} };
}

/** How many longer words the name of a record has in common with words of a text. */
export function sharedWords(name: string, words: string): number {
  const plain = words.toLowerCase();
  return (name.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).filter((w) => plain.includes(w)).length;
}

/** In the order of the text; of those that begin together the longer first. */
function withMarks(reading: Reading, marks: readonly Mark[]): Reading {
  return {
    ...reading,
    written: null,
    marks: marks.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)),
  };
}

/**
 * Says of new records that the text does not tell where: of each in the first claim of it, in the property `place` that its
 * kind tells its place by. A reviewer is then not asked for what nobody can know.
 */
export function sayNoPlace(
  reading: Reading,
  items: readonly Id[],
  place: (kind: string) => string | undefined,
): Reading {
  return items.reduce((now, item) => {
    const first = now.marks.find((m) => m.state === 'accepted' && m.subject?.id === item);
    const name = place(first?.kind ?? '');
    if (first === undefined || name === undefined) return now;
    return changeMark(now, first.id, (m) => ({
      ...m,
      answers: { ...m.answers, [name]: { as: 'unknown', why: 'not-stated' } },
    }));
  }, reading);
}

/** New records that this reading speaks of already, by kind: two claims may be of one. */
export function freshSubjects(reading: Reading, kind: string): readonly Subject[] {
  const found = reading.marks.flatMap((m) =>
    m.subject?.kind === kind && m.subject.fresh ? [m.subject] : [],
  );
  return [...new Map(found.map((s) => [s.id, s])).values()];
}

/** Where its marks lie in the text, and how each stands. */
export function shownMarks(reading: Reading) {
  return reading.marks.map(({ id, start, end, state, kind, why }) => ({
    id,
    start,
    end,
    state,
    kind,
    byHand: why === null,
  }));
}

export function countOf(reading: Reading, state: MarkState): number {
  return reading.marks.filter((m) => m.state === state).length;
}
