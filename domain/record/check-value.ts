/**
 * Whether a claim can be taken: its property exists on the kind and its value is of the property's type, in its code list
 * and within what its unit allows. The same check runs in the form, the importer and the server (design §3). Unknown is a
 * value everywhere. Values of personal properties may be in clear or sealed here; that none enters the log in clear is
 * checked apart (check-sealed.ts). What a problem says about a personal property never holds its value (law 9).
 */
import { readGeometry } from '../geometry/shape.ts';
import { type Fact, isProblem, type Problem, problem } from '../problem.ts';
import { unwritable } from '../report/canonical.ts';
import { isDay } from '../report/day.ts';
import type { Claim, Geometry, Span, Value } from '../report/entry.ts';
import { checkNumber } from './check-number.ts';
import type { Kind, Model, Property } from './kind.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const DIGEST = /^[0-9a-f]{64}$/;
/** The codes that an unknown value may give as its reason. */
const WHY = 'why-unknown';

/** A UUID in lower case. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Null when the claim can be taken on an item of the kind; else the first problem. */
export function checkClaim(kind: Kind, claim: Claim, model: Model): Problem | null {
  const name = claim.property;
  const property = Object.hasOwn(kind.properties, name) ? kind.properties[name] : undefined;
  if (property === undefined) return problem('property-unknown', { kind: kind.name, property: name });
  return checkValue(name, property, claim.value, model);
}

/** Null when the value can be taken for the property; else the first problem. */
export function checkValue(name: string, property: Property, value: Value, model: Model): Problem | null {
  const found = unwritable(value, name) ?? whole(name, property, value, model);
  return found !== null && property.sensitivity === 'personal' ? withoutValue(found) : found;
}

function whole(name: string, property: Property, value: Value, model: Model): Problem | null {
  if (value.type === 'personal')
    return DIGEST.test(value.commitment) ? null : wrong(name, 'commitment', 'text');
  if (value.type !== 'member') return single(name, property, value, model);
  if (property.fold !== 'set') return wrong(name, property.type, 'member');
  const { of } = value;
  if (of.type === 'member' || of.type === 'unknown') return wrong(name, property.type, of.type);
  return single(name, property, of, model);
}

function single(name: string, property: Property, value: Value, model: Model): Problem | null {
  if (value.type === 'unknown') return inList(name, WHY, value.why, model);
  if (value.type !== property.type) return wrong(name, property.type, value.type);
  switch (value.type) {
    case 'text':
      return value.text.trim() === '' ? problem('value-empty', { property: name }) : null;
    case 'code':
      return inList(name, property.codes ?? '', value.code, model);
    case 'yesno':
      return typeof value.yes === 'boolean' ? null : wrong(name, 'yesno', 'text');
    case 'number':
      return checkNumber(name, property.unit, value);
    case 'date':
      return checkSpan(value.span);
    case 'geometry':
      return (
        checkShape(name, property.shapes, value.geometry) ??
        checkNumber(name, 'm', { type: 'number', number: value.accuracy ?? 0 }) ??
        checkNumber(name, 'm', { type: 'number', number: value.width ?? 0 }) ??
        checkNumber(name, 'm', { type: 'number', number: value.radius ?? 0 })
      );
    case 'link':
      return checkLink(name, property.to ?? [], value, model);
    case 'identifier':
      return value.id.trim() === '' || value.issuer.trim() === ''
        ? problem('value-empty', { property: name })
        : null;
    case 'release':
      return checkRelease(name, value, model);
  }
}

/** A span of days: both exist, and it does not end before it begins. */
export function checkSpan(span: Span): Problem | null {
  const unreadable = [span.from, span.to].find((day) => day !== null && !isDay(day));
  if (unreadable !== undefined) return problem('date-unreadable', { value: unreadable });
  if (span.from !== null && span.from > span.to)
    return problem('date-span-reversed', { from: span.from, to: span.to });
  return null;
}

function checkShape(name: string, shapes: Property['shapes'], geometry: Geometry): Problem | null {
  const read = readGeometry(geometry);
  if (isProblem(read)) return read;
  const got = geometry.type.endsWith('Point')
    ? 'point'
    : geometry.type.endsWith('String')
      ? 'line'
      : 'polygon';
  if (shapes === undefined || shapes.includes(got)) return null;
  return problem('shape-wrong', { property: name, expected: shapes, got });
}

function checkLink(
  name: string,
  to: readonly string[],
  value: Extract<Value, { type: 'link' }>,
  model: Model,
): Problem | null {
  if (value.item !== undefined) return isId(value.item) ? null : problem('id-malformed', { id: value.item });
  if (value.key === undefined || value.key.id.trim() === '')
    return problem('value-empty', { property: name });
  if (!model.kinds.has(value.key.kind)) return problem('kind-unknown', { kind: value.key.kind });
  if (to.length === 0 || to.includes(value.key.kind)) return null;
  return problem('link-kind-wrong', { property: name, expected: to, got: value.key.kind });
}

function checkRelease(
  name: string,
  value: Extract<Value, { type: 'release' }>,
  model: Model,
): Problem | null {
  const { released_land: land, depth_mm, handed_over } = value;
  const codes: readonly (readonly [list: string, code: string | undefined])[] = [
    ['release-method', value.method],
    ['release-process', value.process],
    ['release-acceptance', value.accepted],
    ...(value.categories ?? []).map((c) => ['ordnance-category', c] as const),
  ];
  for (const [list, code] of codes) {
    const found = code === undefined ? null : inList(name, list, code, model);
    if (found) return found;
  }
  if (land !== undefined && !isId(land)) return problem('id-malformed', { id: land });
  if (handed_over !== undefined && !isDay(handed_over))
    return problem('date-unreadable', { value: handed_over });
  return (
    checkShape(name, ['polygon'], value.land) ??
    (depth_mm === undefined ? null : checkNumber(name, 'mm', { type: 'number', number: depth_mm }))
  );
}

function inList(name: string, list: string, code: string, model: Model): Problem | null {
  const codes = model.lists.get(list)?.codes;
  if (codes !== undefined && Object.hasOwn(codes, code)) return null;
  return problem('code-unknown', { property: name, list });
}

function wrong(name: string, expected: string, got: string): Problem {
  return problem('value-type-wrong', { property: name, expected, got });
}

/** Facts that name the rule and not the value. */
const HARMLESS = new Set(['property', 'kind', 'list', 'expected', 'where', 'least', 'most']);

function withoutValue(found: Problem): Problem {
  const facts = Object.entries(found.facts).map(([k, v]): [string, Fact] => [k, HARMLESS.has(k) ? v : null]);
  return problem(found.code, Object.fromEntries(facts));
}
