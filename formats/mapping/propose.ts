/**
 * A mapping to begin with, made from what a file's columns are called and what stands in them. Every part of it is a suggestion
 * that a person sees with its examples and confirms; what can't be told is left out rather than guessed.
 */
import type { Kind, Model, Property } from '@tilth/domain/record/kind';
import { factor } from '@tilth/domain/record/units';
import { folded } from './cells.ts';
import { lookup } from './codes.ts';
import { guessDates } from './guess-dates.ts';
import type { Look, LookedColumn } from './look.ts';
import type { Mapping, ValueRule } from './mapping.ts';
import { type Suggestion, suggest } from './suggest.ts';
import { informationDates, pairs, synonyms, years } from './synonyms.ts';

/** A column whose words a list knows for at least this share of its rows is taken for codes of that list. */
const KNOWN_SHARE = 0.6;

/** `name`: the file's, without its ending. The mapping passes `readMapping` under the model. */
export function propose(look: Look, kind: Kind, model: Model, name: string): Mapping {
  const filled = look.columns.filter((c) => c.filled > 0);
  const place = placeRule(look, filled);
  const used = new Set(place === null ? [] : [place.lon, place.lat, place.wkt, place.typed]);
  const rest = filled.filter((c) => !used.has(c.name));
  const chosen = new Map<string, LookedColumn>();
  const named = byName(rest, kind);
  for (const [property, column] of [
    ...named.filter((n) => n.by !== 'words').map((n) => n.pair),
    // what stands in a column tells more than words that its name shares with ours
    ...byValues(rest, kind, model),
    ...[...named.map((n) => n.pair), ...bySynonym(rest, kind)].filter((p) => mayBe(p, kind, model)),
  ]) {
    if (!chosen.has(property) && ![...chosen.values()].includes(column)) chosen.set(property, column);
  }
  const properties: Record<string, ValueRule> = {};
  for (const [property, column] of chosen) {
    const about = kind.properties[property];
    const rule = about && ruleOf(column, about);
    if (rule) properties[property] = rule;
  }
  if (kind.place !== undefined && place !== null) properties[kind.place] = place;
  const date = whenOf(rest);
  // what happened in the year of the row happened then, as far as is known
  const { year } = date;
  if (kind.drawing === 'danger' && kind.date !== undefined && year !== undefined)
    properties[kind.date] ??= { date: { year } };
  const key = chosen.get('local_id');
  const title = name.normalize('NFKD').toLowerCase();
  return {
    mapping: 1,
    name:
      title
        .replace(/[^a-z0-9]+/gu, '-')
        .replace(/^-+|-+$/gu, '')
        .slice(0, 60) || 'file',
    version: '1',
    source: { name: name.trim() || 'File' },
    date,
    identity: key !== undefined && key.different === key.filled && key.filled > 0 ? [key.name] : [],
    records: [{ kind: kind.name, properties }],
  };
}

type Pair = readonly [property: string, column: LookedColumn];

function byName(
  columns: readonly LookedColumn[],
  kind: Kind,
): readonly { readonly by: Suggestion['by']; readonly pair: Pair }[] {
  const hxl = Object.fromEntries(columns.flatMap((c) => (c.hxl === undefined ? [] : [[c.name, c.hxl]])));
  return suggest(
    columns.map((c) => c.name),
    hxl,
    kind,
  ).flatMap(({ column, property, by }) => {
    const found = columns.find((c) => c.name === column);
    return found ? [{ by, pair: [property, found] as const }] : [];
  });
}

/** The heading without the unit that stands in it. */
function heading(column: LookedColumn): string {
  return folded(column.name.replace(/\([^)]*\)|\[[^\]]*\]/gu, ''));
}

function bySynonym(columns: readonly LookedColumn[], kind: Kind): readonly Pair[] {
  return Object.entries(synonyms).flatMap(([property, words]) => {
    const about = kind.properties[property];
    if (about === undefined) return [];
    const known = new Set(words.map(folded));
    return columns
      .filter((c) => known.has(heading(c)) || known.has(folded(c.name)))
      .filter((c) => fitsType(c, about))
      .slice(0, 1)
      .map((c) => [property, c] as const);
  });
}

function fitsType(column: LookedColumn, { type }: Property): boolean {
  if (type === 'number') return column.numbers >= column.filled * KNOWN_SHARE;
  if (type === 'date')
    return guessDates(column.words.map((w) => w.word)).length > 0 || /^\d{4}$/u.test(first(column));
  if (type === 'code') return column.different <= 60;
  return true;
}

const first = (column: LookedColumn): string => column.words[0]?.word ?? '';

/** A column that only sounds like one of codes has to hold at least one word that its list knows. */
function mayBe([property, { words }]: Pair, kind: Kind, model: Model): boolean {
  const list = model.lists.get(kind.properties[property]?.codes ?? '');
  if (list === undefined) return true;
  const knows = lookup(list, undefined);
  return words.some((w) => w.word.split(/[;,|]/u).some((part) => knows(part.trim()) !== undefined));
}

/** Columns of words that a list of the kind knows, whatever they are called. */
function byValues(columns: readonly LookedColumn[], kind: Kind, model: Model): readonly Pair[] {
  return columns.flatMap((column) => {
    if (column.different > 60 || column.numbers > column.filled / 2) return [];
    const scored = Object.entries(kind.properties).flatMap(([name, { type, codes }]) => {
      const list = type === 'code' ? model.lists.get(codes ?? '') : undefined;
      if (list === undefined) return [];
      const knows = lookup(list, undefined);
      const rows = column.words.reduce((n, w) => n + (knows(w.word) === undefined ? 0 : w.rows), 0);
      return rows >= column.filled * KNOWN_SHARE ? [{ name, rows }] : [];
    });
    // what fits several lists fits none surely
    return scored.length === 1 ? scored.map(({ name }) => [name, column] as const) : [];
  });
}

function ruleOf(column: LookedColumn, about: Property): ValueRule | null {
  const rule: ValueRule = { column: column.name };
  switch (about.type) {
    case 'number': {
      const unit = unitIn(column.name);
      const decimal = column.words.some((w) => /^[+-]?\d+,\d+$/u.test(w.word) && !/,\d{3}$/u.test(w.word));
      return {
        ...rule,
        ...(unit !== null && factor(unit, about.unit) !== null && { unit }),
        ...(decimal && { decimal: ',' as const }),
      };
    }
    case 'date': {
      const guesses = guessDates(column.words.map((w) => w.word));
      const [only] = guesses;
      const format = guesses.length === 1 && only && only.format !== '' ? { format: only.format } : {};
      return { date: { column: column.name, ...format } };
    }
    case 'link':
      return { ...rule, ...(about.to?.length === 1 ? {} : { key_of: about.to?.[0] ?? 'hazardous-area' }) };
    case 'code':
      return { ...rule, ...(about.fold === 'set' && splitIn(column)) };
    case 'geometry':
    case 'release':
      return null;
    default:
      return rule;
  }
}

function splitIn(column: LookedColumn): { split: string } | Record<string, never> {
  const found = [';', '|', ','].find((s) => column.words.some((w) => w.word.includes(s)));
  return found === undefined ? {} : { split: found };
}

/** `Area (ha)`, `area_sqm`, `Depth [cm]`. */
export function unitIn(name: string): string | null {
  const said =
    /[([]\s*([^)\]]+?)\s*[)\]]\s*$/u.exec(name)?.[1] ?? /[_ ]([A-Za-z]{1,6}[2²]?)$/u.exec(name)?.[1];
  if (said === undefined) return null;
  return ['m2', 'm', 'mm', 'kg', 'days', 'hours', 'years', 'percent'].some(
    (to) => factor(said, to as 'm2') !== null,
  )
    ? said
    : null;
}

function placeRule(look: Look, columns: readonly LookedColumn[]): ValueRule | null {
  if (Object.keys(look.geometries).some((t) => t !== 'none')) return { geometry: 'feature' };
  const wkt = columns.find((c) => /^(?:SRID=\d+;)?(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b/iu.test(first(c)));
  if (wkt) return { wkt: wkt.name };
  for (const [xs, ys] of pairs) {
    const x = columns.find((c) => xs.includes(heading(c)));
    const y = columns.find((c) => ys.includes(heading(c)));
    if (!x || !y) continue;
    if (x.numbers >= x.filled * KNOWN_SHARE) return { lon: x.name, lat: y.name };
    return { lon: x.name, lat: y.name, system: /[NSEWnsew°]/u.test(first(x)) ? 'dms' : 'decimal' };
  }
  const mgrs = columns.find(
    (c) => c.words.length > 0 && c.words.every((w) => /^\d{1,2}[C-X]\s?[A-Z]{2}[\s\d]{2,}$/u.test(w.word)),
  );
  return mgrs ? { typed: mgrs.name, system: 'mgrs' } : null;
}

function whenOf(columns: readonly LookedColumn[]): Mapping['date'] {
  const said = columns.find((c) => informationDates.includes(folded(c.name)));
  const guesses = said ? guessDates(said.words.map((w) => w.word)) : [];
  const [only] = guesses;
  if (said && only) {
    return { column: said.name, ...(guesses.length === 1 && only.format !== '' && { format: only.format }) };
  }
  const year = columns.find((c) => years.includes(folded(c.name)) && /^[\d,.]{4,6}$/u.test(first(c)));
  return year ? { year: year.name } : { by: 'report' };
}
