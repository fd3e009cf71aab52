/**
 * A report being written in the browser: what was typed, as it was typed, field by field. What it says as claims is worked
 * out from it at every keystroke (assemble.ts). What is typed into personal fields lies apart, in `personal`, so that it can
 * be taken off this machine without losing the rest.
 */
import type { Kind, Property } from '@tilth/domain/record/kind';
import type { Digest, Id, Instant, Position, Ref, Report } from '@tilth/domain/report/entry';
import type { RefusedProblem } from '../ask/ask.ts';

export type ShapeWish = 'point' | 'line' | 'polygon';

/** What stands in one field. A field left empty has no answer. */
export type Answer =
  | { readonly as: 'text'; readonly text: string }
  /** codes chosen; one only where the property is no set */
  | { readonly as: 'codes'; readonly codes: readonly string[] }
  | { readonly as: 'yesno'; readonly yes: boolean }
  /** as typed, with or without a unit; `give` is how far it may be off, `tag` the language it was typed in */
  | {
      readonly as: 'number';
      readonly text: string;
      readonly give: string;
      readonly unit?: string;
      readonly tag?: string;
    }
  | { readonly as: 'date'; readonly text: string }
  | {
      readonly as: 'geometry';
      readonly shape: ShapeWish;
      /** one position a line, each as typed; or a whole shape as WKT or GeoJSON */
      readonly text: string;
      /** metres, as typed: width of a line, radius around a point */
      readonly size: string;
      readonly accuracy: string;
      readonly basis: string;
    }
  | { readonly as: 'links'; readonly links: readonly TypedLink[] }
  | { readonly as: 'ids'; readonly ids: readonly { readonly id: string; readonly issuer: string }[] }
  | { readonly as: 'unknown'; readonly why: string };

/** A record found, or a local id that names nothing here yet. */
export interface TypedLink {
  readonly kind: string;
  readonly title: string;
  readonly item?: string;
}

export interface Head {
  readonly source: string;
  readonly said: string;
  /** information date, as typed */
  readonly when: string;
  /** the report's own date, `YYYY-MM-DD` */
  readonly date: string;
  readonly reliability: string;
  readonly information: string;
  readonly device: string;
}

type Answers = Readonly<Record<string, Answer>>;

/** What is said of one item. */
export interface Sheet {
  readonly item: Id;
  readonly kind: string;
  readonly answers: Answers;
  /** answers to personal properties */
  readonly personal: Answers;
}

/** One of several that the report records beside its item: a victim of an accident, a find of an activity. */
export interface Part extends Sheet {
  /** the property that links it back */
  readonly by: string;
  /** where and when are those of the item itself, unless it says otherwise */
  readonly same: boolean;
}

/** A photo or another file; its bytes lie apart (drafts.ts). */
export interface DraftFile {
  readonly id: string;
  /** the item it belongs to */
  readonly on: Id;
  /** as it is called on this device; never sent */
  readonly name: string;
  readonly media_type: string;
  /** bytes and SHA-256 of what is sent */
  readonly size: number;
  readonly digest: Digest;
  /** what the camera wrote into it is left out */
  readonly bare: boolean;
  /** that it could be left out: there is some, in a format we can take apart */
  readonly extras: 'none' | 'removable' | 'fixed';
  /** where the camera says it was taken */
  readonly place: Position | null;
  /** it is on the server */
  readonly sent: boolean;
}

/** A report that this one corrects. */
export interface Corrected {
  readonly ref: Ref;
  readonly number: number;
}

/** The report under way: what is sent stays the same, byte for byte, until it is answered. */
export interface Out {
  readonly digest: Digest;
  readonly since: Instant;
  /** unanswered: it was sent, and may have arrived */
  readonly state: 'queued' | 'unanswered';
}

export interface Receipt {
  readonly number: number;
  readonly instant: Instant;
  /** of the report */
  readonly digest: Digest;
  /** of the receipt, over the one before it */
  readonly chain: Digest | null;
}

export interface Draft extends Sheet {
  /** names the draft on this machine and in the address */
  readonly id: Id;
  /** the report's id, made once: sending twice is harmless */
  readonly report: Id;
  readonly programme: string;
  /** who writes it */
  readonly by: Id;
  /** `item` is one on record, else a new one */
  readonly about: boolean;
  readonly head: Head;
  readonly parts: readonly Part[];
  readonly files: readonly DraftFile[];
  readonly corrects: Corrected | null;
  /** who spoke in the corrected report, as items of the record; they stand as long as their names stay as they are */
  readonly spoke: Pick<Report, 'source' | 'said' | 'published'> | null;
  /** labels of what the corrected report says that this form can't take over */
  readonly lost: readonly string[];
  /** instant of the last change */
  readonly changed: Instant;
  readonly out: Out | null;
  /** why it was not taken when it was last sent */
  readonly refused: RefusedProblem | null;
  /** it was received, and of what it said nothing is left here */
  readonly receipt: Receipt | null;
}

interface Beginning {
  readonly id: Id;
  readonly report: Id;
  readonly item: Id;
  readonly about: boolean;
  readonly programme: string;
  readonly by: Id;
  readonly kind: string;
  readonly today: string;
  readonly now: Instant;
}

export function blankDraft(beginning: Beginning): Draft {
  const { id, report, item, about, programme, by, kind, today, now } = beginning;
  return {
    id,
    report,
    item,
    about,
    programme,
    by,
    kind,
    head: { source: '', said: '', when: '', date: today, reliability: '', information: '', device: '' },
    answers: {},
    personal: {},
    parts: [],
    files: [],
    corrects: null,
    spoke: null,
    lost: [],
    changed: now,
    out: null,
    refused: null,
    receipt: null,
  };
}

export function answerIn(sheet: Sheet, name: string): Answer | undefined {
  return sheet.personal[name] ?? sheet.answers[name];
}

/** The sheet with one field answered, or emptied by null. */
export function withAnswer<S extends Sheet>(
  sheet: S,
  name: string,
  property: Property,
  answer: Answer | null,
): S {
  const part = property.sensitivity === 'personal' ? 'personal' : 'answers';
  const { [name]: _, ...rest } = sheet[part];
  return { ...sheet, [part]: answer === null || isEmpty(answer) ? rest : { ...rest, [name]: answer } };
}

type NumberAnswer = Extract<Answer, { as: 'number' }>;

/** A number with a part of it typed or chosen anew, in the language `tag`. Figures left as they are go on being read in their own. */
export function retyped(
  before: Omit<NumberAnswer, 'as'>,
  part: Partial<Pick<NumberAnswer, 'text' | 'give' | 'unit'>>,
  tag: string,
): NumberAnswer {
  const untouched = part.text === undefined && before.text.trim() !== '';
  return { as: 'number', ...before, ...part, ...(!untouched && { tag }) };
}

/** All sheets: the item's first, then those beside it, as the report's items stand. */
export function sheetsOf(draft: Draft): readonly Sheet[] {
  return [draft, ...draft.parts];
}

/** The draft with sheet `n` changed. */
export function withSheet(draft: Draft, n: number, change: <S extends Sheet>(sheet: S) => S): Draft {
  if (n === 0) return change(draft);
  return { ...draft, parts: draft.parts.map((part, i) => (i === n - 1 ? change(part) : part)) };
}

/** The draft with one more item beside it. */
export function withPart(draft: Draft, kind: Kind, by: string, item: Id): Draft {
  const part: Part = { item, kind: kind.name, by, same: true, answers: {}, personal: {} };
  return { ...draft, parts: [...draft.parts, part] };
}

/** The draft without part `n` (from 0) and the files that belong to it. */
export function withoutPart(draft: Draft, n: number): Draft {
  const gone = draft.parts[n]?.item;
  return {
    ...draft,
    parts: draft.parts.filter((_, i) => i !== n),
    files: draft.files.filter((f) => f.on !== gone),
  };
}

function isEmpty(answer: Answer): boolean {
  switch (answer.as) {
    case 'text':
    case 'date':
      return answer.text.trim() === '';
    case 'number':
      return answer.text.trim() === '' && answer.give.trim() === '';
    case 'geometry':
      return [answer.text, answer.size, answer.accuracy, answer.basis].every((t) => t.trim() === '');
    case 'codes':
      return answer.codes.length === 0;
    case 'links':
      return answer.links.length === 0;
    case 'ids':
      return answer.ids.length === 0;
    case 'yesno':
    case 'unknown':
      return false;
  }
}

/** Whether anything at all was written, so that opening a form and leaving it keeps nothing. */
export function saysAnything(draft: Draft): boolean {
  const { date: _, ...typed } = draft.head;
  return (
    draft.parts.length > 0 ||
    draft.files.length > 0 ||
    draft.corrects !== null ||
    [typed, draft.answers, draft.personal].some((part) =>
      Object.values(part).some((value: unknown) => value !== ''),
    )
  );
}

/** What is left of a draft that was received: nothing of what it said. */
export function sentDraft(draft: Draft, receipt: Receipt): Draft {
  return { ...blankDraft({ ...draft, today: draft.head.date, now: draft.changed }), receipt };
}
