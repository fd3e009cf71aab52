/**
 * The report that a draft makes, and all that is still wrong with it, by field. Pure: the same draft gives the same report,
 * so that sending it again after a lost answer sends the same bytes (design, law 10).
 */
import type { Problem } from '@tilth/domain/problem';
import { withoutGround } from '@tilth/domain/record/applies';
import { checkReport } from '@tilth/domain/record/check-report';
import type { Kind, Model } from '@tilth/domain/record/kind';
import { sealPersonal } from '@tilth/domain/report/commitment';
import { digestOf } from '@tilth/domain/report/digest';
import type { DraftReport } from '@tilth/domain/report/draft';
import type { Claim, Digest, Instant, Report, Span, Sureness, Value } from '@tilth/domain/report/entry';
import { readDate } from '@tilth/domain/report/span';
import { type Answer, answerIn, type Draft, type Head, type Part, type Sheet, sheetsOf } from './draft.ts';
import { type Read, readAnswer } from './read-answer.ts';

/** What the report can't go without; `sheet` counts the item itself as 0. */
export interface Need {
  readonly what: 'source' | 'when' | 'place' | 'claims';
  readonly sheet: number;
}

/** What is said of one item, as it is read. */
export interface SheetRead {
  readonly fields: ReadonlyMap<string, Read>;
  readonly claims: readonly Claim[];
  /** values stated beside what they make no sense with: worth a look, no reason to hold the report back */
  readonly notices: readonly Problem[];
}

export interface Assembled {
  /** null while something is wrong or missing */
  readonly report: Report | null;
  readonly claims: number;
  readonly needs: readonly Need[];
  readonly when: Span | Problem | null;
  readonly sheets: readonly SheetRead[];
  /** what is wrong with the report as a whole */
  readonly whole: readonly Problem[];
}

export function assemble(draft: Draft, model: Model): Assembled {
  const { head } = draft;
  const sheets = sheetsOf(draft).map((sheet, on) => readSheet(sheet, on, draft, model));
  const claims = sheets.flatMap((s) => s.claims);
  const when = head.when.trim() === '' ? null : readDate(head.when, { reportDate: head.date });
  const wrong = sheets.some((s) => [...s.fields.values()].some((f) => f.wrong.length > 0));
  const needs = needsOf(draft, sheets, model, when);
  if (claims.length === 0 && !wrong) needs.push({ what: 'claims', sheet: 0 });
  const made = { claims: claims.length, needs, when, sheets };
  if (wrong || needs.length > 0 || when === null || 'code' in when)
    return { ...made, report: null, whole: [] };
  const report = reportOf(draft, claims, when);
  const whole = checkReport(report, model);
  return { ...made, report: whole.length === 0 ? report : null, whole };
}

function readSheet(sheet: Sheet, on: number, draft: Draft, model: Model): SheetRead {
  const kind = model.kinds.get(sheet.kind);
  const fields = new Map<string, Read>();
  const claims: Claim[] = [];
  if (kind === undefined) return { fields, claims, notices: [] };
  for (const [name, property] of Object.entries(kind.properties)) {
    const answer = answerIn(sheet, name);
    if (answer === undefined) continue;
    const read = readAnswer(name, property, answer, model, draft.head.date);
    fields.set(name, read);
    for (const value of read.values) claims.push({ on, property: name, value });
    claims.push(...besides(name, kind, answer, read, on));
  }
  const part = draft.parts[on - 1];
  if (part) claims.push(...linkedBack(part, on, draft, kind, model));
  return { fields, claims, notices: withoutGround(kind, claims, on, model.lists) };
}

/** The link to the item the part stands beside, and its place and date where the part has none of its own. */
function linkedBack(part: Part, on: number, draft: Draft, kind: Kind, model: Model): readonly Claim[] {
  const link: Value = { type: 'link', item: draft.item };
  const property = kind.properties[part.by];
  const value: Value = property?.fold === 'set' ? { type: 'member', of: link, yes: true } : link;
  const found: Claim[] = [{ on, property: part.by, value }];
  const above = model.kinds.get(draft.kind);
  if (!part.same || above === undefined) return found;
  for (const end of ['date', 'place'] as const) {
    const [own, from] = [kind[end], above[end]];
    if (own === undefined || from === undefined || answerIn(part, own) !== undefined) continue;
    const [answer, mine, theirs] = [answerIn(draft, from), kind.properties[own], above.properties[from]];
    if (answer === undefined || !mine || !theirs) continue;
    const read = readAnswer(own, mine, answer, model, draft.head.date);
    // an outline is no place of a single find
    if (read.wrong.length > 0) continue;
    for (const v of read.values) found.push({ on, property: own, value: v });
    found.push(...besides(own, kind, answer, read, on));
  }
  return found;
}

function needsOf(
  draft: Draft,
  sheets: readonly SheetRead[],
  model: Model,
  when: Span | Problem | null,
): Need[] {
  const needs: Need[] = [];
  if (draft.head.source.trim() === '') needs.push({ what: 'source', sheet: 0 });
  if (when === null) needs.push({ what: 'when', sheet: 0 });
  for (const [n, { kind }] of sheetsOf(draft).entries()) {
    const place = model.kinds.get(kind)?.place;
    if (place === undefined || (n === 0 && draft.about)) continue;
    // however coarse: an administrative unit is a place (design, review)
    const said = [place, 'place', 'pcode'];
    const answered = said.some((p) => answerIn(sheetsOf(draft)[n] ?? draft, p) !== undefined);
    const stated = sheets[n]?.claims.some((c) => said.includes(c.property));
    // a part that shares the item's place lacks none of its own
    const shared = draft.parts[n - 1]?.same === true && needs.some((need) => need.what === 'place');
    if (!answered && !stated && !shared) needs.push({ what: 'place', sheet: n });
  }
  return needs;
}

/** Basis and accuracy of the item's own position stand as properties of it too, as forms and files give them. */
function besides(name: string, kind: Kind, answer: Answer, { values }: Read, on: number): Claim[] {
  const [value] = values;
  if (name !== kind.place || answer.as !== 'geometry' || value?.type !== 'geometry') return [];
  const { basis, accuracy } = value;
  return [
    ...(basis && kind.properties.position_basis
      ? [{ on, property: 'position_basis', value: { type: 'code', code: basis } } as const]
      : []),
    ...(accuracy && kind.properties.accuracy
      ? [{ on, property: 'accuracy', value: { type: 'number', number: accuracy } } as const]
      : []),
  ];
}

function reportOf(draft: Draft, claims: readonly Claim[], when: Span): Report {
  const { head } = draft;
  const sure = surenessOf(head);
  const items = sheetsOf(draft).map((s) => ({ id: s.item, kind: s.kind }));
  const attachments = draft.files.map((f) => ({
    capture: f.digest,
    on: Math.max(
      0,
      items.findIndex((i) => i.id === f.on),
    ),
    media_type: f.media_type,
    size: f.size,
  }));
  return {
    type: 'report',
    id: draft.report,
    programme: draft.programme,
    form: draft.kind,
    form_version: 'web-1',
    date: head.date,
    when,
    by: draft.by,
    written: draft.changed,
    ...spokenBy(draft),
    ...(sure && { sure }),
    ...(attachments.length > 0 && { attachments }),
    items,
    claims,
    ...(draft.corrects && { corrects: [draft.corrects.ref] }),
  };
}

/** Who speaks: as typed, or as in the corrected report where the name was left as it was. */
function spokenBy({ head, spoke }: Draft): Pick<Report, 'source' | 'said' | 'published'> {
  const [source, said] = [head.source.trim(), head.said.trim()];
  return {
    source: spoke?.source.name.trim() === source ? spoke.source : { name: source },
    ...((spoke?.said?.name ?? '').trim() === said
      ? spoke?.said && { said: spoke.said }
      : said !== '' && { said: { name: said } }),
    ...(spoke?.published && { published: spoke.published }),
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

/**
 * What goes to the server, fixed once and kept until it is answered: the personal values sealed, and with the words they were
 * read from beside the report for the room apart. `digest` names it.
 */
export function sealed(
  report: Report,
  model: Model,
  now: Instant,
  salt: () => string,
): { readonly sealed: DraftReport; readonly digest: Digest } {
  const sealed = sealPersonal({ ...report, written: now }, model, salt);
  return { sealed, digest: digestOf(sealed.report) };
}
