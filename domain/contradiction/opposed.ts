/**
 * A statement that opposes, denies or declines to confirm what it is about stands in tension with what others claim of that:
 * "self-deactivation is not enough" beside the lifetime somebody states, "not confirmed" beside what is told as fact.
 */

import type { Saying } from '../report/sayings.ts';
import type { Reason } from './relation.ts';
import { type Alignment, type Spoken, statedOf, type Told } from './told.ts';

export const STATEMENT_KIND = 'statement';

const AGAINST: Readonly<Record<string, Reason>> = {
  opposes: 'opposed',
  'declines-to-comment': 'opposed',
  denies: 'denied',
};
/** What names or links the item claims nothing that could be opposed. */
const CLAIMS_NOTHING: ReadonlySet<string> = new Set([
  'name',
  'local_id',
  'other_ids',
  'remark',
  'links',
  'published',
]);
const MOST = 40;

export function opposedOf(items: readonly Spoken[]): readonly Alignment[] {
  const found = new Map(items.map((item) => [item.id, item]));
  const statements = items.filter((i) => i.kind === STATEMENT_KIND).flatMap((s) => against(s, found));
  return [...Map.groupBy(statements, ({ of }) => of.id).values()].flatMap((group) => {
    const of = group[0]?.of;
    if (of === undefined) return [];
    const claims = of.sayings
      .filter((s) => s.place !== 'earlier' && !CLAIMS_NOTHING.has(s.property))
      .map((saying): Told => ({ item: of.id, kind: of.kind, saying }));
    const told = [...group.map((g) => g.told), ...claims].slice(0, MOST);
    const pairs = group
      .slice(0, MOST)
      .flatMap(({ told: by, reason }, first) =>
        told.flatMap(({ saying }, second) =>
          second >= group.length && statedOf(saying).voice !== statedOf(by.saying).voice
            ? [{ first, second, relation: 'in-tension' as const, reason, leads: null }]
            : [],
        ),
      );
    return pairs.length === 0
      ? []
      : [
          {
            key: `${of.kind} ${of.id} -`,
            kind: of.kind,
            item: of.id,
            property: null,
            told,
            pairs,
            relation: 'in-tension' as const,
          },
        ];
  });
}

/** The items a statement speaks against, with the words it does it in. */
function against(statement: Spoken, items: ReadonlyMap<string, Spoken>) {
  const stance = statement.sayings.find(
    (s) => s.property === 'stance' && s.place !== 'earlier' && reasonOf(s) !== undefined,
  );
  const reason = stance && reasonOf(stance);
  if (stance === undefined || reason === undefined) return [];
  const words = statement.sayings.find((s) => s.property === 'gist' && s.place === 'stands') ?? stance;
  return statement.sayings.flatMap(({ property, value }) => {
    if (property !== 'about' || value.type !== 'member' || !value.yes || value.of.type !== 'link') return [];
    const of = items.get(value.of.item ?? '');
    const told: Told = { item: statement.id, kind: statement.kind, saying: words };
    return of === undefined ? [] : [{ of, told, reason }];
  });
}

function reasonOf({ value }: Saying): Reason | undefined {
  return value.type === 'code' ? AGAINST[value.code] : undefined;
}
