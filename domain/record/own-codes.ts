/**
 * A programme's own codes and its own spellings of ours (design §6: codes mapped to ours).
 *
 * `own-codes`, key: a list's name, value `{ label?, codes: { <code>: <label> | { label, description?, within?, also? } } }`
 * adds codes to a built-in list or makes a list. A built-in code stays as it is. In a list that ranks danger an own code
 * ranks as the one it is within, else as the most dangerous. Contested: the codes of all heads stand.
 *
 * `code-map`, key: a list's name, value `{ <spelling>: <code> }` tells importers what a spelling means. Contested: a
 * spelling that heads map differently means nothing.
 */
import type { Rule } from '../report/entry.ts';
import type { Code, CodeList } from './kind.ts';
import { isRecord } from './own-property.ts';
import { spelling } from './read-code.ts';

export interface OwnCodes {
  readonly label?: string;
  readonly codes: Readonly<Record<string, Code>>;
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The codes a rule's value states, or null when it can't be read. */
export function readOwnCodes(value: unknown): OwnCodes | null {
  if (!isRecord(value) || !isRecord(value.codes)) return null;
  const codes: Record<string, Code> = {};
  for (const [name, stated] of Object.entries(value.codes)) {
    const one = typeof stated === 'string' ? { label: stated } : readCodeStated(stated);
    if (one === null || one.label.trim() === '' || !CODE.test(name)) return null;
    codes[name] = one;
  }
  return { codes, ...(typeof value.label === 'string' && { label: value.label }) };
}

function readCodeStated(x: unknown): Code | null {
  if (!isRecord(x) || typeof x.label !== 'string') return null;
  const { label, description, within, also } = x;
  if (also !== undefined && !(Array.isArray(also) && also.every((a) => typeof a === 'string'))) return null;
  return {
    label,
    ...(typeof description === 'string' && { description }),
    ...(typeof within === 'string' && { within }),
    ...(also !== undefined && { also: (also as readonly string[]).map(spelling) }),
  };
}

/** The spellings a rule's value maps, or null when it can't be read. */
export function readCodeMap(value: unknown): Readonly<Record<string, string>> | null {
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  if (!entries.every((e): e is [string, string] => typeof e[1] === 'string')) return null;
  return Object.fromEntries(entries.map(([typed, code]) => [spelling(typed), code]));
}

/** The list with the codes of the heads of an `own-codes` rule; `list` undefined: a list of the programme's own. */
export function withOwnCodes(
  name: string,
  list: CodeList | undefined,
  heads: readonly Rule[],
): CodeList | undefined {
  const stated = heads.map((h) => readOwnCodes(h.value)).filter((s) => s !== null);
  if (stated.length === 0) return list;
  const codes: Record<string, Code> = { ...list?.codes };
  for (const one of stated)
    for (const [code, own] of Object.entries(one.codes)) if (!Object.hasOwn(codes, code)) codes[code] = own;
  const ranked = list !== undefined && Object.values(list.codes).some((c) => c.danger !== undefined);
  return {
    name,
    label: list?.label ?? stated.find((s) => s.label !== undefined)?.label ?? name,
    source: list?.source ?? 'The programme’s own',
    codes: ranked ? rank(codes) : codes,
  };
}

/** Gives each code without a rank that of the code it is within, else the highest of the list. */
function rank(codes: Readonly<Record<string, Code>>): Readonly<Record<string, Code>> {
  const worst = Math.max(...Object.values(codes).map((c) => c.danger ?? 0));
  const ranked = Object.entries(codes).map(([name, code]): [string, Code] => {
    if (code.danger !== undefined) return [name, code];
    const wider =
      code.within !== undefined && Object.hasOwn(codes, code.within) ? codes[code.within] : undefined;
    return [
      name,
      { ...code, danger: wider?.danger ?? worst, ...(wider?.towards_release && { towards_release: true }) },
    ];
  });
  return Object.fromEntries(ranked);
}

/** The list with the spellings of the heads of a `code-map` rule. A mapped spelling means that code and no other. */
export function withSpellings(list: CodeList, heads: readonly Rule[]): CodeList {
  const meaning = new Map<string, string | null>();
  for (const head of heads)
    for (const [typed, code] of Object.entries(readCodeMap(head.value) ?? {})) {
      if (!Object.hasOwn(list.codes, code)) continue;
      const before = meaning.get(typed);
      meaning.set(typed, before === undefined || before === code ? code : null);
    }
  if (meaning.size === 0) return list;
  const codes = Object.entries(list.codes).map(([name, code]): [string, Code] => {
    const kept = (code.also ?? []).filter((a) => !meaning.has(spelling(a)));
    const also = [...kept, ...[...meaning].filter(([, means]) => means === name).map(([typed]) => typed)];
    return [name, { ...code, also }];
  });
  return { ...list, codes: Object.fromEntries(codes) };
}
