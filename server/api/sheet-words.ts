/**
 * The words on a sheet: what each figure is called and means, and what the keys of its cells stand for, in one language and
 * as things are called now. They are kept with an issued sheet, so that it reads for ever as it was sent.
 */
import { partsOf } from '@tilth/domain/figures/breakdown';
import { figures } from '@tilth/domain/figures/figure';
import type { SheetLine } from '@tilth/domain/products/sheet';
import type { Model, Property } from '@tilth/domain/record/kind';
import { say } from '@tilth/domain/say';
import type { Asker, Row, Store } from '@tilth/store/store';
import type { Words } from '../answer.ts';

export const languages = ['en', 'uk', 'ar', 'fr', 'es'] as const;
export type LanguageTag = (typeof languages)[number];

const loaded = new Map<LanguageTag, Promise<Words>>();

/** The words of a language, labels of records among them. */
export function wordsOf(tag: LanguageTag): Promise<Words> {
  const known = loaded.get(tag) ?? load(tag);
  loaded.set(tag, known);
  return known;
}

async function load(tag: LanguageTag): Promise<Words> {
  const read = async (name: string): Promise<Words> =>
    (await import(`@tilth/words/${name}.json`, { with: { type: 'json' } })).default;
  return tag === 'en' ? read('en') : { ...(await read(`records/${tag}`)), ...(await read(tag)) };
}

export interface Reader {
  readonly store: Store;
  readonly asker: Asker;
  readonly programme: string;
  readonly words: Words;
}

/** The lines with their words. */
export async function worded(lines: readonly SheetLine[], reader: Reader): Promise<readonly SheetLine[]> {
  const { words } = reader;
  const model = await reader.store.model(reader.programme);
  const named = new Map<string, Promise<Readonly<Record<string, string>>>>();
  const namesOf = (kind: string) => {
    const known = named.get(kind) ?? names(kind, reader);
    named.set(kind, known);
    return known;
  };
  return Promise.all(
    lines.map(async (line) => {
      const { figure, by } = line;
      const title = say(words[`web.figure.${figure}`] ?? figure, {});
      const means = say(words[`web.figure.${figure}.means`] ?? '', {});
      if (by === null) return { ...line, title, means };
      const parts = partsOf(by).map((name) => ({ name, property: propertyOf(figure, name, model) }));
      const called = parts.map(({ name, property }) => {
        const ours = words[`web.figure-by.${name.replaceAll('_', '-')}`];
        if (ours !== undefined) return say(ours, {});
        return property ? (words[property.label] ?? property.label) : name;
      });
      const labels: Record<string, string> = {};
      for (const [i, part] of parts.entries()) {
        const keys = line.cells.map((c) => (parts.length === 1 ? c.key : (c.key.split('/')[i] ?? '')));
        Object.assign(labels, await labelsOf(keys, part.name, part.property));
      }
      return { ...line, title, means, by_title: called.join(' · '), labels };
    }),
  );

  async function labelsOf(
    keys: readonly string[],
    by: string,
    property: Property | undefined,
  ): Promise<Readonly<Record<string, string>>> {
    const links = property?.type === 'link' ? await namesOf(property.to?.[0] ?? '') : {};
    const places = by === 'pcode' ? await namesOf('place') : {};
    const codes = property?.codes === undefined ? {} : (model.lists.get(property.codes)?.codes ?? {});
    const label = (key: string): string | undefined => {
      if (key === 'not-stated') return say(words['web.figure-cell.not-stated'] ?? key, {});
      const code = codes[key]?.label;
      if (code !== undefined) return words[code] ?? code;
      if (by === 'beneficiary_group') return groupLabel(key, model, words);
      return links[key] ?? places[key] ?? workedOut(by, key, words);
    };
    return Object.fromEntries(
      [...new Set(keys)].flatMap((key) => {
        const text = label(key);
        return text === undefined ? [] : [[key, text]];
      }),
    );
  }
}

function workedOut(by: string, key: string, words: Words): string | undefined {
  if (by !== 'age_group' && by !== 'attended' && by !== 'outcome') return undefined;
  const sentence = words[`web.figure-cell.${key}`];
  return sentence === undefined ? undefined : say(sentence, {});
}

/** A group of beneficiaries: what from, how, and whether expected or counted. */
function groupLabel(key: string, model: Model, words: Words): string {
  const lists = ['beneficiary-of', 'beneficiary-kind', 'beneficiary-stage'];
  return key
    .split('/')
    .map((code, i) => {
      const label = model.lists.get(lists[i] ?? '')?.codes[code]?.label;
      return label === undefined
        ? say(words['web.figure-cell.not-stated'] ?? code, {})
        : (words[label] ?? label);
    })
    .join(' · ');
}

function propertyOf(figure: string, by: string, model: Model): Property | undefined {
  const kind = figures.find((f) => f.id === figure)?.kind;
  return kind === undefined ? undefined : model.kinds.get(kind)?.properties[by];
}

const MOST = 10_000;

/** What items of a kind are called, by id and by their own number. */
async function names(
  kind: string,
  { store, asker, programme }: Reader,
): Promise<Readonly<Record<string, string>>> {
  if (kind === '') return {};
  const { rows } = await store.list(asker, { programme, kind, limit: MOST });
  const text = (row: Row, name: string) => {
    const value = row.values[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return Object.fromEntries(
    rows.flatMap((row) => {
      const name = text(row, 'name') ?? text(row, 'local_id');
      if (name === undefined) return [];
      const pcode = text(row, 'pcode') ?? text(row, 'local_id');
      return [
        [row.id, name],
        ...(kind === 'place' && pcode !== undefined ? [[pcode, `${name} (${pcode})`]] : []),
      ];
    }),
  );
}
