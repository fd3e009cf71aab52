/**
 * What is said of each act of a state under a treaty, from the record's own words: which act, on which days, by whom. An act
 * of which nobody gives a day is dated up to the day it was told. What a person chose counts alone; what is disputed counts
 * as often as there are voices. What is only planned, denied, alleged, conditional or an opinion was not done: it is told
 * beside, and where somebody says that it was done, their word counts.
 */
import type { Certainty } from '../evidence/certainty.ts';
import type { ClaimRef, Day, Id, Party, Value } from '../report/entry.ts';
import { type Saying, speakerOf } from '../report/sayings.ts';
import type { ConflictClaim } from './status-on.ts';
import { treatyNamed } from './treaty-named.ts';
import type { TreatyName } from './treaty-rules.ts';

/** An item and all that is said of it. */
export interface Spoken {
  readonly id: Id;
  readonly sayings: readonly Saying[];
}

/** A day as somebody tells it; `from` null: any day up to `to`. */
export interface Told {
  readonly from: Day | null;
  readonly to: Day;
  /** as it was written, where that says more */
  readonly typed?: string;
  readonly by: Party;
  readonly source: string;
  readonly item: Id;
  readonly claim: ClaimRef;
  /** up to when it is said to hold: of one speaker the later word counts */
  readonly until: Day;
}

/** A code of `treaty-act-type`, by who says so; several where it is disputed what it was. */
export interface ActType {
  readonly code: string;
  readonly by: Party;
  /** how it is said, where it was not done */
  readonly certainty?: Certainty;
}

export interface SaidAct {
  readonly item: Id;
  readonly treaty: TreatyName;
  /** a code of the list `country`; null where the name is on no list, and then `named` is all there is */
  readonly country: string | null;
  readonly named: string;
  readonly types: readonly ActType[];
  /** false: nobody says that it was done, so that nothing follows from it */
  readonly done: boolean;
  /** when it was done; for a notice, when it was received */
  readonly days: readonly Told[];
  /** when it takes effect, as stated */
  readonly effect: readonly Told[];
  readonly conflicts: readonly ConflictClaim[];
  readonly contested: readonly string[];
}

/** The acts under the four treaties; null for an act of which treaty, state or type is not on record. */
export function actsSaid(
  items: readonly Spoken[],
  treaties: readonly Spoken[],
): { readonly acts: readonly SaidAct[]; readonly unplaced: readonly Id[] } {
  const ofTreaty = treatyOf(treaties);
  const acts: SaidAct[] = [];
  const unplaced: Id[] = [];
  for (const item of items) {
    const act = actSaid(item, ofTreaty);
    if (act === null) unplaced.push(item.id);
    else acts.push(act);
  }
  return { acts, unplaced };
}

/** What counts of a property: all that stands, or what was chosen. What is not known is no word. */
export function counted(item: Spoken, property: string): readonly Saying[] {
  return item.sayings.filter(
    (s) =>
      s.property === property &&
      s.value.type !== 'unknown' &&
      (s.place === 'stands' || (s.place === 'beside' && s.state !== 'chosen')),
  );
}

/** The state a claim names, by code, else as it was typed; null where it names none. */
export function countryOf(item: Spoken, property = 'country'): { code: string | null; named: string } | null {
  const said = item.sayings.find((s) => s.property === property && s.place === 'stands')?.value;
  if (said?.type === 'code') return { code: said.code, named: said.typed ?? said.code };
  const typed = said?.type === 'text' ? said.text : said?.type === 'unknown' ? said.typed : undefined;
  return typed === undefined || typed.trim() === '' ? null : { code: null, named: typed.trim() };
}

/** Finds the treaty a link points to: by the item's own names, else by the key. */
export function treatyOf(treaties: readonly Spoken[]): (value: Value | undefined) => TreatyName | null {
  const byId = new Map<string, TreatyName>();
  for (const treaty of treaties) {
    const words = ['short_name', 'local_id', 'name'].flatMap((p) => counted(treaty, p).map((s) => s.value));
    const named = words.flatMap((v) => (v.type === 'text' ? (treatyNamed(v.text) ?? []) : []))[0];
    if (named === undefined) continue;
    byId.set(treaty.id, named);
    for (const v of counted(treaty, 'local_id'))
      if (v.value.type === 'text') byId.set(`key ${v.value.text.trim()}`, named);
  }
  return (value) => {
    if (value?.type !== 'link') return null;
    if (value.item !== undefined) return byId.get(value.item) ?? null;
    const key = value.key?.id.trim() ?? '';
    return byId.get(`key ${key}`) ?? treatyNamed(key);
  };
}

function actSaid(item: Spoken, ofTreaty: (value: Value | undefined) => TreatyName | null): SaidAct | null {
  const treaty = ofTreaty(counted(item, 'treaty')[0]?.value);
  const state = countryOf(item);
  const spoken = counted(item, 'act');
  const did = spoken.filter((s) => notDone(s) === undefined);
  const acts = did.length > 0 ? did : spoken;
  const types = acts.flatMap((s): ActType[] => {
    const certainty = notDone(s);
    return s.value.type === 'code'
      ? [{ code: s.value.code, by: speakerOf(s), ...(certainty && { certainty }) }]
      : [];
  });
  if (treaty === null || state === null || types.length === 0) return null;
  const signature = types.every((t) => t.code === 'signature');
  const received = signature ? [] : told(item, 'received_on');
  const dated = received.length > 0 ? received : told(item, 'done_on');
  const effect = told(item, 'effective_on');
  const undated = acts.map((s): Told => ({ ...toldBy(item, s), from: null, to: s.when.to }));
  return {
    item: item.id,
    treaty,
    country: state.code,
    named: state.named,
    types,
    done: did.length > 0,
    days: dated.length > 0 || effect.length > 0 ? dated : undated,
    effect,
    conflicts: conflictsOf(item),
    contested: counted(item, 'contested_by').flatMap((s) => (s.value.type === 'text' ? [s.value.text] : [])),
  };
}

/** How it is said of an act that it was not done; undefined where it is told as done. */
function notDone({ sure }: Saying): Certainty | undefined {
  const certainty = sure?.certainty;
  return certainty === 'asserted' || certainty === 'reported' ? undefined : certainty;
}

/** The days a date property is said to be. */
export function told(item: Spoken, property: string): readonly Told[] {
  return counted(item, property).flatMap((s) => {
    if (s.value.type !== 'date') return [];
    const { from, to, typed } = s.value.span;
    return [{ ...toldBy(item, s), from, to, ...(typed !== undefined && typed !== to && { typed }) }];
  });
}

function toldBy(item: Spoken, s: Saying): Omit<Told, 'from' | 'to'> {
  return { by: speakerOf(s), source: s.source, item: item.id, claim: s.claim, until: s.when.to };
}

/** Each claim that the state is, or is not, in a conflict when the notice ends; with the end of it, as far as claimed. */
function conflictsOf(item: Spoken): readonly ConflictClaim[] {
  const ends = told(item, 'conflict_ended_on').map((t) => t.to);
  return counted(item, 'in_conflict').flatMap((s): ConflictClaim[] => {
    if (s.value.type !== 'yesno') return [];
    if (!s.value.yes) return [{ inConflict: false, from: '0000-01-01', to: null }];
    return (ends.length > 0 ? ends : [null]).map((to) => ({ inConflict: true, from: '0000-01-01', to }));
  });
}
