/**
 * What of a view a reader may see: only what lies at or below the level given (public, partner, restricted, personal).
 * A property above it is left out with all its claims, the drawing when the place lies above it, the whole item when its
 * existence does. Below `restricted`, and on victims, accidents and contacts below `personal`, the words of doubt, which are
 * free text, and the names of private persons who speak are left out (design, law 9); the public sees no claim that nobody
 * reviewed, but for what puts danger on the map (law 6). Nothing left out leaves a trace: `disputed`
 * and `contested` speak only of what remains.
 */
import { hasPersonalWords } from '../record/free-text.ts';
import type { Model, Sensitivity } from '../record/kind.ts';
import type { ItemView, PropertyView, Shown } from '../report/view.ts';
import { isPrivateSpeaker, withoutPrivateName } from './private-speaker.ts';

const rank: Readonly<Record<Sensitivity, number>> = { public: 0, partner: 1, restricted: 2, personal: 3 };

/** True when a reader up to `level` may see what is of the `sensitivity`. */
export function isWithinLevel(sensitivity: Sensitivity, level: Sensitivity): boolean {
  return rank[sensitivity] <= rank[level];
}

/** The sensitivity of a property; one that no definition names may name a person, and is personal until somebody classes it. */
export function sensitivityOf(kind: string, property: string, model: Model): Sensitivity {
  return model.kinds.get(kind)?.properties[property]?.sensitivity ?? 'personal';
}

/** The view as a reader up to `level` sees it; null when the item itself is above it. */
export function disclose(view: ItemView, level: Sensitivity, model: Model): ItemView | null {
  const kind = model.kinds.get(view.kind);
  if (!isWithinLevel(kind?.sensitivity ?? 'personal', level)) return null;
  const may = (property: string): boolean => isWithinLevel(sensitivityOf(view.kind, property, model), level);
  const properties = view.properties
    .filter((p) => may(p.property))
    .map((p) => {
      const words = hasPersonalWords(kind, p.property) ? 'personal' : 'restricted';
      const guards = kind?.properties[p.property]?.fold === 'guarded';
      return isWithinLevel(words, level) ? p : withoutWords(p, level, guards);
    })
    .filter((p) => p !== null);
  const contested = view.contested.filter((name) => {
    const [what, , property] = name.split('/');
    return (what !== 'choice' && what !== 'guard') || may(property ?? '');
  });
  const { drawing, to_locate, ...rest } = view;
  const placed = kind?.place !== undefined && may(kind.place);
  return {
    ...rest,
    properties,
    contested,
    disputed: contested.length > 0 || properties.some((p) => p.state === 'disputed'),
    ...(placed && drawing && { drawing }),
    ...(placed && to_locate !== undefined && { to_locate }),
  };
}

function withoutWords(p: PropertyView, level: Sensitivity, guards: boolean): PropertyView | null {
  if (level === 'public' && p.state === 'pending' && !guards) return null;
  const seen = (shown: readonly Shown[]): readonly Shown[] =>
    shown.filter((s) => level !== 'public' || s.standing === 'live').map(withoutPrivateWords);
  return { ...p, remaining: seen(p.remaining), earlier: seen(p.earlier) };
}

function withoutPrivateWords({ said, sure, ...shown }: Shown): Shown {
  const { doubt: _, ...letters } = sure ?? {};
  const hides = isPrivateSpeaker(said);
  return {
    ...shown,
    ...(said && { said: withoutPrivateName(said) }),
    // a voice is a name; each hidden one stays a voice of its own
    ...(hides && { voice: `${shown.claim.report} ${shown.claim.n}` }),
    ...(sure && { sure: letters }),
  };
}
