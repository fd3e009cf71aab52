/**
 * The fold: from entries to the current view (design, *The fold, precisely*). A function of the set of entries and the day
 * asked for, and nothing else: order, repetition and clocks take no part, and the same set gives the same view byte for
 * byte. Each step is one file: gather (entries and registers), standing (of reports), target (where claims point),
 * kinds-of-items and join (which items are one), then for each item its properties (latest, sum, set, monotone, guarded)
 * and its drawing (perimeter, release, void, pieces). docs/life-of-a-report.md tells it as a story.
 *
 * What law 6 asks holds by construction: the drawing of an item takes in every outline ever reported on it, whatever became
 * of the report, and only accepted releases and voids take land out.
 */
import type { Overlay } from '../geometry/overlay.ts';
import type { Model } from '../record/kind.ts';
import type { Claim, Day, Id } from './entry.ts';
import { type Filed, gather, type Named } from './gather.ts';
import type { Held } from './held.ts';
import { type Ground, isOutline, itemView, type Spoken } from './item.ts';
import { type Joined, join } from './join.ts';
import { kindsOfItems } from './kinds-of-items.ts';
import { clip } from './span.ts';
import { type Judged, judge } from './standing.ts';
import { isMoved, targetOf } from './target.ts';
import type { ItemView, Standing } from './view.ts';
import { voiceOf } from './voice.ts';
import { contestedVoids, covers, voidsOf } from './void.ts';

/**
 * Folds the items asked for (`all`: every one) from entries of one programme, in order of id. `at` null is today: no claim
 * is later than its receipt. The entries must hold all that `closureOf` (mentions.ts) finds for the ids; more is harmless.
 * An id joined under another comes back as that other's view; an id nothing speaks of comes back as nothing.
 */
export function foldItems(
  entries: Iterable<Named>,
  ids: readonly Id[] | 'all',
  at: Day | null,
  model: Model,
  overlay: Overlay,
): readonly ItemView[] {
  const log = gather(entries);
  const kinds = kindsOfItems(log, model);
  const joined = join(log, kinds);
  const wanted = ids === 'all' ? null : new Set(ids.map((id) => joined.shownAs(id)));
  const judged = judge(log);
  const ground: Ground = { log, model, overlay, at };
  const all = new Map<Id, Gathering>();
  const on = (item: Id): Gathering | null => {
    const shown = joined.shownAs(item);
    const known = all.get(shown);
    if (known !== undefined) return known;
    const kindName = kinds.kindOf(shown);
    if (kindName === undefined || (wanted !== null && !wanted.has(shown))) return null;
    const made = gathering(shown, kindName, ground, joined);
    for (const id of made.members) if (kinds.declared(id)) made.contested.add(`kind/${id}`);
    all.set(shown, made);
    return made;
  };
  for (const filed of log.reports) speak(filed, judged(filed), ground, on);
  return [...all.keys()]
    .sort()
    .map((id) => all.get(id) as Gathering)
    .filter((g) => g.reports.size > 0)
    .map((g) => itemView(g, ground));
}

interface Gathering extends Spoken {
  readonly claims: Held[];
  readonly movedAway: Held[];
  readonly reports: Map<string, { readonly id: Id; readonly standing: Standing; readonly date: Day }>;
  readonly voids: ReadonlyMap<Id, ReturnType<typeof voidsOf>> | null;
}

function gathering(id: Id, kindName: string, ground: Ground, joined: Joined): Gathering {
  const members = joined.members(id);
  const contested = new Set<string>();
  for (const m of members) for (const name of joined.contested(m)) contested.add(name);
  const decided = members.some((m) => ground.log.about.has(m));
  if (decided) for (const name of contestedVoids(ground.log, members)) contested.add(name);
  return {
    id,
    members,
    kindName,
    kind: ground.model.kinds.get(kindName),
    claims: [],
    movedAway: [],
    reports: new Map(),
    contested,
    voids: decided ? new Map(members.map((m) => [m, voidsOf(ground.log, m)])) : null,
  };
}

/** Brings a report's claims to the items they speak of. */
function speak(filed: Filed, judged: Judged, ground: Ground, on: (item: Id) => Gathering | null): void {
  const { report } = filed;
  const moved = isMoved(ground.log, filed.ref.id);
  const voice = voiceOf(report);
  report.claims.forEach((claim, n) => {
    const item = report.items[claim.on];
    if (item === undefined) return;
    const target = moved ? targetOf(ground.log, filed, item.id, n) : { item: item.id, contested: null };
    const to = on(target.item);
    const away = target.item === item.id ? null : on(item.id);
    if (to === null && away === null) return;
    const held = hold(filed, judged.standing, claim, n, item.kind, voice, target);
    if (ground.at !== null && held.from !== null && held.from > ground.at) return;
    if (to !== null) add(to, withVoid(held, to), filed, judged, target.contested);
    // land keeps drawn where it was reported, wherever the claim points now
    const left = away === null ? null : withVoid({ ...held, item: item.id }, away);
    if (away?.kind && left !== null && isOutline(left, away.kind, ground.model)) {
      away.movedAway.push(left);
      note(away, filed, judged);
    }
  });
  // an item may be spoken of without a claim: it exists, and nothing is known of it
  for (const [i, item] of report.items.entries()) {
    if (report.claims.some((c) => c.on === i)) continue;
    const { from } = clip(report.when, report.date);
    if (ground.at !== null && from !== null && from > ground.at) continue;
    const to = on(item.id);
    if (to !== null) note(to, filed, judged);
  }
}

function hold(
  filed: Filed,
  standing: Standing,
  claim: Claim,
  n: number,
  declared: string,
  voice: string,
  target: { readonly item: Id; readonly contested: string | null },
): Held {
  const { report } = filed;
  const span = clip(claim.when ?? report.when, report.date);
  return {
    claim,
    report,
    item: target.item,
    declared,
    voice: claim.said || claim.published ? voiceOf(report, claim) : voice,
    standing,
    adrift: target.contested !== null,
    id: filed.ref.id,
    digest: filed.ref.digest,
    n,
    from: span.from,
    to: span.to,
  };
}

/** A void of the item falls on the claims its author saw. */
function withVoid(held: Held, on: Gathering): Held {
  const voids = on.voids?.get(held.item);
  if (voids === undefined || voids.length === 0) return held;
  const seen = { id: held.id, n: held.n, date: held.report.date };
  return voids.some((v) => covers(v, seen)) ? { ...held, standing: 'void' } : held;
}

function add(to: Gathering, held: Held, filed: Filed, judged: Judged, contested: string | null): void {
  to.claims.push(held);
  if (contested !== null) to.contested.add(contested);
  note(to, filed, judged);
}

function note(to: Gathering, filed: Filed, judged: Judged): void {
  for (const name of judged.contested) to.contested.add(name);
  const key = filed.claimed === 'alone' ? filed.ref.id : filed.ref.id + filed.ref.digest;
  if (!to.reports.has(key))
    to.reports.set(key, { id: filed.ref.id, standing: judged.standing, date: filed.report.date });
}
