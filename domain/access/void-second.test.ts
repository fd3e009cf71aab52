import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rule } from '../report/entry.ts';
import { decide, item, person, rule } from '../report/worlds.testing.ts';
import { type Member, voidsAlone } from './void-second.ts';

const alone = decide({ act: 'void', of: { item: item(1) }, evidence: 'the sheet' }, { by: person(1) }).entry;
const asking = decide({ act: 'void', of: { item: item(1) }, evidence: 'the sheet', second: true }).entry;
const me: Member = { id: person(1), role: 'administrator' };
const reviewer: Member = { id: person(2), role: 'reviewer' };
const collector: Member = { id: person(3), role: 'collector' };
const code = (rules: readonly Rule[], members: readonly Member[]) =>
  voidsAlone(alone, rules, members)?.code ?? null;
const says = (value: unknown): Rule => rule('void-second', value).entry;

test('without a rule a void needs a second person where the programme has one who may void', () => {
  assert.equal(code([], [me, reviewer]), 'void-needs-second');
  assert.equal(code([], [me, collector]), null);
  assert.equal(voidsAlone(asking, [], [me, reviewer]), null);
});

test('the programme’s rule goes before that, and of two that differ the one that asks', () => {
  assert.equal(code([says(true)], [me]), 'void-needs-second');
  assert.equal(code([says(false)], [me, reviewer]), null);
  assert.equal(code([says(false), says(true)], [me, reviewer]), 'void-needs-second');
  assert.equal(code([says(null)], [me, reviewer]), 'void-needs-second');
});
