import type { Bound } from './bounds.ts';
import type { Certainty } from './certainty.ts';
import type { SpeakerKind } from './speakers.ts';

/** A claim that a text seems to make; no report until a person has confirmed or corrected it. */
export interface Suggestion {
  /** offsets in Unicode code points of the text */
  readonly span: { readonly start: number; readonly end: number; readonly text: string };
  readonly subject: string | null;
  readonly predicate: string;
  readonly object: string | null;
  readonly value: number | string | null;
  readonly unit: string | null;
  readonly bound: Bound | null;
  /** EDTF */
  readonly event_date: string | null;
  readonly speaker: string;
  readonly speaker_kind: SpeakerKind;
  readonly certainty: Certainty;
  readonly relayed_by: string | null;
  readonly why: string;
  /** the kind of record it seems to be of, and the property and code it would have there: a hint, null where none fits */
  readonly kind: string | null;
  readonly property: string | null;
  readonly code: string | null;
}
