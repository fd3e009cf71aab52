/**
 * Fold kind *set*: each member is a yes/no of kind latest (design, *The fold, precisely*). A claim that names a bare value
 * says that it is a member. A member stands while the last word on it is yes; where voices disagree it is shown as disputed.
 */
import { canonical } from './canonical.ts';
import { chosenAmong } from './choose.ts';
import { plainText } from './disagree.ts';
import type { Value } from './entry.ts';
import { type Folded, type Folding, liveOf, notLive, refOfClaim, without } from './folded.ts';
import { type Held, showAll } from './held.ts';
import { remainOf } from './latest.ts';
import type { PropertyView, State } from './view.ts';

export function set(all: readonly Held[], folding: Folding): Folded {
  const live = liveOf(all);
  if (live.length === 0) return { ...notLive(all), value: null, claim: null, members: [] };
  if (live.length > 1 && live.some((h) => h.claim.value.type === 'personal')) return sealed(all, live);
  const byMember = new Map<string, Held[]>();
  for (const h of live) {
    const key = memberKey(h.claim.value);
    const claims = byMember.get(key);
    if (claims) claims.push(h);
    else byMember.set(key, [h]);
  }
  const members: NonNullable<PropertyView['members']>[number][] = [];
  const kept = new Set<Held>();
  let state: State = folding.choice.contested ? 'disputed' : 'settled';
  let lapsed: string | undefined;
  let chose = false;
  for (const key of [...byMember.keys()].sort()) {
    const { head, beside } = remainOf(byMember.get(key) as Held[]);
    const remain = [...beside, head];
    for (const h of remain) kept.add(h);
    const choice = chosenAmong(remain, folding.choice);
    const disputed = !choice.taken && remain.some((h) => isYes(h.claim.value) !== isYes(head.claim.value));
    if (disputed) state = 'disputed';
    if (choice.taken) chose = true;
    lapsed ??= choice.lapsed;
    const word = choice.taken ?? head;
    if (!disputed && !isYes(word.claim.value)) continue;
    const said = disputed ? (remain.findLast((h) => isYes(h.claim.value)) ?? head) : word;
    members.push({
      value: memberOf(said.claim.value),
      state: choice.taken ? 'chosen' : disputed ? 'disputed' : 'settled',
      claim: refOfClaim(said),
    });
  }
  return {
    value: null,
    state: state === 'settled' && chose ? 'chosen' : state,
    claim: null,
    remaining: showAll(live.filter((h) => kept.has(h))),
    earlier: showAll(without(all, [...kept])),
    ...(lapsed !== undefined && !chose && { lapsed }),
    members,
  };
}

/** Whose members can't be told apart without the values: all live claims stay, for who may read them. */
function sealed(all: readonly Held[], live: readonly Held[]): Folded {
  return {
    value: null,
    state: 'sealed',
    claim: null,
    remaining: showAll(live),
    earlier: showAll(without(all, live)),
    members: live.map((h) => ({ value: memberOf(h.claim.value), state: 'sealed', claim: refOfClaim(h) })),
  };
}

/** The member a claim speaks of. */
export function memberOf(v: Value): Value {
  return v.type === 'member' ? v.of : v;
}

/** A bare value says yes. */
export function isYes(v: Value): boolean {
  return v.type !== 'member' || v.yes;
}

/** One text for one member: what was typed, spaces and the way of writing accents make no other member. */
function memberKey(value: Value): string {
  const v = memberOf(value);
  switch (v.type) {
    case 'text':
      return `text:${plainText(v.text)}`;
    case 'code':
      return `code:${v.code}`;
    case 'link':
      return v.item !== undefined ? `link:${v.item}` : `key:${canonical(v.key ?? null)}`;
    case 'identifier':
      return `id:${v.issuer}:${v.id.trim()}`;
    case 'number': {
      const { typed: _, ...number } = v;
      return canonical(number);
    }
    default:
      return canonical(v);
  }
}
