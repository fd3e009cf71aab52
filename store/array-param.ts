/**
 * Arrays as parameters, in PostgreSQL's binary form (array_send of its source): the text form escapes every quote of every
 * report and is taken apart again on the other side. The type is the one the statement casts the parameter to, `$1::text[]`;
 * what this file does not know goes as text, as the driver writes it.
 */

type Write = (value: unknown, into: Buffer, at: number) => void;

interface Element {
  readonly oid: number;
  /** bytes of a value in binary form; null: it has none, and the whole array goes as text */
  size(value: unknown): number | null;
  readonly write: Write;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const HEX = /^[0-9a-f]*$/;

const whole = (bits: 32 | 64) => (value: unknown) =>
  Number.isSafeInteger(value) && (bits === 64 || Math.abs(Number(value)) < 2 ** 31) ? bits / 8 : null;

const int8: Element = {
  oid: 20,
  size: whole(64),
  write: (value, into, at) => {
    const n = Number(value);
    into.writeInt32BE(Math.floor(n / 2 ** 32), at);
    into.writeUInt32BE(n < 0 ? Number(BigInt.asUintN(32, BigInt(n))) : n % 2 ** 32, at + 4);
  },
};
const int4: Element = {
  oid: 23,
  size: whole(32),
  write: (value, into, at) => void into.writeInt32BE(Number(value), at),
};

const elements: Readonly<Record<string, Element>> = {
  text: {
    oid: 25,
    size: (value) => (typeof value === 'string' ? Buffer.byteLength(value) : null),
    write: (value, into, at) => void into.write(String(value), at),
  },
  uuid: {
    oid: 2950,
    size: (value) => (typeof value === 'string' && UUID.test(value) ? 16 : null),
    write: (value, into, at) => void into.write(String(value).replaceAll('-', ''), at, 'hex'),
  },
  /** given as hexadecimal digits */
  bytea: {
    oid: 17,
    size: (value) =>
      typeof value === 'string' && value.length % 2 === 0 && HEX.test(value) ? value.length / 2 : null,
    write: (value, into, at) => void into.write(String(value), at, 'hex'),
  },
  float8: {
    oid: 701,
    size: (value) => (typeof value === 'number' ? 8 : null),
    write: (value, into, at) => void into.writeDoubleBE(Number(value), at),
  },
  boolean: {
    oid: 16,
    size: (value) => (typeof value === 'boolean' ? 1 : null),
    write: (value, into, at) => void into.writeUInt8(value === true ? 1 : 0, at),
  },
  int4,
  integer: int4,
  int8,
  bigint: int8,
};

const HEAD = 20;

/** The array in binary form, or null where a member has none. */
function binary(values: readonly unknown[], element: Element): Buffer | null {
  const sizes: number[] = [];
  let total = HEAD;
  let nulls = 0;
  for (const value of values) {
    const size = value === null || value === undefined ? -1 : element.size(value);
    if (size === null) return null;
    if (size < 0) nulls = 1;
    sizes.push(size);
    total += 4 + Math.max(0, size);
  }
  const out = Buffer.allocUnsafe(total);
  // dimensions, whether there are nulls, type of the members; then length and lower bound of the one dimension
  out.writeInt32BE(1, 0);
  out.writeInt32BE(nulls, 4);
  out.writeInt32BE(element.oid, 8);
  out.writeInt32BE(values.length, 12);
  out.writeInt32BE(1, 16);
  let at = HEAD;
  for (let i = 0; i < values.length; i++) {
    const size = sizes[i] ?? -1;
    out.writeInt32BE(size, at);
    at += 4;
    if (size < 0) continue;
    element.write(values[i], out, at);
    at += size;
  }
  return out;
}

const known = new Map<string, readonly (Element | undefined)[]>();

/** How the statement's parameters `$1…` are written, where they are arrays. */
function elementsOf(sql: string): readonly (Element | undefined)[] {
  const before = known.get(sql);
  if (before) return before;
  const found: (Element | undefined)[] = [];
  for (const [, n, type] of sql.matchAll(/\$(\d+)::([a-z0-9]+)\[\]/g))
    found[Number(n) - 1] = elements[type ?? ''];
  if (known.size > 1_000) known.clear();
  known.set(sql, found);
  return found;
}

/** The parameters of a statement with the arrays among them made binary. */
export function withArrays(sql: string, params: readonly unknown[]): unknown[] {
  if (!params.some(Array.isArray)) return [...params];
  const types = elementsOf(sql);
  return params.map((param, i) => {
    const element = Array.isArray(param) ? types[i] : undefined;
    return (Array.isArray(param) && element && param.length > 0 && binary(param, element)) || param;
  });
}
