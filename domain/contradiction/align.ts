/**
 * What several sources say of one thing, side by side: the claims on each property of an item, and how each two of them
 * stand to each other; published figures of one subject and country together; and who opposes, denies or does not confirm
 * what is claimed of an item. For a person to look at: nothing is settled here (law 4), and nothing of land is compared.
 */
import type { Overlay } from '../geometry/overlay.ts';
import type { Kind, Model, Property } from '../record/kind.ts';
import type { Id } from '../report/entry.ts';
import type { Saying } from '../report/sayings.ts';
import { ACT_KIND, actsOf } from './acts-of.ts';
import { compareFigures } from './figures.ts';
import { FIGURE_KIND, figuresOf, isFigure } from './figures-of.ts';
import { opposedOf, STATEMENT_KIND } from './opposed.ts';
import { relate } from './relate.ts';
import { byRelation, type Compared, type Stated } from './relation.ts';
import { type Alignment, type Pair, type Spoken, statedOf, type Told } from './told.ts';

/** Kinds on which sources are set side by side: what is said, decided, promised, alleged and counted. */
export const alignedKinds = [
  'munition-model',
  'transfer',
  'aid-package',
  'policy-act',
  'treaty',
  ACT_KIND,
  'treaty-decision',
  'assurance',
  'use',
  'allegation',
  'inquiry',
  STATEMENT_KIND,
  FIGURE_KIND,
  'stockpile',
] as const;

/** What names an item is no claim about the case, and what is drawn is compared where it is drawn. */
const NAMES: ReadonlySet<string> = new Set(['name', 'local_id', 'other_ids', 'remark', 'links', 'published']);
const COMPARED: ReadonlySet<Property['type']> = new Set(['text', 'code', 'yesno', 'number', 'date', 'link']);
/** Of more than this, on one property, the first are set side by side. */
const MOST = 40;

/** Alignments of two claims or more, what asks most for a person first; then in order of kind, item and property. */
export function align(items: readonly Spoken[], model: Model, overlay: Overlay): readonly Alignment[] {
  const found = [
    ...items.flatMap((item) => ofItem(item, model, overlay)),
    ...opposedOf(items),
    ...ofFigures(items, overlay),
    ...ofActs(items, model, overlay),
  ];
  return found.toSorted(
    (a, b) => byRelation(a.relation, b.relation) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}

function ofItem(item: Spoken, model: Model, overlay: Overlay): readonly Alignment[] {
  const kind = model.kinds.get(item.kind);
  if (kind === undefined) return [];
  const byProperty = Map.groupBy(
    item.sayings.filter((s) => isCompared(kind, s)),
    (s) => s.property,
  );
  return [...byProperty].flatMap(([name, all]) => {
    const property = kind.properties[name];
    const list = model.lists.get(property?.codes ?? '');
    const told = all.slice(0, MOST).map((saying) => ({ item: item.id, kind: item.kind, saying }));
    const pairs = pairsOf(told, (a, b) => relate(a, b, { property, list, overlay }));
    return made(`${item.kind} ${item.id} ${name}`, item, name, told, pairs);
  });
}

function isCompared(kind: Kind, { property: name }: Saying): boolean {
  const property = kind.properties[name];
  // figures are compared across items (figures.ts)
  const apart = kind.name === FIGURE_KIND && isFigure(name);
  return property !== undefined && COMPARED.has(property.type) && !NAMES.has(name) && !apart;
}

function pairsOf(told: readonly Told[], compare: (a: Stated, b: Stated) => Compared): readonly Pair[] {
  const stated = told.map(({ saying }) => statedOf(saying));
  return stated.flatMap((a, first) =>
    stated.slice(first + 1).map((b, i) => ({ first, second: first + 1 + i, ...compare(a, b) })),
  );
}

function ofFigures(items: readonly Spoken[], overlay: Overlay): readonly Alignment[] {
  const figures = figuresOf(items);
  const groups = Map.groupBy(figures, ({ figure }) => JSON.stringify([figure.subject, figure.scope]));
  return [...groups].flatMap(([group, among]) => {
    const shown = among.slice(0, MOST);
    const place = new Map(shown.map(({ figure }, n) => [figure.id, n]));
    // a total worked out stands for its first part
    const at = (id: string) => place.get(id.replace(/\+$/, '')) ?? -1;
    const pairs = compareFigures(
      shown.map((f) => f.figure),
      { overlay },
    ).map(({ first, second, relation, reason, leads }) => ({
      first: at(first.id),
      second: at(second.id),
      relation,
      reason,
      leads,
    }));
    const counts = { subject: among[0]?.figure.subject ?? '', country: among[0]?.figure.country ?? '' };
    return made(
      `${FIGURE_KIND} ${group}`,
      { id: null, kind: FIGURE_KIND },
      'figure',
      shown.map((f) => f.told),
      pairs,
    ).map((a) => ({ ...a, counts }));
  });
}

/** Days of an act that several items tell. The hundreds on which two lists agree would bury those on which they do not. */
function ofActs(items: readonly Spoken[], model: Model, overlay: Overlay): readonly Alignment[] {
  const kind = model.kinds.get(ACT_KIND);
  return actsOf(items).flatMap(({ first, property: name, told: all }) => {
    const told = all.slice(0, MOST);
    const property = kind?.properties[name];
    const pairs = pairsOf(told, (a, b) =>
      relate(a, b, { property, list: undefined, overlay, acrossItems: true }),
    ).filter(({ first: a, second: b }) => told[a]?.item !== told[b]?.item);
    const found = made(`${ACT_KIND} ${first.id} ${name} told`, first, name, told, pairs);
    return found.filter((a) => a.relation !== 'agree');
  });
}

function made(
  key: string,
  { id, kind }: { readonly id: Id | null; readonly kind: string },
  property: string,
  told: readonly Told[],
  pairs: readonly Pair[],
): readonly Alignment[] {
  const relation = pairs.map((p) => p.relation).toSorted(byRelation)[0];
  return relation === undefined ? [] : [{ key, kind, item: id, property, told, pairs, relation }];
}
