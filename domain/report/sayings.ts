/**
 * What is said of an item, claim by claim, each by its speaker: the claims that stand, those beside them and the earlier
 * ones, flat, in place of the fold's tree. For screens that set speakers side by side; it decides nothing.
 */
import type { ClaimRef, Id, Party, Report, Span, Sureness, Value } from './entry.ts';
import type { ItemView, PropertyView, Shown, State } from './view.ts';

/** `stands`: the value in force. `beside`: live, and agrees or disputes it. `earlier`: superseded by a later one. */
export type Place = 'stands' | 'beside' | 'earlier';

export interface Saying {
  readonly property: string;
  readonly definition: string;
  /** of the property as a whole */
  readonly state: State;
  readonly place: Place;
  readonly value: Value;
  readonly when: Span;
  readonly said?: Party;
  readonly published?: Party;
  readonly source: string;
  readonly sure?: Sureness;
  readonly claim: ClaimRef;
  /** the receipt number of its report at this office; null where the report is not shown */
  readonly number: number | null;
}

/** An item with what is said of it. */
export interface SpokenItem {
  readonly id: Id;
  readonly kind: string;
  readonly standing: ItemView['standing'];
  readonly disputed: boolean;
  readonly sayings: readonly Saying[];
}

/** The reports behind a view, as far as their reader may see them. */
export type Reports = ReadonlyMap<Id, { readonly report: Report; readonly number: number }>;

/**
 * Claims that were never live are left out: what nobody approved, or somebody took back, is no part of what is compared.
 * In order of property, then standing first, then as the view has them.
 */
export function sayingsOf(view: ItemView, reports: Reports): readonly Saying[] {
  return view.properties.filter((p) => p.state !== 'pending').flatMap((p) => ofProperty(p, reports));
}

function ofProperty(p: PropertyView, reports: Reports): readonly Saying[] {
  const heads = p.members ? p.members.map((m) => m.claim) : p.claim === null ? [] : [p.claim];
  const stands = heads.flatMap((ref) => {
    const found = headOf(p, ref, reports);
    return found === null ? [] : [found];
  });
  const named = new Set(heads.map(nameOf));
  const others = (list: readonly Shown[], place: Place) =>
    list
      .filter((s) => s.standing === 'live' && !named.has(nameOf(s.claim)))
      .map((s) => sayingOf(p, place, s, reports));
  return [...stands, ...others(p.remaining, 'beside'), ...others(p.earlier, 'earlier')];
}

const nameOf = ({ report, n }: ClaimRef): string => `${report} ${n}`;

/** A claim in force stands in the view by name alone: who says it is read in its report. */
function headOf(p: PropertyView, ref: ClaimRef, reports: Reports): Saying | null {
  const shown = [...p.remaining, ...p.earlier].find((s) => nameOf(s.claim) === nameOf(ref));
  if (shown) return sayingOf(p, 'stands', shown, reports);
  const found = reports.get(ref.report);
  const claim = found?.report.claims[ref.n];
  if (!found || !claim) return null;
  const { report, number } = found;
  const said = claim.said ?? report.said;
  const published = claim.published ?? report.published;
  const sure = claim.sure ?? report.sure;
  return {
    property: p.property,
    definition: p.definition,
    state: p.state,
    place: 'stands',
    value: claim.value,
    when: claim.when ?? report.when,
    ...(said && { said }),
    ...(published && { published }),
    source: report.source.name,
    ...(sure && { sure }),
    claim: ref,
    number,
  };
}

function sayingOf(p: PropertyView, place: Place, shown: Shown, reports: Reports): Saying {
  const { value, when, said, published, source, sure, claim } = shown;
  return {
    property: p.property,
    definition: p.definition,
    state: p.state,
    place,
    value,
    when,
    ...(said && { said }),
    ...(published && { published }),
    source,
    ...(sure && { sure }),
    claim,
    number: reports.get(claim.report)?.number ?? null,
  };
}

/**
 * Who says it, as words: the speaker, else the publisher, else the source; an item's id where it is named by that alone. A
 * private person whose name is not for this reader stays the speaker, without it: the publisher did not say it.
 */
export function speakerOf({ said, published, source }: Pick<Saying, 'said' | 'published' | 'source'>): Party {
  if (said?.speaker_kind === 'person-named') return said;
  const named = [said, published].find((p) => (p?.name?.trim() ?? '') !== '' || p?.item !== undefined);
  return named ?? { name: source };
}

/** A speaker as one is told from another: one whose name is not shown is told apart by the report alone. */
export function voiceOf(saying: Pick<Saying, 'said' | 'published' | 'source' | 'claim'>): string {
  const { item, name } = speakerOf(saying);
  return item ?? name?.normalize('NFC').trim() ?? `report ${saying.claim.report}`;
}

/** The items that a property names in force. */
export function linked(sayings: readonly Saying[], property: string): readonly Id[] {
  return sayings.flatMap(({ property: name, place, value }) => {
    if (name !== property || place !== 'stands') return [];
    const link = value.type === 'member' && value.yes ? value.of : value;
    return link.type === 'link' && link.item !== undefined ? [link.item] : [];
  });
}
