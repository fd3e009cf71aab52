/**
 * The properties of an item's view: its claims by property and definition, each folded as its kind says. In order of
 * property and definition.
 *
 * An item may be spoken of as of several kinds (kinds-of-items.ts), or claims moved to it from an item of another kind. What
 * their own kind keeps more secret than the item's stands apart, as `<kind>.<property>`: no kind defines such a name, so it
 * is personal (law 9), and never what the item's own kind shows under the same word.
 */
import type { Overlay } from '../geometry/overlay.ts';
import type { Kind, Model, Property } from '../record/kind.ts';
import { moreSecret } from '../record/own-property.ts';
import { choiceOn, loweredOn } from './choices.ts';
import type { Day, Id } from './entry.ts';
import { type Folded, type Folding, liveOf, noChoice, notLive, refOfClaim, without } from './folded.ts';
import type { Log } from './gather.ts';
import { guarded } from './guarded.ts';
import { type Held, showAll } from './held.ts';
import { latest } from './latest.ts';
import { monotone } from './monotone.ts';
import { byOrder } from './order.ts';
import { acceptedRelease } from './release.ts';
import { set } from './set.ts';
import { sum } from './sum.ts';
import type { PropertyView, Shown } from './view.ts';

export interface Spoken {
  readonly log: Log;
  readonly members: readonly Id[];
  readonly kind: Kind | undefined;
  readonly model: Model;
  readonly overlay: Overlay;
  readonly at: Day | null;
  /** true once all land of a hazard was released and accepted */
  readonly whole: boolean;
  /** registers found contested on the way */
  readonly contested: string[];
}

const nobody: readonly Shown[] = [];

export function propertiesOf(claims: readonly Held[], spoken: Spoken): readonly PropertyView[] {
  const decided = spoken.members.some((id) => spoken.log.about.has(id));
  const views: PropertyView[] = [];
  for (const group of grouped(claims, spoken)) {
    const first = Array.isArray(group) ? (group[0] as Held) : group;
    const { name: property, stated } = spokenOf(first, spoken);
    const definition = first.claim.definition ?? stated?.definition ?? '';
    const value = first.claim.value;
    const fold = stated?.fold ?? 'latest';
    // most properties have one live claim, that needs no folding
    if (!Array.isArray(group) && first.standing === 'live' && !decided && isPlain(fold)) {
      const claim = refOfClaim(first);
      views.push({
        property,
        definition,
        value,
        state: 'settled',
        claim,
        remaining: nobody,
        earlier: nobody,
      });
      continue;
    }
    const all = Array.isArray(group) ? group.sort(byOrder) : [group];
    const folding: Folding = {
      property: stated,
      list: stated?.codes === undefined ? undefined : spoken.model.lists.get(stated.codes),
      overlay: spoken.overlay,
      choice: decided
        ? choiceOn(spoken.log, spoken.members, property, definition, spoken.contested)
        : noChoice,
    };
    views.push({ property, definition, ...foldOne(all, fold, folding, spoken) });
  }
  return views.sort((a, b) =>
    a.property !== b.property ? (a.property < b.property ? -1 : 1) : a.definition < b.definition ? -1 : 1,
  );
}

function isPlain(fold: string): boolean {
  return fold === 'latest' || fold === 'monotone' || fold === 'geometry' || fold === 'perimeter';
}

/** Under which name a claim's property stands, and what defines it. */
function spokenOf(
  { claim, declared }: Held,
  { kind, model }: Pick<Spoken, 'kind' | 'model'>,
): { readonly name: string; readonly stated: Property | undefined } {
  const here = propertyIn(kind, claim.property);
  if (declared === kind?.name || here === undefined) return { name: claim.property, stated: here };
  const own = model.kinds.get(declared);
  const there = propertyIn(own, claim.property);
  if (own === undefined || there === undefined) return { name: claim.property, stated: here };
  const secret = moreSecret(own.sensitivity, there.sensitivity);
  const open = moreSecret(kind?.sensitivity ?? 'public', here.sensitivity);
  if (moreSecret(secret, open) === open) return { name: claim.property, stated: here };
  return { name: `${declared}.${claim.property}`, stated: there };
}

function propertyIn(kind: Kind | undefined, name: string): Property | undefined {
  return kind !== undefined && Object.hasOwn(kind.properties, name) ? kind.properties[name] : undefined;
}

/** A claim alone on its property, or all of them. */
function grouped(claims: readonly Held[], spoken: Pick<Spoken, 'kind' | 'model'>): Iterable<Held | Held[]> {
  const groups = new Map<string, Held | Held[]>();
  for (const h of claims) {
    const { name, stated } = spokenOf(h, spoken);
    const definition = h.claim.definition ?? stated?.definition;
    const key = definition === undefined || definition === '' ? name : `${name}\u0000${definition}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, h);
    else if (Array.isArray(group)) group.push(h);
    else groups.set(key, [group, h]);
  }
  return groups.values();
}

function foldOne(all: readonly Held[], fold: string, folding: Folding, spoken: Spoken): Folded {
  switch (fold) {
    case 'sum':
      return sum(all, folding);
    case 'set':
      return set(all, folding);
    case 'monotone':
      return monotone(all, folding);
    case 'guarded': {
      const { name: property } = spokenOf(all[0] as Held, spoken);
      const lowered = loweredOn(spoken.log, spoken.members, property, spoken.at, spoken.contested);
      return guarded(all, lowered, spoken.whole, folding);
    }
    case 'release':
      return releases(all, spoken.at);
    default:
      return latest(all, folding);
  }
}

/** Releases feed the perimeter; here they are listed, as *claimed* while none of them is accepted. */
function releases(all: readonly Held[], at: Day | null): Folded {
  const live = liveOf(all);
  if (live.length === 0) return { ...notLive(all), value: null, claim: null, earlier: showAll(all) };
  return {
    value: null,
    state: live.some((h) => acceptedRelease(h, at) !== null) ? 'settled' : 'claimed',
    claim: null,
    remaining: showAll(live),
    earlier: showAll(without(all, live)),
  };
}
