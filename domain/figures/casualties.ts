/**
 * Casualties (design, *Counting*): those of an accident are its victim records where all are recorded, else its own
 * counts, never their sum; a victim may stand without an accident, and accidents are never counted from victims. Where an
 * accident states no counts, its victim records are the least there were. Cells: killed, injured, not stated; or months.
 */
import type { Kind, Model } from '../record/kind.ts';
import type { Id } from '../report/entry.ts';
import { isReported } from '../report/held.ts';
import type { ItemView } from '../report/view.ts';
import { NOT_STATED, partsOf } from './breakdown.ts';
import type { Period } from './period.ts';
import { readingOf } from './reading.ts';
import { type Counts, exactly, numberIn, plus, Sum, type Tallied } from './tally.ts';

interface Asked {
  readonly by: string | null;
  readonly period: Period;
  readonly model: Model;
}

export interface Casualties extends Tallied {
  /** victim records are in it, and not only what accidents state of themselves */
  readonly of_records: boolean;
}

export function casualties(
  accidents: Iterable<ItemView>,
  victims: Iterable<ItemView>,
  { by, period, model }: Asked,
): Casualties {
  const [accident, victim] = [model.kinds.get('accident'), model.kinds.get('victim')];
  const sum = new Sum();
  const sources = new Set<string>();
  const pending = new Set<string>();
  let unknown = 0;
  let of_records = false;
  if (!accident || !victim) return { ...sum.tallied(0, 0, 0), of_records };
  const note = (view: ItemView, counted: boolean): void => {
    for (const r of view.reports) {
      if (isReported(r.standing) && r.date >= period.from) pending.add(r.id);
      if (counted && r.standing === 'live') sources.add(r.id);
    }
  };
  const add = (day: string, outcome: string, counts: Counts): void => {
    sum.add('', counts);
    if (by === null) return;
    sum.add(
      partsOf(by)
        .map((part) => (part === 'month' ? day.slice(0, 7) : outcome))
        .join('/'),
      counts,
    );
  };
  const addRecord = (day: string, record: ItemView): void => {
    of_records = true;
    add(day, outcomeOf(record, victim), exactly(1));
  };

  const ofAccident = new Map<Id, ItemView[]>();
  const alone: ItemView[] = [];
  const known = new Map<Id, ItemView>();
  for (const view of accidents) for (const id of view.joined) known.set(id, view);
  for (const view of victims) {
    const link = readingOf(view, 'accident', victim).shown;
    const of = link?.type === 'link' ? known.get(link.item ?? '') : undefined;
    if (of === undefined || of.standing !== 'live') alone.push(view);
    else ofAccident.set(of.id, [...(ofAccident.get(of.id) ?? []), view]);
  }

  const countVictim = (view: ItemView, day: string | null): void => {
    const own = dayOf(view, 'accident_date', victim) ?? day;
    const counted = view.standing === 'live' && own !== null && isIn(own, period);
    note(view, counted);
    if (view.standing === 'live' && own === null) unknown += 1;
    if (counted) addRecord(own, view);
  };

  for (const view of new Set(known.values())) {
    const records = ofAccident.get(view.id) ?? [];
    const day = dayOf(view, 'occurred', accident);
    const counted = view.standing === 'live' && day !== null && isIn(day, period);
    note(view, counted);
    if (view.standing === 'live' && day === null) unknown += 1;
    if (!counted) continue;
    for (const record of records) note(record, record.standing === 'live');
    const all = readingOf(view, 'all_victims_recorded', accident).shown;
    const stated = statedCounts(view, accident);
    if (stated === null || (all?.type === 'yesno' && all.yes)) {
      const live = records.filter((r) => r.standing === 'live');
      if (stated === null && live.length === 0) unknown += 1;
      for (const record of live) addRecord(day, record);
    } else for (const [outcome, counts] of Object.entries(stated)) add(day, outcome, counts);
  }
  for (const view of alone) countVictim(view, null);
  return { ...sum.tallied(sources.size, pending.size, unknown), of_records };
}

/** An accident's own counts by outcome; null where it states none. */
function statedCounts(view: ItemView, kind: Kind): Readonly<Record<string, Counts>> | null {
  const none = readingOf(view, 'no_casualty', kind).shown;
  if (none?.type === 'yesno' && none.yes) return {};
  const [all, killed, injured] = ['casualties', 'killed', 'injured'].map((p) => numberIn(view, p, kind));
  if (!all && !killed && !injured) return null;
  const named = plus(killed ?? exactly(0), injured ?? exactly(0));
  const rest = all ? Math.max(0, all.value - named.value) : 0;
  // what lies between the count of all and those of each is nobody's outcome, and as sure as both are
  const spread = all
    ? {
        least: Math.min(rest, Math.max(0, all.least - named.most)),
        most: Math.max(rest, all.most - named.least),
      }
    : exactly(0);
  return {
    ...(killed && { killed }),
    ...(injured && { injured }),
    ...(rest > 0 || spread.most > 0 ? { [NOT_STATED]: { value: rest, ...pick(spread) } } : {}),
  };
}

function pick({ least, most }: { readonly least: number; readonly most: number }) {
  return { least, most };
}

function outcomeOf(view: ItemView, kind: Kind): string {
  const { shown } = readingOf(view, 'outcome', kind);
  return shown?.type === 'code' && (shown.code === 'killed' || shown.code === 'injured')
    ? shown.code
    : NOT_STATED;
}

function dayOf(view: ItemView, property: string, kind: Kind): string | null {
  const { shown } = readingOf(view, property, kind);
  return shown?.type === 'date' ? shown.span.to : null;
}

const isIn = (day: string, { from, to }: Period): boolean => day >= from && day <= to;
