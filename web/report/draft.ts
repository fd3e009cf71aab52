/**
 * A report being written in the browser: what was typed, as it was typed, field by field. What it says as claims is worked
 * out from it at every keystroke (assemble.ts). What is typed into personal fields lies apart, in `personal`, so that it can
 * be taken off this machine without losing the rest.
 */
import type { Property } from '@tilth/domain/record/kind';

export type ShapeWish = 'point' | 'line' | 'polygon';

/** What stands in one field. A field left empty has no answer. */
export type Answer =
  | { readonly as: 'text'; readonly text: string }
  /** codes chosen; one only where the property is no set */
  | { readonly as: 'codes'; readonly codes: readonly string[] }
  | { readonly as: 'yesno'; readonly yes: boolean }
  /** as typed, with or without a unit; `give` is how far it may be off, as typed */
  | { readonly as: 'number'; readonly text: string; readonly give: string }
  | { readonly as: 'date'; readonly text: string }
  | {
      readonly as: 'geometry';
      readonly shape: ShapeWish;
      /** one position a line, each as typed */
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

export interface Draft {
  /** the report's id, made once: sending twice is harmless */
  readonly id: string;
  readonly programme: string;
  /** who writes it */
  readonly by: string;
  readonly kind: string;
  /** the item it speaks of: one on record when `about`, else a new one */
  readonly item: string;
  readonly about: boolean;
  readonly head: Head;
  readonly answers: Readonly<Record<string, Answer>>;
  /** answers to personal properties */
  readonly personal: Readonly<Record<string, Answer>>;
  /** instant of the last change */
  readonly changed: string;
  /** instant and salts of the first sending: sending again sends the same bytes */
  readonly written: string | null;
  readonly salts: readonly string[];
  /** receipt number: it was sent, and of what it said nothing is left here */
  readonly receipt: number | null;
}

interface Beginning {
  readonly id: string;
  readonly item: string;
  readonly about: boolean;
  readonly programme: string;
  readonly by: string;
  readonly kind: string;
  readonly today: string;
  readonly now: string;
}

export function blankDraft(beginning: Beginning): Draft {
  const { id, item, about, programme, by, kind, today, now } = beginning;
  return {
    id,
    item,
    about,
    programme,
    by,
    kind,
    head: { source: '', said: '', when: '', date: today, reliability: '', information: '', device: '' },
    answers: {},
    personal: {},
    changed: now,
    written: null,
    salts: [],
    receipt: null,
  };
}

export function answerIn(draft: Draft, name: string): Answer | undefined {
  return draft.personal[name] ?? draft.answers[name];
}

/** The draft with one field answered, or emptied by null. */
export function withAnswer(draft: Draft, name: string, property: Property, answer: Answer | null): Draft {
  const part = property.sensitivity === 'personal' ? 'personal' : 'answers';
  const { [name]: _, ...rest } = draft[part];
  return { ...draft, [part]: answer === null || isEmpty(answer) ? rest : { ...rest, [name]: answer } };
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
export function saysAnything({ head, answers, personal }: Draft): boolean {
  const { date: _, ...typed } = head;
  return [typed, answers, personal].some((part) =>
    Object.values(part).some((value: unknown) => value !== ''),
  );
}

/** What is left of a draft that was received: nothing of what it said. */
export function sentDraft(draft: Draft, receipt: number): Draft {
  return {
    ...blankDraft({ ...draft, today: draft.head.date, now: draft.changed }),
    written: draft.written,
    receipt,
  };
}
