/**
 * Finds what is wrong with a body: the one place that does not fit, and what belongs there. TypeBox can list every fault,
 * but tries each branch of each union on each value for it: a body of 10 MB took 2 GB and named no place inside a union.
 * Here a value is followed down to its first fault only, and in a union down the branch that its `type` or `act` names.
 */
import {
  IsArray,
  IsEnum,
  IsLiteral,
  IsObject,
  IsRecord,
  IsTuple,
  IsUnion,
  type TObject,
  type TSchema,
} from 'typebox';
import { Compile, type Validator } from 'typebox/compile';

export interface BodyFault {
  /** JSON Pointer; '' is the body itself */
  readonly where: string;
  readonly expected: string;
}

/** The deepest a body may be nested: ours need 12, and what is read by recursion must come to an end. */
const DEEPEST = 60;

const compiled = new WeakMap<TSchema, Validator>();

function fits(schema: TSchema, value: unknown): boolean {
  const validator = compiled.get(schema) ?? Compile(schema);
  compiled.set(schema, validator);
  return validator.Check(value);
}

/** Null when the value can be taken as the schema has it. */
export function faultIn(schema: TSchema, value: unknown): BodyFault | null {
  if (isTooDeep(value)) return { where: '', expected: `nested at most ${DEEPEST} deep` };
  return fits(schema, value) ? null : down(schema, value, '');
}

function down(schema: TSchema, value: unknown, where: string): BodyFault {
  if (IsUnion(schema)) return inUnion(schema.anyOf, value, where);
  if (IsObject(schema)) return inObject(schema, value, where);
  if (IsArray(schema) && Array.isArray(value)) {
    const n = value.findIndex((item) => !fits(schema.items, item));
    return n < 0 ? { where, expected: saying(schema) } : down(schema.items, value[n], `${where}/${n}`);
  }
  if (IsTuple(schema) && Array.isArray(value) && value.length === schema.items.length) {
    const n = schema.items.findIndex((item, i) => !fits(item, value[i]));
    const item = schema.items[n];
    if (item !== undefined) return down(item, value[n], `${where}/${n}`);
  }
  return { where, expected: saying(schema) };
}

function inObject(schema: TObject, value: unknown, where: string): BodyFault {
  if (!isRecord(value)) return { where, expected: saying(schema) };
  const required: readonly string[] = schema.required ?? [];
  for (const [name, property] of Object.entries(schema.properties)) {
    const at = `${where}/${name}`;
    if (!Object.hasOwn(value, name)) {
      if (required.includes(name)) return { where: at, expected: saying(property) };
    } else if (!fits(property, value[name])) return down(property, value[name], at);
  }
  const known = Object.keys(schema.properties);
  const stray = Object.keys(value).some((name) => !known.includes(name));
  return { where, expected: stray ? `without other properties than ${known.join(', ')}` : saying(schema) };
}

function inUnion(branches: readonly TSchema[], value: unknown, where: string): BodyFault {
  const objects = branches.flatMap((b) => (IsObject(b) ? [b] : IsUnion(b) ? b.anyOf.filter(IsObject) : []));
  if (isRecord(value)) {
    const meant = objects.filter((b) =>
      ['type', 'act', 'of'].every((name) => {
        const tag = b.properties[name];
        return tag === undefined || !(IsLiteral(tag) || IsEnum(tag)) || fits(tag, value[name]);
      }),
    );
    const [only] = meant;
    if (only !== undefined && meant.length === 1) return inObject(only, value, where);
  }
  return { where, expected: [...new Set(branches.flatMap(namesOf))].join(' or ') };
}

function namesOf(branch: TSchema): readonly string[] {
  if (IsUnion(branch)) return branch.anyOf.flatMap(namesOf);
  const tag = IsObject(branch) ? (branch.properties.type ?? branch.properties.act) : undefined;
  return [tag === undefined ? saying(branch) : saying(tag)];
}

/** What a schema asks for, in words. */
function saying(schema: TSchema): string {
  if ('description' in schema && typeof schema.description === 'string') return schema.description;
  if (IsLiteral(schema)) return String(schema.const);
  if (IsEnum(schema)) return schema.enum.join(' or ');
  if (IsObject(schema) || IsRecord(schema)) return 'an object';
  const { type, ...limits } = JSON.parse(JSON.stringify(schema)) as Record<string, unknown>;
  const plain = Object.entries(limits).filter(([, limit]) => typeof limit !== 'object');
  return [String(type ?? 'a value'), ...plain.map(([name, limit]) => `${name} ${limit}`)].join(', ');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTooDeep(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const next: unknown[] = [];
    for (const value of level)
      if (typeof value === 'object' && value !== null)
        for (const inner of Object.values(value)) next.push(inner);
    if (next.length === 0) return false;
    level = next;
  }
  return true;
}
