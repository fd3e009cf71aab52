/** Small worlds for tests: a model with one property of each kind of fold, and short forms for entries. */
import type { CodeList, Kind, Model, Property } from '../record/kind.ts';
import { digestOf } from './digest.ts';
import type { Act, Claim, Day, Decision, Entry, Id, Ref, Report, Rule, Value } from './entry.ts';
import type { Named } from './mentions.ts';
import { rectangle } from './squares.testing.ts';

export const property = (
  type: Property['type'],
  fold: Property['fold'],
  more: Partial<Property> = {},
): Property => ({
  label: fold,
  description: '',
  type,
  fold,
  sensitivity: 'partner',
  ...more,
});

const hazard: Kind = {
  name: 'hazardous-area',
  label: 'Hazardous area',
  plural: 'Hazardous areas',
  description: '',
  sensitivity: 'public',
  standard: [],
  drawing: 'hazard',
  place: 'outline',
  properties: {
    outline: property('geometry', 'perimeter', { sensitivity: 'public' }),
    hazard_class: property('code', 'guarded', { codes: 'hazard-class', sensitivity: 'public' }),
    hazard_status: property('code', 'guarded', { codes: 'hazard-status', sensitivity: 'public' }),
    name: property('text', 'latest'),
    mines: property('number', 'monotone', { definition: 'found' }),
    area: property('number', 'sum'),
    terrain: property('code', 'latest', { codes: 'terrain' }),
    ordnance: property('code', 'set', { codes: 'ordnance-category' }),
    unit: property('link', 'latest', { to: ['place'] }),
    released: property('release', 'release'),
    notes: property('text', 'latest', { sensitivity: 'restricted' }),
  },
};

const accident: Kind = {
  ...hazard,
  name: 'accident',
  drawing: 'danger',
  place: 'position',
  properties: {
    position: property('geometry', 'geometry'),
    killed: property('number', 'monotone'),
    name: property('text', 'latest'),
  },
};

const victim: Kind = {
  name: 'victim',
  label: 'Victim',
  plural: 'Victims',
  description: '',
  sensitivity: 'restricted',
  standard: [],
  drawing: 'plain',
  properties: {
    full_name: property('text', 'latest', { sensitivity: 'personal' }),
    age: property('number', 'monotone', { sensitivity: 'personal' }),
    needs: property('text', 'set', { sensitivity: 'personal' }),
    outcome: property('code', 'latest'),
  },
};

const list = (name: string, codes: CodeList['codes']): [string, CodeList] => [
  name,
  { name, label: name, source: 'test', codes },
];

export const model: Model = {
  kinds: new Map([hazard, accident, victim].map((k) => [k.name, k])),
  lists: new Map([
    list('hazard-class', { sha: { label: 'SHA', danger: 1 }, cha: { label: 'CHA', danger: 2 } }),
    list('hazard-status', {
      open: { label: 'Open', danger: 3 },
      closed: { label: 'Closed', danger: 1, towards_release: true },
    }),
    list('terrain', {
      land: { label: 'Land' },
      forest: { label: 'Forest', within: 'land' },
      pine: { label: 'Pine', within: 'forest' },
      water: { label: 'Water' },
    }),
    list('ordnance-category', {
      mine: { label: 'Mine' },
      'mine-ap': { label: 'Anti-personnel mine', within: 'mine' },
      uxo: { label: 'UXO' },
    }),
  ]),
};

/** A UUID from a small number. `family` keeps items, entries and people apart. */
export function id(family: string, n: number): Id {
  const hex = n.toString(16).padStart(12, '0');
  return `${family.padEnd(8, '0')}-0000-7000-8000-${hex}`;
}
export const item = (n: number): Id => id('1', n);
export const person = (n: number): Id => id('9', n);

let made = 0;
const next = (): Id => id('e', ++made);

export function named<E extends Entry>(entry: E): Named & { readonly entry: E } {
  return { ref: { id: entry.id, digest: digestOf(entry) }, entry };
}

export interface ReportForm {
  readonly id?: Id;
  readonly item?: Id;
  readonly kind?: string;
  readonly items?: Report['items'];
  readonly date?: Day;
  readonly from?: Day | null;
  readonly to?: Day;
  readonly said?: string;
  readonly source?: string;
  readonly corrects?: readonly Ref[];
  readonly waits?: string;
}

/** A report on one item; `claims` are property–value pairs or whole claims. */
export function report(
  form: ReportForm,
  ...claims: readonly (Omit<Claim, 'on'> & { on?: number })[]
): Named & { readonly entry: Report } {
  const date = form.date ?? form.to ?? '2020-06-01';
  return named({
    type: 'report',
    id: form.id ?? next(),
    programme: 'test',
    form: 'test',
    form_version: '1',
    date,
    when: { from: form.from === undefined ? date : form.from, to: form.to ?? date },
    by: person(1),
    written: '2024-01-01T00:00:00.000Z',
    source: { name: form.source ?? 'a source' },
    ...(form.said !== undefined && { said: { name: form.said } }),
    items: form.items ?? [{ id: form.item ?? item(1), kind: form.kind ?? 'hazardous-area' }],
    claims: claims.map((c) => ({ on: 0, ...c })),
    ...(form.corrects && { corrects: form.corrects }),
    ...(form.waits !== undefined && { waits: form.waits }),
  });
}

export interface DecisionForm {
  readonly id?: Id;
  readonly after?: readonly Ref[];
  readonly by?: Id;
  readonly written?: string;
}

export function decide(act: Act, form: DecisionForm = {}): Named & { readonly entry: Decision } {
  return named({
    type: 'decision',
    id: form.id ?? next(),
    programme: 'test',
    by: form.by ?? person(2),
    written: form.written ?? '2024-01-01T00:00:00.000Z',
    reason: 'as seen',
    after: form.after ?? [],
    ...act,
  } as Decision);
}

export const approve = (...reports: readonly Named[]): Named & { readonly entry: Decision } =>
  decide({ act: 'approve', reports: reports.map((r) => r.ref), step: 'review' });

export function rule(sets: Rule['sets'], value: unknown): Named & { readonly entry: Rule } {
  return named({
    type: 'rule',
    id: next(),
    programme: 'test',
    by: person(3),
    written: '2024-01-01T00:00:00.000Z',
    reason: 'so decided',
    after: [],
    sets,
    key: '',
    value,
  });
}

export const text = (t: string): Value => ({ type: 'text', text: t });
export const code = (c: string): Value => ({ type: 'code', code: c });
export const number = (n: number): Value => ({ type: 'number', number: n });
export const outline = (x: number, y: number, width = 1, height = 1): Omit<Claim, 'on'> => ({
  property: 'outline',
  value: { type: 'geometry', geometry: rectangle(x, y, width, height) },
});
