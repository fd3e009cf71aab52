import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lemmaOf } from './lemma.ts';

test('forms of the verbs people speak and judge by', () => {
  const forms: Readonly<Record<string, string>> = {
    said: 'say',
    Says: 'say',
    told: 'tell',
    notes: 'note',
    denied: 'deny',
    denies: 'deny',
    emphasizing: 'emphasize',
    admitted: 'admit',
    warns: 'warn',
    accused: 'accuse',
    criticised: 'criticise',
    were: 'be',
    reduces: 'reduce',
    slowing: 'slow',
  };
  for (const [form, verb] of Object.entries(forms)) assert.equal(lemmaOf(form), verb, form);
});
