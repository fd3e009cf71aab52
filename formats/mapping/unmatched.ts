/** Words of a file's code columns that neither the mapping's table nor a list of ours knows: a person says what they mean. */
import type { Model } from '@tilth/domain/record/kind';
import { cleaner } from './cells.ts';
import { lookup, yesOrNo } from './codes.ts';
import { casesOf } from './columns.ts';
import type { Look, Word } from './look.ts';
import type { Mapping, ValueRule } from './mapping.ts';

export interface Unmatched {
  readonly kind: string;
  readonly property: string;
  readonly column: string;
  /** code list; null for yes/no */
  readonly list: string | null;
  readonly words: readonly Word[];
}

/** Only of columns whose words were all counted: others hold no codes. The mapping must have passed `readMapping`. */
export function unmatched(mapping: Mapping, look: Look, model: Model): readonly Unmatched[] {
  const clean = cleaner(mapping, new Set());
  const found: Unmatched[] = [];
  for (const { kind, properties } of mapping.records.flatMap(casesOf)) {
    for (const [name, rules] of Object.entries(properties)) {
      const property = model.kinds.get(kind)?.properties[name];
      if (property?.type !== 'code' && property?.type !== 'yesno') continue;
      for (const rule of Array.isArray(rules) ? rules : [rules]) {
        const column = look.columns.find((c) => c.name === rule.column);
        if (column === undefined || rule.otherwise !== undefined) continue;
        const knows = knower(rule, property.type === 'code' ? property.codes : undefined, model);
        const silent = new Set(rule.no_information ?? []);
        const words = wordsOf(column.words, rule.split).filter(
          ({ word }) => !clean.says_nothing(clean.text(word)) && !silent.has(word) && !knows(word),
        );
        if (words.length > 0) {
          const list = property.type === 'code' ? (property.codes ?? null) : null;
          found.push({ kind, property: name, column: column.name, list, words });
        }
      }
    }
  }
  return found;
}

function knower(rule: ValueRule, codes: string | undefined, model: Model): (word: string) => boolean {
  if (codes !== undefined) {
    const look = lookup(model.lists.get(codes), rule.codes);
    return (word) => look(word) !== undefined;
  }
  const said = lookup(undefined, rule.codes);
  return (word) => said(word) !== undefined || yesOrNo(word) !== null;
}

function wordsOf(words: readonly Word[], split: string | undefined): readonly Word[] {
  if (split === undefined) return words;
  const parts = new Map<string, number>();
  for (const { word, rows } of words)
    for (const part of word.split(split).map((w) => w.trim()))
      if (part !== '') parts.set(part, (parts.get(part) ?? 0) + rows);
  return [...parts].map(([word, rows]) => ({ word, rows }));
}
