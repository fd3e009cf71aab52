/**
 * Sealed properties, opened for those who may read personal values (view.ts, State `sealed`): the values at hand are put in
 * the place of their commitments, and the dispute that the fold could not judge is judged by the very same rule.
 */
import type { Overlay } from '../geometry/overlay.ts';
import type { Model } from '../record/kind.ts';
import { isLower, meet, rangeOf } from './disagree.ts';
import type { Digest, Value } from './entry.ts';
import { byOrder, type Ordered } from './order.ts';
import type { ItemView, PropertyView, Shown } from './view.ts';

/** The values at hand by their commitment. What is not among them (erased) stays sealed. */
export type Opened = ReadonlyMap<Digest, Value>;

export function unseal(view: ItemView, opened: Opened, model: Model, overlay: Overlay): ItemView {
  const kind = model.kinds.get(view.kind);
  const properties = view.properties.map((p): PropertyView => {
    if (!isPersonal(p)) return p;
    const stated = kind?.properties[p.property];
    const list = stated?.codes === undefined ? undefined : model.lists.get(stated.codes);
    const open = (v: Value): Value => (v.type === 'personal' ? (opened.get(v.commitment) ?? v) : v);
    const show = (s: Shown): Shown => ({ ...s, value: open(s.value) });
    const value = p.value === null ? null : open(p.value);
    const remaining = p.remaining.map(show);
    const earlier = p.earlier.map(show);
    const filled: PropertyView = { ...p, value, remaining, earlier };
    if (p.members) return { ...filled, members: p.members.map((m) => ({ ...m, value: open(m.value) })) };
    if (p.state !== 'sealed' || value === null) return filled;
    // a cumulative count falls where any live word is lower than one before it; the head is the last of them
    const counted =
      stated?.fold === 'monotone'
        ? [...remaining, ...earlier.filter((s) => s.standing === 'live')].sort(byTime)
        : [];
    const against = [...remaining, ...counted];
    if ([value, ...against.map((s) => s.value)].some((v) => v.type === 'personal')) return filled;
    const clash =
      remaining.some((s) => !meet(value, s.value, { list, overlay })) ||
      falls([...counted.map((s) => s.value), value]);
    return { ...filled, state: clash ? 'disputed' : 'settled' };
  });
  return { ...view, properties, disputed: view.disputed || properties.some((p) => p.state === 'disputed') };
}

/** As the fold orders claims (order.ts). */
function byTime(a: Shown, b: Shown): number {
  return byOrder(orderOf(a), orderOf(b));
}

function orderOf(s: Shown): Ordered {
  return { from: s.when.from, to: s.when.to, id: s.claim.report, digest: '', n: s.claim.n };
}

function falls(inOrder: readonly Value[]): boolean {
  let highest = Number.NEGATIVE_INFINITY;
  return inOrder.some((v) => {
    if (v.type !== 'number') return false;
    const [low, high] = rangeOf(v);
    const lower = isLower(high, highest);
    highest = Math.max(highest, low);
    return lower;
  });
}

function isPersonal(p: PropertyView): boolean {
  return (
    p.value?.type === 'personal' ||
    [...p.remaining, ...p.earlier].some((s) => s.value.type === 'personal') ||
    (p.members?.some((m) => m.value.type === 'personal') ?? false)
  );
}
