/**
 * What a report would change: its items folded without it, and folded as if it were approved in every step its review
 * asks. Nothing is written. The difference is the reviewer's to judge: each property, and the land gained and lost in m².
 */
import { redactView } from '@tilth/domain/access/redact';
import type { Area, Overlay } from '@tilth/domain/geometry/overlay';
import { reviewOf, underOf } from '@tilth/domain/record/review';
import type { Decision, Id, Ref, Report } from '@tilth/domain/report/entry';
import { foldItems } from '@tilth/domain/report/fold';
import { closureOf, type Named } from '@tilth/domain/report/mentions';
import { register } from '@tilth/domain/report/registers';
import type { ItemView, PropertyView } from '@tilth/domain/report/view';
import { type Keeper, reading } from '../current/keeper.ts';
import { LogReading } from '../current/load.ts';
import { levelIn, type Scene, sceneOf } from '../current/scene.ts';
import { prepare } from '../log.ts';
import { newId } from '../new-id.ts';
import { entriesById, rulesOf } from '../read-log.ts';
import type { Asker, WouldBe } from '../store.ts';
import { headsOn } from './standing-decisions.ts';

/** Null where there is no such report, or it is not for this asker. */
export async function wouldBe(
  keeper: Keeper,
  asker: Asker,
  programme: string,
  id: Id,
): Promise<WouldBe | null> {
  return reading(keeper, asker, programme, async (tx) => {
    const scene = await sceneOf(keeper, tx, asker, programme, {});
    const [filed] = await entriesById(tx, programme, [id], scene.number);
    if (filed?.entry.type !== 'report' || scene.role === undefined) return null;
    const report = filed.entry;
    const log = new LogReading(tx, programme, scene.number);
    const own = report.items.map((i) => i.id);
    const near = await closureOf(own, log.load);
    // where decisions moved its claims, the record they speak of now is what it would change
    const targets = near.entries.flatMap(({ entry }) =>
      entry.type === 'decision' && (entry.act === 'retarget' || entry.act === 'split')
        ? entry.moves.filter((m) => m.report.id === id).map((m) => m.to)
        : [],
    );
    const { items, entries } = targets.length === 0 ? near : await closureOf([...own, ...targets], log.load);
    const rules = await rulesOf(tx, programme, filed.number - 1);
    const review = reviewOf(
      report.items.map((i) => i.kind),
      rules,
    );
    const heads = await headsOn(tx, programme, [id]);
    const seen = review.steps
      .flatMap((step) => heads.get(register.standing(id, step)) ?? [])
      .map((h) => h.ref);
    const approved = review.steps.map((step): Named => {
      const decision: Decision = {
        type: 'decision',
        id: newId(),
        programme,
        by: asker.person ?? report.by,
        written: keeper.now(),
        reason: '',
        after: seen,
        act: 'approve',
        reports: [filed.ref],
        step,
        ...underOf(review),
      };
      const { entry, ref } = prepare(decision);
      return { entry, ref };
    });
    const fold = (of: readonly Named[]) =>
      foldItems([...scene.rules, ...of], items, scene.at, scene.model, keeper.overlay);
    const before = fold(entries.filter((e) => !same(e.ref, filed.ref)));
    const after = fold([...entries, ...approved]);
    const find = (views: readonly ItemView[], item: Id) => views.find((v) => v.joined.includes(item)) ?? null;
    return {
      items: report.items.map((i) => {
        const here = spokenOf(after, i.id, report, targets);
        return compared(find(before, here), find(after, here), scene, keeper.overlay);
      }),
      seen,
    };
  });
}

/** The item that the report's claims on an item speak of now: itself, unless all of them were moved to another. */
function spokenOf(after: readonly ItemView[], item: Id, report: Report, targets: readonly Id[]): Id {
  const speaks = (id: Id) =>
    after.some((v) => v.joined.includes(id) && v.properties.some((p) => claimsIn(p).includes(report.id)));
  return speaks(item) ? item : (targets.find(speaks) ?? item);
}

function claimsIn(p: PropertyView): readonly Id[] {
  const own = p.claim === null ? [] : [p.claim];
  return [...own, ...[...p.remaining, ...p.earlier].map((s) => s.claim)].map((c) => c.report);
}

function same(a: Ref, b: Ref): boolean {
  return a.id === b.id && a.digest === b.digest;
}

function compared(
  before: ItemView | null,
  after: ItemView | null,
  scene: Scene,
  overlay: Overlay,
): WouldBe['items'][number] {
  const [was, is] = [shown(before, scene), shown(after, scene)];
  const [now, then] = [areaOf(was), areaOf(is)];
  return {
    before: was,
    after: is,
    gained: measured(overlay.difference(then, now), overlay),
    lost: measured(overlay.difference(now, then), overlay),
  };
}

function shown(view: ItemView | null, scene: Scene): ItemView | null {
  const kind = view === null ? undefined : scene.model.kinds.get(view.kind);
  return view === null || kind === undefined ? null : redactView(view, kind, levelIn(scene, view.kind));
}

/** The land of it that is drawn; null for points and lines, which have no m². */
function areaOf(view: ItemView | null): Area {
  const drawn = view?.drawing?.geometry ?? null;
  return drawn?.type === 'Polygon' || drawn?.type === 'MultiPolygon' ? drawn : null;
}

function measured(area: Area, overlay: Overlay) {
  return area === null ? null : { m2: overlay.area(area), land: area };
}
