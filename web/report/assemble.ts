/**
 * The report that a draft makes, and all that is still wrong with it, by field. Pure: the same draft gives the same report,
 * so that sending it again after a lost answer sends the same bytes (design, law 10).
 */
import type { Problem } from '@tilth/domain/problem';
import { checkReport } from '@tilth/domain/record/check-report';
import type { Kind, Model } from '@tilth/domain/record/kind';
import { sealPersonal } from '@tilth/domain/report/commitment';
import type { DraftReport } from '@tilth/domain/report/draft';
import type { Claim, Report, Span, Sureness } from '@tilth/domain/report/entry';
import { readDate } from '@tilth/domain/report/span';
import { type Answer, answerIn, type Draft, type Head } from './draft.ts';
import { type Read, readAnswer } from './read-answer.ts';

/** What the report can't go without. */
export type Need = 'source' | 'when' | 'place' | 'claims';

export interface Assembled {
  /** null while something is wrong or missing */
  readonly report: Report | null;
  readonly claims: number;
  readonly needs: readonly Need[];
  readonly when: Span | Problem | null;
  readonly fields: ReadonlyMap<string, Read>;
  /** what is wrong with the report as a whole */
  readonly whole: readonly Problem[];
}

export function assemble(draft: Draft, kind: Kind, model: Model): Assembled {
  const { head } = draft;
  const fields = new Map<string, Read>();
  const claims: Claim[] = [];
  for (const [name, property] of Object.entries(kind.properties)) {
    const answer = answerIn(draft, name);
    if (answer === undefined) continue;
    const read = readAnswer(name, property, answer, model, head.date);
    fields.set(name, read);
    for (const value of read.values) claims.push({ on: 0, property: name, value });
    claims.push(...besides(name, kind, answer, read));
  }
  const when = head.when.trim() === '' ? null : readDate(head.when, { reportDate: head.date });
  const needs: Need[] = [];
  if (head.source.trim() === '') needs.push('source');
  if (when === null) needs.push('when');
  if (!draft.about && kind.place !== undefined && answerIn(draft, kind.place) === undefined)
    if (!hasPlaceInWords(draft)) needs.push('place');
  const wrong = [...fields.values()].some((f) => f.wrong.length > 0);
  if (claims.length === 0 && !wrong) needs.push('claims');
  if (wrong || needs.length > 0 || when === null || 'code' in when)
    return { report: null, claims: claims.length, needs, when, fields, whole: [] };
  const report = reportOf(draft, claims, when);
  const whole = checkReport(report, model);
  return { report: whole.length === 0 ? report : null, claims: claims.length, needs, when, fields, whole };
}

/** However coarse: an administrative unit is a place (design, review). */
function hasPlaceInWords(draft: Draft): boolean {
  return ['place', 'pcode'].some((name) => answerIn(draft, name) !== undefined);
}

/** Basis and accuracy of the item's own position stand as properties of it too, as forms and files give them. */
function besides(name: string, kind: Kind, answer: Answer, { values }: Read): Claim[] {
  const [value] = values;
  if (name !== kind.place || answer.as !== 'geometry' || value?.type !== 'geometry') return [];
  const { basis, accuracy } = value;
  return [
    ...(basis && kind.properties.position_basis
      ? [{ on: 0, property: 'position_basis', value: { type: 'code', code: basis } } as const]
      : []),
    ...(accuracy && kind.properties.accuracy
      ? [{ on: 0, property: 'accuracy', value: { type: 'number', number: accuracy } } as const]
      : []),
  ];
}

function reportOf(draft: Draft, claims: readonly Claim[], when: Span): Report {
  const { head } = draft;
  const sure = surenessOf(head);
  return {
    type: 'report',
    id: draft.id,
    programme: draft.programme,
    form: draft.kind,
    form_version: 'web-1',
    date: head.date,
    when,
    by: draft.by,
    written: draft.written ?? draft.changed,
    source: { name: head.source.trim() },
    ...(head.said.trim() !== '' && { said: { name: head.said.trim() } }),
    ...(sure && { sure }),
    items: [{ id: draft.item, kind: draft.kind }],
    claims,
  };
}

const sources = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const informations = [1, 2, 3, 4, 5, 6] as const;
const devices = ['M1', 'M2', 'M3', 'M4'] as const;
export const SURENESS = { sources, informations, devices };

function surenessOf(head: Head): Sureness | null {
  const source = sources.find((c) => c === head.reliability);
  const information = informations.find((n) => String(n) === head.information);
  const device = devices.find((c) => c === head.device);
  if (!source && !information && !device) return null;
  return { ...(source && { source }), ...(information && { information }), ...(device && { device }) };
}

/** The draft made ready for its first sending: instant and salts fixed. One that was sent before stays as it was. */
export function fixed(draft: Draft, report: Report, model: Model, now: string, salt: () => string): Draft {
  if (draft.written !== null) return draft;
  const salts: string[] = [];
  sealPersonal(report, model, () => {
    const made = salt();
    salts.push(made);
    return made;
  });
  return { ...draft, written: now, salts };
}

/** What goes to the server: the personal values sealed, and beside the report for the room apart. */
export function sealed(draft: Draft, report: Report, model: Model, salt: () => string): DraftReport {
  const salts = [...draft.salts];
  const { report: bare, personal } = sealPersonal(report, model, () => salts.shift() ?? salt());
  return { report: bare, personal };
}
