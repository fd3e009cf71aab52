/**
 * The labels of kinds, properties and codes in the reader's language, and what each of them is. They come in English from the
 * server; a programme's own properties bring their labels with them. What has no translation yet stays in English.
 */
import type { CodeList, OpenKind } from '../ask/answers.ts';

/** English label or description → the same in another language, as in words/records. */
export type Labels = Readonly<Record<string, string>>;

export function kindInWords(kind: OpenKind, labels: Labels, tag: string): OpenKind {
  const primary = tag.split('-')[0] ?? tag;
  const properties = Object.entries(kind.properties).map(([name, p]) => [
    name,
    {
      ...p,
      label: p.labels?.[tag] ?? p.labels?.[primary] ?? labels[p.label] ?? p.label,
      description: labels[p.description] ?? p.description,
    },
  ]);
  return {
    ...kind,
    label: labels[kind.label] ?? kind.label,
    plural: labels[kind.plural] ?? kind.plural,
    description: labels[kind.description] ?? kind.description,
    properties: Object.fromEntries(properties),
  };
}

export function listInWords(list: CodeList, labels: Labels): CodeList {
  const codes = Object.entries(list.codes).map(([code, c]) => [
    code,
    {
      ...c,
      label: labels[c.label] ?? c.label,
      ...(c.description !== undefined && { description: labels[c.description] ?? c.description }),
    },
  ]);
  return { ...list, codes: Object.fromEntries(codes) };
}
