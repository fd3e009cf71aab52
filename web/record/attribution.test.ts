import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceName } from './attribution.ts';

test('a source is called by its name, without the address it was found at; one that is only an address by that', () => {
  assert.equal(sourceName('The Dale Post <https://dale.example/a?b=1>'), 'The Dale Post');
  assert.equal(sourceName('https://dale.example'), 'https://dale.example');
  assert.equal(sourceName('<https://dale.example>'), '<https://dale.example>');
  assert.equal(sourceName('Depth < 20 cm, a survey'), 'Depth < 20 cm, a survey');
});
