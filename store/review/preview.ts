/**
 * What decisions would change, before they are made: the items they touch as they are and as they would be, the land that
 * the map would gain or lose, and the figures of those items. Nothing is written. What would be refused is refused here
 * already, so that nobody writes a reason in vain. Also what takes a decision back, previewed like any other.
 */
import { mayDo } from '@tilth/domain/access/may';
import { redactView } from '@tilth/domain/access/redact';
import { voidsAlone } from '@tilth/domain/access/void-second';
import type { Area, Overlay } from '@tilth/domain/geometry/overlay';
import { isProblem, problem, Refusal } from '@tilth/domain/problem';
import type { Model } from '@tilth/domain/record/kind';
import type { Decision, Id, Ref } from '@tilth/domain/report/entry';
import { foldItems } from '@tilth/domain/report/fold';
import { confirmedClass } from '@tilth/domain/report/land-readings';
import { closureOf, type Load, mentionsOf, touchedBy } from '@tilth/domain/report/mentions';
import type { LandMoved, Preview, Touched } from '@tilth/domain/report/preview';
import { registersOf } from '@tilth/domain/report/registers';
import { reversalOf } from '@tilth/domain/report/reverse';
import type { ItemView } from '@tilth/domain/report/view';
import { checkDecisions, membersOf } from '../append.ts';
import { type Keeper, reading } from '../current/keeper.ts';
import { LogReading } from '../current/load.ts';
import { levelIn, modelAt, type Scene, sceneOf } from '../current/scene.ts';
import type { Tx } from '../db.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { entriesById } from '../read-log.ts';
import type { Asker } from '../store.ts';
import { marksOnlyIn } from './marks.ts';
import { headsOn } from './standing-decisions.ts';

/** What is to be previewed: decisions, whose `after` is filled in (and `second`, where a void needs a second person), or the reversal of one that was made. */
export type Wish = { readonly decisions: readonly Decision[] } | { readonly reverse: Id };

/**
 * Refusals `not-signed-in`, `may-not`, `decision-not-here`, `decision-followed`, `decision-takes-nothing-back`, and what
 * an append refuses.
 */
export async function preview(keeper: Keeper, asker: Asker, programme: string, wish: Wish): Promise<Preview> {
  const not = mayDo('decide', asker.person, asker.roles.get(programme), programme);
  if (not !== null || asker.person === null) throw new Refusal(not ?? problem('not-signed-in'));
  const by = asker.person;
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    const present = await modelAt(tx, programme, Number.MAX_SAFE_INTEGER);
    const given =
      'reverse' in wish
        ? await reversed(keeper, tx, programme, wish.reverse, by)
        : await Promise.all(wish.decisions.map((d) => afterWhatStands(tx, programme, d)));
    const members = await membersOf(tx, programme);
    const decisions = given.map((d) =>
      voidsAlone(d, present.plain, members) === null ? d : { ...d, second: true as const },
    );
    const named = decisions.map((d) => {
      const { entry, ref } = prepare(d);
      return { entry, ref, number: scene.number + 1, instant: keeper.now() };
    });
    await checkDecisions(tx, programme, named, present);
    const log = new LogReading(tx, programme, scene.number);
    const withThese: Load = async (ids) => [
      ...(await log.load(ids)),
      ...named.filter((n) => mentionsOf(n.entry).some((id) => ids.includes(id))),
    ];
    const touched = await touchedBy(named, withThese);
    const { items, entries } = await closureOf(touched, withThese);
    const made = new Set(named.map((n) => n.ref.id));
    const fold = (of: typeof entries) =>
      foldItems([...scene.rules, ...of], items, scene.at, scene.model, keeper.overlay);
    const before = fold(entries.filter((e) => !made.has(e.ref.id)));
    const confirmed = named.flatMap(({ entry, ref }) =>
      entry.type === 'decision' && entry.act === 'void' && entry.second === true
        ? [confirmation(entry, ref)]
        : [],
    );
    const after = fold([...entries, ...confirmed]);
    const { overlay } = keeper;
    const [was, is] = [drawnLand(before, scene.model, overlay), drawnLand(after, scene.model, overlay)];
    const [seen, seenThen] = [shown(before, scene), shown(after, scene)];
    return {
      decisions,
      before: seen,
      after: seenThen,
      gained: measured(overlay.difference(is, was), overlay),
      lost: measured(overlay.difference(was, is), overlay),
      come: marksOnlyIn(seenThen, seen, scene.model),
      gone: marksOnlyIn(seen, seenThen, scene.model),
      figures: {
        before: figuresOf(before, scene.model, overlay),
        after: figuresOf(after, scene.model, overlay),
      },
      waits_for_second: confirmed.length > 0,
    };
  });
}

/** What somebody else would say, for the sake of showing what then holds. */
function confirmation(voided: Decision, of: Ref) {
  const { programme, written } = voided;
  const { entry, ref } = prepare({
    type: 'decision',
    id: newId(),
    programme,
    by: newId(),
    written,
    reason: '',
    after: [],
    act: 'confirm',
    of,
  });
  return { entry, ref };
}

/** The decision, coming after all that stand on the registers it sets. */
async function afterWhatStands(tx: Tx, programme: string, decision: Decision): Promise<Decision> {
  const heads = await headsOn(tx, programme, about(decision));
  const refs = registersOf(decision).flatMap((name) => heads.get(name)?.map((h) => h.ref) ?? []);
  return { ...decision, after: once(refs) };
}

async function reversed(
  keeper: Keeper,
  tx: Tx,
  programme: string,
  id: Id,
  by: Id,
): Promise<readonly Decision[]> {
  const all = Number.MAX_SAFE_INTEGER;
  const [found] = await entriesById(tx, programme, [id], all);
  if (found?.entry.type !== 'decision') throw new Refusal(problem('decision-not-here', { decision: id }));
  const made = { ref: found.ref, decision: found.entry };
  const heads = await headsOn(tx, programme, about(found.entry));
  const named = await entriesById(
    tx,
    programme,
    found.entry.after.map((r) => r.id),
    all,
  );
  const before = named.flatMap(({ ref, entry }) =>
    entry.type === 'decision' ? [{ ref, decision: entry }] : [],
  );
  const back = reversalOf(made, heads, before);
  if (isProblem(back)) throw new Refusal(back);
  return back.map(({ act, after }) => ({
    type: 'decision',
    id: newId(),
    programme,
    by,
    written: keeper.now(),
    reason: '',
    after,
    ...act,
  }));
}

function about(decision: Decision): readonly Id[] {
  return mentionsOf(decision).filter((id) => id !== decision.id);
}

function once(refs: readonly Ref[]): readonly Ref[] {
  return [...new Map(refs.map((r) => [r.id + r.digest, r])).values()];
}

function hazards(views: readonly ItemView[], model: Model): readonly ItemView[] {
  return views.filter((v) => v.standing !== 'void' && model.kinds.get(v.kind)?.drawing === 'hazard');
}

function areaOf(view: ItemView): Area {
  const drawn = view.drawing?.geometry ?? null;
  return drawn?.type === 'Polygon' || drawn?.type === 'MultiPolygon' ? drawn : null;
}

/** All land that the map draws as hazard for these items. */
function drawnLand(views: readonly ItemView[], model: Model, overlay: Overlay): Area {
  return overlay.union(hazards(views, model).map(areaOf));
}

function figuresOf(views: readonly ItemView[], model: Model, overlay: Overlay): Touched {
  const drawn = hazards(views, model);
  const of = (confirmed: boolean) => {
    const some = drawn.filter(
      (v) =>
        v.properties.some(
          (p) => p.property === 'hazard_class' && p.value?.type === 'code' && p.value.code === confirmedClass,
        ) === confirmed,
    );
    return total(some.map((v) => v.drawing?.m2 ?? 0));
  };
  return {
    hazards: drawn.length,
    sum: total(drawn.map((v) => v.drawing?.m2 ?? 0)),
    once: overlay.area(overlay.union(drawn.map(areaOf))),
    sha: of(false),
    cha: of(true),
    disputed: views.flatMap((v) => v.properties.filter((p) => p.state === 'disputed')).length,
  };
}

function total(m2: readonly number[]): number {
  return Math.round(m2.reduce((sum, n) => sum + n, 0) * 100) / 100;
}

function shown(views: readonly ItemView[], scene: Scene): readonly ItemView[] {
  return views.flatMap((view) => {
    const kind = scene.model.kinds.get(view.kind);
    const open = kind === undefined ? null : redactView(view, kind, levelIn(scene, view.kind));
    return open === null ? [] : [open];
  });
}

function measured(area: Area, overlay: Overlay): LandMoved | null {
  return area === null ? null : { m2: overlay.area(area), land: area };
}
