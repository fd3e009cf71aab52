/** A report that says something of one item, for the tests of what may be approved and what is to be looked at. */
import type { Claim, Report } from '../report/entry.ts';

export const area = '00000000-0000-7000-8000-000000000001';

export function reportedOf(claims: readonly Claim[], more: Partial<Report> = {}): Report {
  return {
    type: 'report',
    id: '00000000-0000-7000-8000-000000000002',
    programme: 'test',
    form: 'form',
    form_version: '1',
    date: '2024-05-01',
    when: { from: null, to: '2024-05-01' },
    by: '00000000-0000-7000-8000-000000000003',
    written: '2024-05-01T08:00:00.000Z',
    source: { name: 'test' },
    items: [{ id: area, kind: 'hazardous-area' }],
    claims,
    ...more,
  };
}
