import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import test from 'node:test';
import { columnsOf } from './columns.ts';
import { documentation } from './documentation.ts';
import type { hazardousArea } from './hazardous-area.ts';
import { builtIn } from './kinds.ts';
import type { Values } from './typed.ts';

const file = new URL('../../docs/records.md', import.meta.url);

test('docs/records.md says what the definitions say (TILTH_WRITE_DOCS=1 writes it)', () => {
  const text = documentation(builtIn);
  if (process.env.TILTH_WRITE_DOCS === '1') writeFileSync(file, text);
  assert.equal(readFileSync(file, 'utf8'), text);
});

test('every kind, property and list is in the documentation', () => {
  const text = documentation(builtIn);
  for (const [name, kind] of builtIn.kinds) {
    assert.ok(text.includes(`(\`${name}\`)`), name);
    for (const property of Object.keys(kind.properties))
      assert.ok(text.includes(`| \`${property}\` |`), property);
  }
  for (const name of builtIn.lists.keys()) assert.ok(text.includes(`<a id="${name}-list"></a>`), name);
});

test('no row of a table is broken by a bar or a line break', () => {
  for (const line of documentation(builtIn)
    .split('\n')
    .filter((l) => l.startsWith('| `'))) {
    const bars = line.replace(/\\\|/g, '').split('|').length - 1;
    assert.ok(bars === 4 || bars === 9, line);
  }
});

test('columns have unique names; a point gives longitude and latitude, an outline gives WKT', () => {
  for (const kind of builtIn.kinds.values()) {
    const names = columnsOf(kind).map((c) => c.name);
    assert.equal(new Set(names).size, names.length, kind.name);
  }
  const find = builtIn.kinds.get('find');
  const hazard = builtIn.kinds.get('hazardous-area');
  assert.ok(find && hazard);
  const names = columnsOf(find).map((c) => c.name);
  assert.ok(names.includes('position_longitude') && names.includes('position_latitude'));
  assert.ok(columnsOf(hazard).some((c) => c.name === 'outline_wkt' && c.hxl === '#geo+coord+wkt'));
});

test('TypeScript knows what a kind takes', () => {
  const values: Values<typeof hazardousArea.properties> = {
    hazard_class: { type: 'code', code: 'sha' },
    reported_area: { type: 'number', number: 5 },
    // @ts-expect-error an area is a number
    stated_remaining_area: { type: 'text', text: 'five' },
  };
  assert.equal(Object.keys(values).length, 3);
});
