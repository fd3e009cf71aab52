/** Views with values as given, for the tests of figures. */
import { builtIn } from '../record/kinds.ts';
import type { Value } from '../report/entry.ts';
import type { ItemView, Standing, State } from '../report/view.ts';
import { id } from '../report/worlds.testing.ts';

export const day = (from: string, to = from): Value => ({ type: 'date', span: { from, to } });

let made = 0;
/** A view of these values: several on one property are in dispute, the first is shown. */
export function view(
  kind: string,
  values: Readonly<Record<string, Value | readonly Value[]>>,
  standing: ItemView['standing'] = 'live',
  reports: readonly Standing[] = [standing === 'live' ? 'live' : 'pending'],
): ItemView {
  made += 1;
  const own = id('1', made);
  const known = builtIn.kinds.get(kind);
  return {
    id: own,
    kind,
    joined: [own],
    standing,
    disputed: false,
    contested: [],
    reports: reports.map((s, n) => ({ id: id('2', made * 10 + n), standing: s, date: '2026-03-10' })),
    properties: Object.entries(values).map(([property, given]) => {
      const [value, ...others] = Array.isArray(given) ? (given as readonly Value[]) : [given as Value];
      const state: State = others.length > 0 ? 'disputed' : standing === 'live' ? 'settled' : 'pending';
      return {
        property,
        definition: known?.properties[property]?.definition ?? '',
        value: value ?? null,
        state,
        claim: null,
        remaining: others.map((v, n) => ({
          claim: { report: id('2', n), n },
          value: v,
          when: { from: null, to: '2026-03-10' },
          voice: 'x',
          source: 'x',
          standing: 'live' as const,
        })),
        earlier: [],
      };
    }),
  };
}
