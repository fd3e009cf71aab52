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
import type { Kind, Model } from '../record/kind.ts';
import type { Claim, Day, Id, Report } from './entry.ts';
import { type Filed, gather } from './gather.ts';
import type { Held } from './held.ts';
import { type Ground, isOutline, itemView, type SpeakingReport } from './item.ts';
import { type Joined, join } from './join.ts';
import { kindsOfItems } from './kinds-of-items.ts';
import { leftBehind } from './left-behind.ts';
import type { Named } from './mentions.ts';
import { isNeed } from './needs.ts';
import { clip } from './span.ts';
import { type Judged, judge } from './standing.ts';
import { isMoved, type Target, targetOf } from './target.ts';
import type { ItemView } from './view.ts';
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
  return [...foldEach(entries, ids, at, model, overlay)];
}

/** As foldItems, one view at a time, for what is too large to hold as views all at once. */
export function* foldEach(
  entries: Iterable<Named>,
  ids: readonly Id[] | 'all',
  at: Day | null,
  model: Model,
  overlay: Overlay,
): Generator<ItemView> {
  const log = gather(entries);
  const kinds = kindsOfItems(log, model);
  const joined = join(log, kinds);
  const wanted = ids === 'all' ? null : new Set(ids.map((id) => joined.shownAs(id)));
  const ground: Ground = { log, model, overlay, at };
  const all = new Map<Id, Gathering>();
  const on = (item: Id): Gathering | null => {
    const shown = joined.shownAs(item);
    const known = all.get(shown);
    if (known !== undefined) return known;
    const kindName = kinds.kindOf(shown);
    if (kindName === undefined || (wanted !== null && !wanted.has(shown))) return null;
    const made = gathering(shown, kindName, ground, joined);
    for (const id of made.members) if (kinds.declared(id)) made.contested.push(`kind/${id}`);
    all.set(shown, made);
    return made;
  };
  for (const filed of log.reports) speak(filed, ground, on);
  for (const id of [...all.keys()].sort()) {
    const gathered = all.get(id) as Gathering;
    all.delete(id);
    const view = viewOf(gathered, ground);
    if (view !== null) yield view;
  }
}

/** A claim and where it points: not yet held, so that a million of them stay small until their item's turn. */
interface Heard {
  readonly filed: Filed;
  readonly judged: Judged;
  /** places in the report's claims */
  readonly ns: number[];
  /** for reports of which decisions moved claims: the target of each of `ns` */
  readonly targets: Target[] | null;
  /** the report names an item of the gathering without a claim on it: it exists, and nothing is known of it */
  named: boolean;
  /** claims that once pointed to an item of the gathering and still count for danger there (left-behind.ts) */
  readonly away: { readonly n: number; readonly item: Id }[] | null;
}

interface Gathering {
  readonly id: Id;
  readonly kindName: string;
  readonly kind: Kind | undefined;
  readonly members: readonly Id[];
  readonly heard: Heard[];
  readonly contested: string[];
  readonly voids: ReadonlyMap<Id, ReturnType<typeof voidsOf>> | null;
}

function gathering(id: Id, kindName: string, ground: Ground, joined: Joined): Gathering {
  const members = joined.members(id);
  const contested = members.flatMap((m) => joined.contested(m));
  const decided = members.some((m) => ground.log.about.has(m));
  if (decided) contested.push(...contestedVoids(ground.log, members));
  return {
    id,
    kindName,
    kind: ground.model.kinds.get(kindName),
    members,
    heard: [],
    contested,
    voids: decided ? new Map(members.map((m) => [m, voidsOf(ground.log, m)])) : null,
  };
}

/** Brings a report's claims to the items they speak of. */
function speak(filed: Filed, ground: Ground, on: (item: Id) => Gathering | null): void {
  const { report } = filed;
  const judged = judge(ground.log, filed);
  const moved = isMoved(ground.log, filed.ref.id);
  /** the report's place among what was heard of a gathering; a report is heard once, so it is the last */
  const hear = (to: Gathering): Heard => {
    const last = to.heard[to.heard.length - 1];
    if (last?.filed === filed) return last;
    const made: Heard = {
      filed,
      judged,
      named: false,
      ns: [],
      targets: moved ? [] : null,
      away: moved ? [] : null,
    };
    to.heard.push(made);
    return made;
  };
  for (let n = 0; n < report.claims.length; n++) {
    const item = report.items[(report.claims[n] as Claim).on];
    if (item === undefined) continue;
    if (!moved) {
      const to = on(item.id);
      if (to !== null) hear(to).ns.push(n);
      continue;
    }
    const target = targetOf(ground.log, filed, item.id, n);
    const to = on(target.item);
    if (to !== null) {
      const heard = hear(to);
      heard.ns.push(n);
      heard.targets?.push(target);
    }
    for (const left of leftBehind(filed, n, target.item, ground)) {
      const from = on(left);
      if (from !== null) hear(from).away?.push({ n, item: left });
    }
  }
  for (const [i, item] of report.items.entries()) {
    if (report.claims.some((c) => c.on === i)) continue;
    const to = on(item.id);
    if (to !== null) hear(to).named = true;
  }
}

function viewOf(g: Gathering, ground: Ground): ItemView | null {
  const claims: Held[] = [];
  const movedAway: Held[] = [];
  const needed: Held[] = [];
  const reports: SpeakingReport[] = [];
  for (const { filed, judged, named, ns, targets, away } of g.heard) {
    const { report, ref } = filed;
    const voice = voiceOf(report);
    let speaks = named && isBegun(clip(report.when, report.date), ground.at);
    for (const [k, n] of ns.entries()) {
      const held = hold(filed, judged, n, targets?.[k], voice, g);
      if (!isBegun(held, ground.at)) continue;
      claims.push(held);
      speaks = true;
      const drift = targets?.[k]?.contested;
      if (drift) g.contested.push(drift);
    }
    for (const { n, item } of away ?? []) {
      const held = hold(filed, judged, n, { item, contested: null }, voice, g);
      if (!isBegun(held, ground.at)) continue;
      if (isNeed(held.claim, g.kind)) needed.push(held);
      if (!isOutline(held.claim, held.declared, g.kind, ground.model)) continue;
      movedAway.push(held);
      speaks = true;
    }
    if (!speaks) continue;
    reports.push({ ref, standing: judged.standing, date: report.date });
    g.contested.push(...judged.contested);
  }
  if (reports.length === 0) return null;
  const { id, kindName, kind, members, contested } = g;
  return itemView({ id, kindName, kind, members, claims, movedAway, needed, reports, contested }, ground);
}

function isBegun(span: { readonly from: Day | null }, at: Day | null): boolean {
  return at === null || span.from === null || span.from <= at;
}

/** A claim as it speaks of an item of the gathering; without a target, of the item its report put it on. */
function hold(
  filed: Filed,
  judged: Judged,
  n: number,
  target: Target | undefined,
  voice: string,
  on: Gathering,
): Held {
  const { report, ref } = filed;
  const claim = report.claims[n] as Claim;
  const put = report.items[claim.on] as Report['items'][number];
  const item = target?.item ?? put.id;
  const span = clip(claim.when ?? report.when, report.date);
  return {
    claim,
    report,
    item,
    declared: put.kind,
    voice: claim.said || claim.published ? voiceOf(report, claim) : voice,
    standing: isVoided(on.voids?.get(item), filed, n) ? 'void' : judged.standing,
    sole: filed.claimed === 'alone',
    adrift: target !== undefined && target.contested !== null,
    id: ref.id,
    digest: ref.digest,
    n,
    from: span.from,
    to: span.to,
  };
}

/** A void of the item falls on the claims its author saw. */
function isVoided(voids: ReturnType<typeof voidsOf> | undefined, filed: Filed, n: number): boolean {
  if (voids === undefined || voids.length === 0) return false;
  const seen = { id: filed.ref.id, n, date: filed.report.date, sole: filed.claimed === 'alone' };
  return voids.some((v) => covers(v, seen));
}
