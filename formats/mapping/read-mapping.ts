/**
 * Reads a mapping and says all that is wrong with it at once: its shape against the schema, then every name in it against
 * the record kinds and code lists of the programme. `fits` holds it against the columns of one file.
 */
import { isProblem, type Problem, problem } from '@tilth/domain/problem';
import type { Kind, Model, Property, Sensitivity } from '@tilth/domain/record/kind';
import { factor } from '@tilth/domain/record/units';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { folded } from './cells.ts';
import { lookup, yesOrNo } from './codes.ts';
import { casesOf, namedColumns } from './columns.ts';
import { isFormat, readDate } from './dates.ts';
import { Mapping, type RecordRule, type ValueRule } from './mapping.ts';
import { crsNamed } from './typed-position.ts';

/** A mapping file may have this many characters. */
const LARGEST = 2_000_000;

let compiled: ValidateFunction<Mapping> | undefined;

/** Compiled when the first mapping is read: it takes a third of a second, and most commands read none. */
function schema(): ValidateFunction<Mapping> {
  compiled ??= new Ajv2020({ allErrors: true, strict: false }).compile<Mapping>(
    JSON.parse(JSON.stringify(Mapping)),
  );
  return compiled;
}

/** The mapping, or every problem found: `mapping-broken`, `mapping-invalid`, `kind-unknown`, `property-unknown` and others. */
export function readMapping(text: string, model: Model): Mapping | readonly Problem[] {
  if (text.length > LARGEST) return [problem('mapping-broken', { why: `more than ${LARGEST} characters` })];
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (e) {
    return [problem('mapping-broken', { why: e instanceof Error ? e.message : 'unreadable' })];
  }
  const valid = schema();
  if (!valid(raw)) return (valid.errors ?? []).slice(0, 50).map(schemaProblem);
  const found = [
    ...dates(raw),
    ...wordsAlike(raw),
    ...formatsOf(raw),
    ...extentOf(raw),
    ...raw.records.flatMap((r, n) => recordProblems(r, `records[${n}]`, raw, model)),
  ];
  return found.length > 0 ? found : raw;
}

/**
 * The mapping against a file's columns. Problems: `mapping-columns-none`, `mapping-column-missing`; notices:
 * `mapping-column-absent` (optional columns), `columns-kept`, `columns-left-out`.
 */
export function fits(
  mapping: Mapping,
  columns: readonly string[],
  model: Model,
): { readonly problems: readonly Problem[]; readonly notices: readonly Problem[] } {
  const named = namedColumns(mapping);
  const has = new Set(columns);
  const optional = new Set(mapping.read?.optional_columns ?? []);
  // then no row could say anything
  if (!named.some((n) => has.has(n.column)) && !usesFeatures(mapping)) {
    return { problems: [problem('mapping-columns-none', { columns: shown(columns) })], notices: [] };
  }
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const told = new Set<string>();
  for (const { column, where } of named) {
    if (has.has(column) || told.has(column)) continue;
    told.add(column);
    if (optional.has(column)) notices.push(problem('mapping-column-absent', { column, where }));
    else problems.push(problem('mapping-column-missing', { column, where, columns: shown(columns) }));
  }
  const claimed = new Set(named.filter((n) => n.claimed).map((n) => n.column));
  const spare = columns.filter((c) => !claimed.has(c));
  const out = spare.filter((c) => mapping.kept?.[c] === 'leave-out');
  const kept = spare.filter((c) => !out.includes(c));
  const personal = kept.filter((c) => (mapping.kept?.[c] ?? unclassed(mapping, model)) === 'personal');
  const rest = kept.filter((c) => !personal.includes(c));
  if (rest.length > 0) notices.push(problem('columns-kept', { columns: rest, sensitivity: 'restricted' }));
  if (personal.length > 0)
    notices.push(problem('columns-kept', { columns: personal, sensitivity: 'personal' }));
  if (out.length > 0) notices.push(problem('columns-left-out', { columns: out }));
  return { problems, notices };
}

/** How sensitive the file itself is: as its most sensitive column, or more where the mapping says so (law 9). */
export function captureSensitivity(mapping: Mapping, columns: readonly string[], model: Model): Sensitivity {
  const order: readonly Sensitivity[] = ['public', 'partner', 'restricted', 'personal'];
  const found: Sensitivity[] = [mapping.sensitivity ?? 'partner'];
  for (const record of mapping.records) {
    for (const { kind, properties } of casesOf(record)) {
      const k = model.kinds.get(kind);
      for (const name of Object.keys(properties))
        found.push(k?.properties[name]?.sensitivity ?? 'restricted');
    }
  }
  for (const notice of fits(mapping, columns, model).notices) {
    if (notice.code === 'columns-kept')
      found.push(notice.facts.sensitivity === 'personal' ? 'personal' : 'restricted');
    if (notice.code === 'columns-left-out') found.push('restricted');
  }
  return found.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a));
}

function unclassed(mapping: Mapping, model: Model): Sensitivity {
  const people = mapping.records.some((r) =>
    casesOf(r).some(({ kind }) =>
      Object.values(model.kinds.get(kind)?.properties ?? {}).some((p) => p.sensitivity === 'personal'),
    ),
  );
  return people ? 'personal' : 'restricted';
}

function usesFeatures(mapping: Mapping): boolean {
  return mapping.records.some((r) =>
    casesOf(r).some(({ properties }) =>
      Object.values(properties).some((rules) => listOf(rules).some((rule) => rule.geometry === 'feature')),
    ),
  );
}

function shown(columns: readonly string[]): readonly string[] {
  return columns.slice(0, 60);
}

function listOf(rules: ValueRule | ValueRule[]): ValueRule[] {
  return Array.isArray(rules) ? rules : [rules];
}

function schemaProblem(e: ErrorObject): Problem {
  const extra = e.keyword === 'additionalProperties' ? ` (“${e.params.additionalProperty}”)` : '';
  return problem('mapping-invalid', {
    where: e.instancePath || '/',
    why: `${e.message ?? e.keyword}${extra}`,
  });
}

function dates(mapping: Mapping): Problem[] {
  const all = [mapping.snapshot?.date, mapping.source.date, mapping.date.fixed];
  const wrong = all.filter((d) => d !== undefined && readDate(d) === null);
  const rule = mapping.date;
  const named = [rule.fixed, rule.column, rule.year, rule.by].filter((x) => x !== undefined).length;
  return [
    ...wrong.map((d) => problem('date-unreadable', { value: d ?? '' })),
    ...(named === 1
      ? []
      : [problem('mapping-invalid', { where: '/date', why: 'takes one of fixed, column, year, by' })]),
  ];
}

/** A format that reads no date would make every date of the file unreadable: that is said before. */
function formatsOf(mapping: Mapping): Problem[] {
  const rules = mapping.records
    .flatMap(casesOf)
    .flatMap(({ properties }) => Object.values(properties).flatMap(listOf))
    .flatMap((rule) => [rule.date, rule.when]);
  const formats = [mapping.date, ...rules].flatMap((rule) => [rule?.format, rule?.to?.format]);
  const wrong = new Set(formats.filter((f) => f !== undefined).filter((f) => !isFormat(f)));
  return [...wrong].map((f) =>
    problem('mapping-invalid', {
      where: '/date',
      why: `“${f}” is no format of dates: it takes yyyy, M or MM (MMM for a name), d or dd, each once at most, in small and capital letters as here`,
    }),
  );
}

function extentOf({ extent }: Mapping): Problem[] {
  if (extent === undefined) return [];
  const [west = 0, south = 0, east = 0, north = 0] = extent;
  const fits =
    (west < east || (west > 0 && east < 0)) &&
    south < north &&
    west >= -180 &&
    east <= 180 &&
    south >= -90 &&
    north <= 90;
  return fits
    ? []
    : [
        problem('mapping-invalid', {
          where: '/extent',
          why: 'it is west, south, east, north in degrees (west greater than east only across the antimeridian)',
        }),
      ];
}

/** Words of one table that mean different things must be told apart by what comparing keeps of them. */
function wordsAlike(mapping: Mapping): Problem[] {
  const tables = mapping.records.flatMap((r, n) => [
    [`records[${n}].by.cases`, Object.entries(r.by?.cases ?? {})] as const,
    ...casesOf(r).flatMap(({ properties }) =>
      Object.entries(properties).flatMap(([name, rules]) =>
        listOf(rules).map(
          (v) => [`records[${n}].properties.${name}.codes`, Object.entries(v.codes ?? {})] as const,
        ),
      ),
    ),
  ]);
  const found = new Map<string, Problem>();
  for (const [where, words] of tables) {
    const seen = new Map<string, readonly [word: string, means: string]>();
    for (const [word, to] of words) {
      const means = JSON.stringify(to);
      const before = seen.get(folded(word));
      if (before !== undefined && before[1] !== means)
        found.set(`${where} ${word}`, problem('mapping-words-alike', { where, words: [before[0], word] }));
      else seen.set(folded(word), [word, means]);
    }
  }
  return [...found.values()];
}

function recordProblems(record: RecordRule, where: string, mapping: Mapping, model: Model): Problem[] {
  if ((record.kind === undefined) === (record.by === undefined))
    return [problem('mapping-kind-missing', { where })];
  const found = new Map<string, Problem>();
  for (const { kind, properties } of casesOf(record)) {
    const k = model.kinds.get(kind);
    if (k === undefined) {
      found.set(kind, problem('kind-unknown', { kind }));
      continue;
    }
    for (const [name, rules] of Object.entries(properties)) {
      const property = k.properties[name];
      const at = `${kind}.${name}`;
      if (property === undefined) {
        found.set(at, problem('property-unknown', { kind, property: name }));
        continue;
      }
      for (const rule of listOf(rules)) {
        for (const p of ruleProblems(rule, where, name, property, k, mapping, model))
          found.set(`${at} ${p.code}`, p);
      }
    }
  }
  return [...found.values()];
}

const FROM = ['column', 'columns', 'template', 'value', 'links_to'] as const;

function ruleProblems(
  rule: ValueRule,
  where: string,
  name: string,
  property: Property,
  kind: Kind,
  mapping: Mapping,
  model: Model,
): Problem[] {
  const wrong = (why: string): Problem => problem('mapping-rule-wrong', { where, property: name, why });
  const ways = FROM.filter((k) => rule[k] !== undefined);
  if (property.type === 'geometry') {
    const places = [rule.geometry, rule.lon, rule.wkt, rule.typed].filter((x) => x !== undefined).length;
    if (places !== 1) return [wrong('a place needs one of geometry, lon with lat, wkt, typed')];
    if ((rule.lon === undefined) !== (rule.lat === undefined)) return [wrong('lon and lat go together')];
    const crs = rule.crs === undefined ? null : crsNamed(rule.crs);
    return isProblem(crs) ? [crs] : [];
  }
  if (property.type === 'release') return [wrong('releases come from released land, not from a mapping')];
  if (property.type === 'date' && ways.length === 0) {
    return rule.date === undefined ? [wrong('a date needs a column or a date rule')] : [];
  }
  if (ways.length !== 1) return [wrong(`it needs exactly one of ${FROM.join(', ')}`)];
  if (rule.links_to !== undefined) {
    if (property.type !== 'link') return [wrong('only a link can take links_to')];
    const known = mapping.records.some((r) => r.as === rule.links_to);
    return known
      ? []
      : [problem('mapping-link-unknown', { where: `${where}, ${kind.name}.${name}`, as: rule.links_to })];
  }
  if (rule.key_of !== undefined && !model.kinds.has(rule.key_of))
    return [problem('kind-unknown', { kind: rule.key_of })];
  if (property.type === 'link' && rule.key_of === undefined && (property.to?.length ?? 0) !== 1) {
    return [wrong(`key_of must say which kind is meant: ${(property.to ?? []).join(', ') || 'any'}`)];
  }
  if (rule.unit !== undefined && factor(rule.unit, property.unit) === null) {
    return [problem('mapping-unit-unknown', { where, property: name, unit: rule.unit })];
  }
  if (rule.unit_column !== undefined && (property.type !== 'number' || property.unit === undefined))
    return [wrong('only a number with a unit takes unit_column')];
  if (rule.split !== undefined && property.fold !== 'set')
    return [wrong('it holds one value, so nothing can be split')];
  if (property.type === 'code') return codeProblems(rule, where, name, property, model);
  if (rule.codes === undefined) return [];
  if (property.type !== 'yesno') return [wrong('codes fit only codes and yes/no')];
  const odd = Object.values(rule.codes).filter((c) => c !== null && yesOrNo(c) === null);
  return odd.length > 0 ? [wrong(`codes are true, false or null here, not ${odd.join(', ')}`)] : [];
}

function codeProblems(
  rule: ValueRule,
  where: string,
  name: string,
  property: Property,
  model: Model,
): Problem[] {
  const list = model.lists.get(property.codes ?? '');
  const known = list?.codes ?? {};
  const wrong = (value: string): Problem =>
    problem('mapping-code-unknown', { where, property: name, list: property.codes ?? '', value });
  const given = [...Object.values(rule.codes ?? {}), rule.otherwise].filter(
    (c) => c !== undefined && c !== null,
  );
  const found = given.filter((c) => !Object.hasOwn(known, c)).map(wrong);
  if (rule.value !== undefined && lookup(list, rule.codes)(folded(String(rule.value))) === undefined) {
    found.push(wrong(String(rule.value)));
  }
  return found;
}
