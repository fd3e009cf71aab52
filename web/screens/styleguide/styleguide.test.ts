import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const from = (path: string) => new URL(path, import.meta.url);

test('every component is shown on the page of the components', () => {
  const components = readdirSync(from('../../ui')).filter((name) => name.endsWith('.tsx'));
  const shown = readdirSync(from('.'))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(from(name), 'utf8'))
    .join('\n');
  assert.ok(components.length > 15);
  assert.deepEqual(
    components.filter((name) => !shown.includes(`'../../ui/${name}'`)),
    [],
  );
});
