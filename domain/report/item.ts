/**
 * The view of one item, or of items joined under one id, from the claims that speak of them. Each member keeps its own
 * claims where land is at stake: a merge draws the union of what each draws, so that it never takes land away.
 */
import type { Overlay } from '../geometry/overlay.ts';
import type { Kind, Model } from '../record/kind.ts';
import { drawHazard, drawNothing, drawPlace, drawSingle } from './drawing.ts';
import type { Claim, Day, Id, Ref } from './entry.ts';
import type { Log } from './gather.ts';
import { type Held, isReported } from './held.ts';
import { extentWithoutPlace, toLocate } from './locate.ts';
import { type Needs, needsOf } from './needs.ts';
import { byOrder } from './order.ts';
import { type PerimeterInput, perimeter } from './perimeter.ts';
import { propertiesOf } from './properties.ts';
import { isAccepted } from './release.ts';
import type { Drawing, ItemView, Standing } from './view.ts';
import { voidedLand } from './void.ts';

export interface Spoken {
  readonly id: Id;
  readonly members: readonly Id[];
  readonly kindName: string;
  readonly kind: Kind | undefined;
  /** claims that speak of the members */
  readonly claims: readonly Held[];
  /** outlines reported on the members and moved to other items */
  readonly movedAway: readonly Held[];
  /** what releases of the members must cover, as said on them by claims moved to other items */
  readonly needed: readonly Held[];
  /** all reports that speak of the members, also those without a claim on them */
  readonly reports: readonly SpeakingReport[];
  /** registers found contested, more are found on the way; some may stand twice */
  readonly contested: string[];
}

export interface SpeakingReport {
  readonly ref: Ref;
  readonly standing: Standing;
  readonly date: Day;
}

export interface Ground {
  readonly log: Log;
  readonly model: Model;
  readonly overlay: Overlay;
  readonly at: Day | null;
}

export function itemView(spoken: Spoken, ground: Ground): ItemView {
  const { kind, claims, contested } = spoken;
  const outlines = claims.filter((h) => isOutline(h.claim, h.declared, kind, ground.model));
  const cuts = cutsOf(spoken, ground);
  const plain = cuts.releases.length === 0 && cuts.voids.length === 0;
  const draw = (): Drawing | undefined => {
    if (kind?.place === undefined) return undefined;
    if (kind.drawing === 'release' && !isAccepted(claims, kind)) return drawNothing('none');
    if (kind.drawing !== 'hazard')
      return drawPlace(
        claims.filter((h) => h.claim.property === kind.place).sort(byOrder),
        kind,
        ground.overlay,
      );
    const all = [...outlines, ...spoken.movedAway].filter((h) => h.standing !== 'void');
    const only = all[0];
    if (only === undefined) return drawNothing('none');
    if (all.length === 1 && plain && spoken.movedAway.length === 0) return drawSingle(only, ground.overlay);
    const asked = [...claims, ...spoken.needed];
    const perimeters = spoken.members.map((item) => {
      const needs = needsOf(item, asked, kind, ground.model);
      return perimeter(inputOf(item, all, spoken.movedAway, cuts, needs, ground));
    });
    return drawHazard(perimeters, all, ground.overlay);
  };
  let drawing = draw();
  // all land released: what the claims say of class and status is heard
  const whole = kind?.drawing === 'hazard' && drawing?.geometry === null && drawing.released.length > 0;
  const properties = propertiesOf(claims, { ...ground, members: spoken.members, kind, whole, contested });
  if (drawing !== undefined && kind !== undefined && drawing.extent === 'none')
    drawing = drawNothing(extentWithoutPlace(claims, kind));
  const locate = drawing === undefined || kind === undefined ? null : toLocate(claims, kind, drawing);
  return {
    id: spoken.id,
    kind: spoken.kindName,
    joined: spoken.members,
    standing: standingOf(spoken),
    disputed: contested.length > 0 || properties.some((p) => p.state === 'disputed'),
    contested: contested.length === 0 ? none : [...new Set(contested)].sort(),
    properties,
    ...(drawing && { drawing }),
    ...(locate !== null && { to_locate: locate }),
    reports: reportsOf(spoken),
  };
}

const none: readonly string[] = [];

/** A claim that draws a hazard: the place of a hazard kind, by the item's kind or by the kind its report declares. */
export function isOutline(claim: Claim, declared: string, kind: Kind | undefined, model: Model): boolean {
  if (claim.value.type !== 'geometry' || kind?.drawing !== 'hazard') return false;
  return [kind, model.kinds.get(declared)].some(
    (k) =>
      k?.drawing === 'hazard' &&
      (k.place === claim.property || k.properties[claim.property]?.fold === 'perimeter'),
  );
}

interface Cuts {
  readonly releases: readonly Held[];
  readonly voids: ReturnType<typeof voidedLand>;
}

function cutsOf(spoken: Spoken, ground: Ground): Cuts {
  if (spoken.kind?.drawing !== 'hazard') return { releases: [], voids: [] };
  return {
    releases: spoken.claims.filter(
      (h) =>
        h.claim.value.type === 'release' &&
        h.standing === 'live' &&
        spoken.kind?.properties[h.claim.property]?.fold === 'release',
    ),
    voids: spoken.members.flatMap((item) => voidedLand(ground.log, item)),
  };
}

function inputOf(
  item: Id,
  outlines: readonly Held[],
  movedAway: readonly Held[],
  cuts: Cuts,
  needs: Needs,
  ground: Ground,
): PerimeterInput {
  const moved = new Set(movedAway);
  const own = outlines.filter((h) => h.item === item).sort(byOrder);
  return {
    outlines: own.filter((h) => !moved.has(h)),
    movedAway: own.filter((h) => moved.has(h)),
    releases: cuts.releases.filter((h) => h.item === item).sort(byOrder),
    voids: cuts.voids.filter((v) => v.item === item),
    needs,
    at: ground.at,
    overlay: ground.overlay,
  };
}

function standingOf(spoken: Spoken): ItemView['standing'] {
  let reported = false;
  let voided = spoken.claims.length > 0 || spoken.movedAway.length > 0;
  for (const h of spoken.claims) {
    if (h.standing === 'live') return 'live';
    if (isReported(h.standing)) reported = true;
    if (h.standing !== 'void') voided = false;
  }
  if (reported) return 'reported';
  if (spoken.movedAway.some((h) => h.standing !== 'void')) return 'unsupported';
  if (voided) return 'void';
  if (spoken.claims.length > 0) return 'unsupported';
  const standings = spoken.reports.map((r) => r.standing);
  if (standings.includes('live')) return 'live';
  if (standings.some(isReported)) return 'reported';
  return standings.every((s) => s === 'void') ? 'void' : 'unsupported';
}

function reportsOf(spoken: Spoken): ItemView['reports'] {
  return [...spoken.reports]
    .sort((a, b) => (a.ref.id + a.ref.digest < b.ref.id + b.ref.digest ? -1 : 1))
    .map(({ ref, standing, date }) => ({ id: ref.id, standing, date }));
}
