import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtIn } from '../record/kinds.ts';
import { canonical } from '../report/canonical.ts';
import { sealPersonal } from '../report/commitment.ts';
import type { DraftReport, PersonalValue } from '../report/draft.ts';
import type { Report, Value } from '../report/entry.ts';
import { checkPersonal } from './check-personal.ts';

const id = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

function sealed(value: Value): DraftReport {
  const report: Report = {
    type: 'report',
    id: id(1),
    programme: 'orlia',
    form: 'f',
    form_version: '1',
    date: '2024-01-01',
    when: { from: null, to: '2024-01-01' },
    by: id(9),
    written: '2024-01-01T00:00:00.000Z',
    source: { name: 'hospital' },
    items: [{ id: id(2), kind: 'victim' }],
    claims: [{ on: 0, property: 'name', value }],
  };
  return sealPersonal(report, builtIn, () => '0123456789abcdef'.repeat(2));
}

const draft = sealed({ type: 'text', text: 'N. N.' });
const [value] = draft.personal as [PersonalValue];
const codeOf = (d: DraftReport) => checkPersonal(d, builtIn)?.code ?? null;

test('values that the commitments stand for are taken, and so is a report that comes without its values', () => {
  assert.equal(codeOf(draft), null);
  assert.equal(codeOf({ ...draft, personal: [] }), null);
});

test('a value of another report, of no sealed claim, sent twice, or not the one committed to is refused', () => {
  const wrong: readonly (readonly PersonalValue[])[] = [
    [{ ...value, report: id(7) }],
    [{ ...value, n: 3 }],
    [value, value],
    [{ ...value, value: canonical({ type: 'text', text: 'Somebody else' }) }],
    [{ ...value, salt: 'f'.repeat(32) }],
  ];
  for (const personal of wrong) assert.equal(codeOf({ ...draft, personal }), 'personal-value-wrong');
});

test('a value that cannot be read, or is not of the property’s type, is refused without being repeated', () => {
  const number = sealed({ type: 'number', number: 424242 });
  assert.equal(codeOf(number), 'value-type-wrong');
  assert.equal(JSON.stringify(checkPersonal(number, builtIn)).includes('424242'), false);
});
