/**
 * What an article consists of, from its plain text: headline, by-line, date line, paragraphs, captions, and the matter around
 * it that says nothing of the case (disclaimers, links, related articles). And who published it and when, where it says so.
 */
import { bodies, governments, outlets } from './lexicon.ts';

export type BlockType = 'headline' | 'by-line' | 'date-line' | 'stamp' | 'caption' | 'body' | 'around';

export interface Block {
  readonly type: BlockType;
  readonly text: string;
  /** UTF-16 offset of the text in the article */
  readonly start: number;
}

export interface Article {
  readonly blocks: readonly Block[];
  /** the outlet, as it names itself; null where it does not */
  readonly outlet: string | null;
  /** the outlet or agency it takes the piece from, as a by-line or credit names it */
  readonly relayed: string | null;
  /** the day it gives as its own, with where it stands */
  readonly dated: { readonly day: string; readonly start: number; readonly end: number } | null;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONTH = MONTHS.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)}|\\.)?|Sept\\.?`).join('|');

const DATES: readonly {
  readonly form: RegExp;
  readonly day: (m: RegExpExecArray) => readonly [string, string, string];
}[] = [
  { form: /\b(\d{4})-(\d{2})-(\d{2})\b/, day: (m) => [m[1] ?? '', m[2] ?? '', m[3] ?? ''] },
  {
    form: new RegExp(`\\b(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`),
    day: (m) => [m[3] ?? '', month(m[1] ?? ''), m[2] ?? ''],
  },
  {
    form: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTH}),?\\s+(\\d{4})\\b`),
    day: (m) => [m[3] ?? '', month(m[2] ?? ''), m[1] ?? ''],
  },
];

function month(name: string): string {
  return String(MONTHS.findIndex((m) => m.startsWith(name.slice(0, 3))) + 1);
}

function dayOf([year, m, d]: readonly [string, string, string]): string | null {
  const [mm, dd] = [m.padStart(2, '0'), d.padStart(2, '0')];
  return Number(mm) >= 1 && Number(mm) <= 12 && Number(dd) >= 1 && Number(dd) <= 31
    ? `${year}-${mm}-${dd}`
    : null;
}

/** The first whole date written in a text, with its offsets. */
export function findDate(
  text: string,
): { readonly day: string; readonly start: number; readonly end: number } | null {
  let first: { day: string; start: number; end: number } | null = null;
  for (const { form, day } of DATES) {
    const m = form.exec(text);
    const found = m && dayOf(day(m));
    if (m && found !== null && (first === null || m.index < first.start))
      first = { day: found, start: m.index, end: m.index + m[0].length };
  }
  return first;
}

/** An outlet's running stamp, as `MENAFN23112024000045…`: letters, then day, month and year. */
const STAMP = /^([A-Z]{3,12})(\d{2})(\d{2})(\d{4})/;
const AROUND =
  /^(?:https?:\/\/|www\.|Original (?:url|article|source)\b|Related (?:article|story|stories|content|links?)\b|Read (?:more|also|next)\b|See also\b|More on\b|Subscribe\b|Sign up\b|Follow us\b|Share this\b|Advertis|Copyright\b|©|All rights reserved|The views expressed|This article (?:was|is|first|originally)|Reporting by\b|Editing by\b|Tags?:|Topics?:|Source:|Get the latest|Click here)/i;
const DISCLAIMER = /^(?:Legal )?Disclaimer\b|^Terms of use\b|^Privacy policy\b/i;
const CREDIT =
  /(?:\/\s*(?:TASS|AP|AFP|Reuters|EPA|Getty(?: Images)?|[A-Z][A-Za-z.]+)|\((?:AP|AFP|Reuters|EPA)? ?[Pp]hoto[^)]*\))\s*\.?$/;

export function readArticle(text: string): Article {
  const blocks: Block[] = [];
  let dated: Article['dated'] = null;
  let outlet: string | null = null;
  let relayed: string | null = null;
  let ended = false;
  for (const { text: line, start } of paragraphs(text)) {
    const add = (type: BlockType) => void blocks.push({ type, text: line, start });
    if (ended || DISCLAIMER.test(line)) {
      ended = true;
      add('around');
      continue;
    }
    const stamp = STAMP.exec(line);
    const stamped = stamp && dayOf([stamp[4] ?? '', stamp[3] ?? '', stamp[2] ?? '']);
    if (stamp && stamped) {
      outlet ??= stamp[1] ?? null;
      dated ??= { day: stamped, start, end: start + stamp[0].length };
      add('stamp');
      continue;
    }
    if (AROUND.test(line)) {
      add('around');
      continue;
    }
    const byline = /^By (?!the\b)((?:[\p{Lu}][\p{L}'.-]*,?\s*(?:and |for |with )?){1,8})$/u.exec(line);
    if (byline && line.length < 90) {
      if (/^[A-Z]{2,8}$/.test(byline[1]?.trim() ?? '')) relayed = byline[1]?.trim() ?? null;
      add('by-line');
      continue;
    }
    const date = findDate(line);
    if (date && line.length - (date.end - date.start) < 40 && !/[.!?]$/.test(line) && dated === null) {
      dated = { ...date, start: start + date.start, end: start + date.end };
      add('date-line');
      continue;
    }
    if (line.length < 220 && CREDIT.test(line)) {
      add('caption');
      continue;
    }
    const titled = line.length < 220 && !/[.!?]["”’)]?$/.test(line) && /\p{L}/u.test(line);
    if (titled && !blocks.some((b) => b.type === 'body' || b.type === 'headline')) {
      add('headline');
      continue;
    }
    // the body whose text it is, by itself in a line above it
    if (titled && !blocks.some((b) => b.type === 'body') && isBodyAlone(line)) {
      outlet ??= line.replace(/[.,]$/, '');
      add('by-line');
      continue;
    }
    if (/^[\p{Lu}\p{N} ]{0,40}$/u.test(line)) {
      add('around');
      continue;
    }
    const lead = leadOf(line);
    if (lead !== null && line.length - lead.length > 30) {
      outlet ??= lead.outlet;
      if (lead.date) dated ??= { ...lead.date, start: start + lead.date.start, end: start + lead.date.end };
      blocks.push({ type: 'body', text: line.slice(lead.length), start: start + lead.length });
      continue;
    }
    // "KYIV, Nov 20 (Reuters) - …", "(MENAFN) …": where, when and who, before the text begins
    const place = /^(?:[\p{Lu}][\p{L}\p{N} .,/'-]{0,60})?\(([A-Z][A-Za-z. ]{1,30})\)\s*(?:[-–—]+\s*)?/u.exec(
      line,
    );
    if (place && line.length > 60) {
      outlet ??= place[1] ?? null;
      const date = findDate(place[0]);
      if (date) dated ??= { ...date, start: start + date.start, end: start + date.end };
      blocks.push({ type: 'body', text: line.slice(place[0].length), start: start + place[0].length });
    } else add('body');
  }
  return { blocks, outlet, relayed, dated };
}

/** "United Nations Mine Action Programme in Libya", "Ministry of Defence of Norway": nothing but a name, and a body's. */
const isBodyAlone = (line: string) =>
  line.length < 90 &&
  /^(?:\p{Lu}[\p{L}’'&-]*|of|for|to|and|in|the|on|de)(?: (?:\p{Lu}[\p{L}’'&-]*|of|for|to|and|in|the|on|de)){1,11}[.,]?$/u.test(
    line,
  ) &&
  (bodies.test(line) || governments.test(line)) &&
  !outlets.test(line);

/** What stands before a paragraph's text: the hour of a running report, the number or mark of a list. */
const MARK =
  /^(?:\d{1,2}[:.]\d{2}(?: ?(?:GMT|UTC|[A-Z]{2,4}|[ap]\.?m\.?))?\s*[-–—:|]?\s+|\d{1,3}[.)]\s+(?=\p{Lu})|[•*▪–-]\s+)/u;

/** "GENEVA, 5 December 2025 — …", "(Nairobi, May 14, 2025) – …", "BERLIN (Wire), 3 October - …": place, day and agency in any order. */
function leadOf(line: string): {
  readonly length: number;
  readonly outlet: string | null;
  readonly date: ReturnType<typeof findDate>;
} | null {
  const mark = MARK.exec(line)?.[0];
  if (mark !== undefined) return { length: mark.length, outlet: null, date: null };
  const m = /^([(\p{Lu}][^.!?"“”]{2,90}?)\s*(?:\s[-–—]{1,2}\s|—)\s*(?=\S)/u.exec(line);
  const head = m?.[1];
  if (m === null || head === undefined) return null;
  const date = findDate(head);
  const undatedHead = date === null ? head : head.slice(0, date.start) + head.slice(date.end);
  const agency = /\(([A-Z][A-Za-z. ]{1,30})\)/.exec(undatedHead)?.[1] ?? null;
  const rest = undatedHead
    .replace(/\([A-Z][A-Za-z. ]{1,30}\)/, '')
    .replace(/[(),]/g, ' ')
    .trim();
  const short =
    new RegExp(`\\b(?:${MONTH})\\s+\\d{1,2}\\b|\\b\\d{1,2}\\s+(?:${MONTH})`).exec(rest)?.[0] ?? '';
  const where = rest.replace(short, '').trim();
  const capitals = where !== '' && where === where.toUpperCase();
  if (!(date || agency !== null || short !== '' || capitals)) return null;
  return /^(?:\p{Lu}[\p{L}.'’/-]*\s*){0,5}$/u.test(where)
    ? { length: m[0].length, outlet: agency, date }
    : null;
}

/** Paragraphs: what blank lines divide; lines broken within one are taken together, unless the first reads as a title. */
function* paragraphs(text: string): Generator<{ readonly text: string; readonly start: number }> {
  let from = -1;
  let to = -1;
  for (const line of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const content = line[0].trim();
    const start = line.index + (line[0].length - line[0].trimStart().length);
    const wraps = from >= 0 && content !== '' && /[^.!?:”")]$/.test(text.slice(from, to)) && to - from > 60;
    if (from >= 0 && !wraps) {
      yield { text: text.slice(from, to), start: from };
      from = -1;
    }
    if (content === '') continue;
    if (from < 0) from = start;
    to = start + content.length;
  }
  if (from >= 0) yield { text: text.slice(from, to), start: from };
}
