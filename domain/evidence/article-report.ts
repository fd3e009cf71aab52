/**
 * The report that a person's reading of an article makes (design, *The life of a report*): the claims they confirmed or
 * corrected, each with its speaker, how the text puts it, its date, and its words as they stand in the captured text.
 * Suggestions that nobody confirmed are no part of it. The outlet's own voice is that of whoever published it first, so that
 * one text on two sites is one voice.
 */
import { type Problem, problem } from '../problem.ts';
import { checkReport } from '../record/check-report.ts';
import type { CodeList, Model } from '../record/kind.ts';
import type { Claim, Day, Digest, Id, Instant, Party, Report, Value, Where } from '../report/entry.ts';
import { readDate, undated } from '../report/span.ts';
import { wouldBeFact } from './as-fact.ts';
import type { Certainty } from './certainty.ts';
import type { Description } from './description.ts';
import { recordName, wordsIn } from './record-name.ts';
import type { SpeakerKind } from './speakers.ts';

export interface ReadArticle extends Description {
  /** of the extracted text: what the quotes anchor to */
  readonly text_digest: Digest;
  readonly text: string;
  /** who says what it says in its own name: copies of one story are one voice (first-voice.ts) */
  readonly voice: { readonly name: string };
}

/** Who says a claim, how and of when, as a person left it. */
export interface SaidBy {
  readonly speaker: string;
  readonly speaker_kind: SpeakerKind;
  readonly relayed_by: string;
  readonly certainty: Certainty;
  readonly doubt: string;
  /** as typed or in EDTF; '' is the day the article is of */
  readonly event_date: string;
}

export interface Confirmed extends SaidBy {
  readonly item: Id;
  /** code points of the text */
  readonly start: number;
  readonly end: number;
  readonly claims: readonly { readonly property: string; readonly value: Value }[];
}

export interface Reading {
  readonly report: Id;
  readonly programme: string;
  readonly by: Id;
  readonly written: Instant;
  readonly today: Day;
  /** those new to the record with the name they get; `typed`: by a person, who answers for whom it names */
  readonly items: readonly {
    readonly id: Id;
    readonly kind: string;
    readonly name: string | null;
    readonly typed?: boolean;
  }[];
  readonly confirmed: readonly Confirmed[];
}

const FORM_VERSION = '1';
/** Characters of context kept on either side of a quote. */
const CONTEXT = 32;
const LONGEST_QUOTE = 10_000;

/** The report, or everything that is wrong with it: `report-empty` where nothing was confirmed, and what checkReport says. */
export function articleReport(
  article: ReadArticle,
  reading: Reading,
  model: Model,
): Report | readonly Problem[] {
  const date = article.published ?? reading.today;
  // a text says how things stand on its day, hardly ever since when
  const when = undated(date);
  const used = reading.items.filter((i) => reading.confirmed.some((c) => c.item === i.id));
  const places = new Map(used.map((i, n) => [i.id, n]));
  const characters = [...article.text];
  const wrong: Problem[] = [];
  const named = new Set<Id>();
  const secret = personalWords(reading, model);
  const nameOf = ({ name, typed }: Reading['items'][number]) => {
    // words of the text name nobody, whoever proposed them (law 9)
    const given = typed === true || name === null ? name : recordName(name);
    return given !== null && wordsIn(given).some((word) => secret.has(word)) ? null : given;
  };
  const claims = reading.confirmed.flatMap((c): Claim[] => {
    const on = places.get(c.item);
    if (on === undefined) return [];
    if (!(c.start < c.end && c.end <= characters.length))
      wrong.push(problem('span-outside-text', { start: c.start, end: c.end }));
    const around = { ...saidOf(c, article), ...whenOf(c, date, wrong), where: whereOf(c, characters) };
    for (const { property, value } of c.claims)
      if (wouldBeFact(value, c.certainty, listOf(used[on]?.kind, property, model)))
        wrong.push(problem('claim-not-a-fact', { property, certainty: c.certainty }));
    const item = used[on];
    const name = named.has(c.item) || item === undefined ? null : nameOf(item);
    named.add(c.item);
    return [
      ...(name === null
        ? []
        : [{ on, property: 'name', value: { type: 'text', text: name } as const, where: around.where }]),
      ...c.claims.map(({ property, value }) => ({ on, property, value, ...(isSilent(value) ? {} : around) })),
    ];
  });
  const report: Report = {
    type: 'report',
    id: reading.report,
    programme: reading.programme,
    form: 'article',
    form_version: FORM_VERSION,
    date,
    when,
    by: reading.by,
    written: reading.written,
    source: { name: article.title ?? article.publisher },
    published: { name: article.publisher },
    capture: article.text_digest,
    items: used.map(({ id, kind }) => ({ id, kind })),
    claims,
  };
  wrong.push(...checkReport(report, model));
  return wrong.length > 0 ? wrong : report;
}

function listOf(kind: string | undefined, property: string, model: Model): CodeList | undefined {
  return model.lists.get(model.kinds.get(kind ?? '')?.properties[property]?.codes ?? '');
}

/** The words of the personal values confirmed: a record is called by words of the text, and by none of these (law 9). */
function personalWords({ items, confirmed }: Reading, model: Model): ReadonlySet<string> {
  const kinds = new Map(items.map((i) => [i.id, model.kinds.get(i.kind)]));
  const values = confirmed.flatMap((c) =>
    c.claims.flatMap(({ property, value }) =>
      kinds.get(c.item)?.properties[property]?.sensitivity === 'personal' && value.type === 'text'
        ? wordsIn(value.text)
        : [],
    ),
  );
  return new Set(values);
}

/** That the text does not tell something is what its reader found of all of it: nobody said so, and no words of it are quoted. */
function isSilent(value: Value): boolean {
  return value.type === 'unknown' && value.why === 'not-stated';
}

/** The outlet's own voice is the article's. */
function saidOf(c: SaidBy, article: ReadArticle): Pick<Claim, 'said' | 'sure'> {
  const own = c.speaker_kind === 'outlet' || c.speaker.trim() === '';
  const relayed = c.relayed_by.trim() === '' ? {} : { relayed_by: c.relayed_by.trim() };
  const said: Party = {
    name: own ? article.voice.name : c.speaker.trim(),
    speaker_kind: c.speaker_kind,
    ...relayed,
  };
  const doubt = c.doubt.trim();
  return { said, sure: { certainty: c.certainty, ...(doubt !== '' && { doubt }) } };
}

/** A date beyond the article's is what is planned, no date at which a claim holds: the claim is of the article's day. */
function whenOf(c: SaidBy, date: Day, wrong: Problem[]): Pick<Claim, 'when'> {
  if (c.event_date.trim() === '') return {};
  const when = readDate(c.event_date, { reportDate: date });
  if (!('code' in when)) return { when };
  if (when.code !== 'date-after-report') wrong.push(when);
  return {};
}

function whereOf({ start, end }: Confirmed, characters: readonly string[]): Where {
  const slice = (from: number, to: number) => characters.slice(Math.max(0, from), to).join('');
  return {
    quote: {
      exact: slice(start, Math.min(end, start + LONGEST_QUOTE)),
      prefix: slice(start - CONTEXT, start),
      suffix: slice(end, end + CONTEXT),
    },
    position: { start, end },
  };
}
