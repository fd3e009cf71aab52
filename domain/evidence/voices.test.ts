import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggest } from './suggest.ts';

/** Kind and name of who speaks, for the claim whose span has these words. */
const voiceOf = (text: string, words: string) => {
  const found = suggest(text, { publisher: 'Coastal Post', published: '2025-03-04' });
  const s = found.find(({ span }) => span.text.includes(words));
  assert.ok(s, `${words}: ${found.map((f) => f.span.text).join(' / ')}`);
  return `${s.speaker_kind}: ${s.speaker}`;
};

test('a quotation of several sentences belongs whole to whoever is named behind it', () => {
  const text =
    'Roads were closed.\n\n"The convoy carried old stock. Most of it was burnt in 2019. None of it was sold," Foreign Minister Anna Example said.\n';
  for (const words of ['old stock', 'burnt', 'sold'])
    assert.equal(voiceOf(text, words), 'official-named: Anna Example');
});

test('a quotation goes on behind its speaker', () => {
  const text =
    '"We found two," said Anna Example, who runs the charity Example Fields. "The first was rusty. The second was under a wall."\n';
  for (const words of ['found two', 'rusty', 'under a wall'])
    assert.equal(voiceOf(text, words), 'person-named: Anna Example');
});

test('whoever is introduced with an office has it under the last name, the office, and a title with the first name', () => {
  const text =
    'Ana Sample-Reed, minister for ports, answered questions for an hour. Dame Petra Test, the committee’s chair, listened.\n\n' +
    'Sample-Reed said the port handled 40 crates. The clerk, Bo Sample of the charity Example Fields, said the crates were opened.\n\n' +
    'The port closed in 2020, the minister said. Two lists are missing, Dame Petra said.\n';
  assert.equal(voiceOf(text, '40 crates'), 'official-named: Ana Sample-Reed');
  assert.equal(voiceOf(text, 'closed in 2020'), 'official-named: Ana Sample-Reed');
  assert.equal(voiceOf(text, 'lists are missing'), 'official-named: Petra Test');
});

test('a member of parliament is known by party and place in brackets; who only advises a minister holds no office', () => {
  const text =
    'Ina Sample (Example Party, Harbour East) said the depot was shut in 2021. Ola Test, a lawyer who advises the minister, said it was empty.\n';
  assert.equal(voiceOf(text, 'shut in 2021'), 'official-named: Ina Sample');
  assert.equal(voiceOf(text, 'was empty'), 'person-named: Ola Test');
});

test('an office without a name is whom the next sentence names; otherwise it stays nobody', () => {
  const named =
    'A roads minister said on Monday that she had seen no list.\n\nAna Sample, minister for roads, faced questions.\n';
  assert.equal(voiceOf(named, 'seen no list'), 'official-named: Ana Sample');
  const other =
    'A deputy minister said she had seen no list.\n\nThe sea was calm. Ana Sample, minister for roads, was away.\n';
  assert.match(voiceOf(other, 'seen no list'), /^(?!official-named: Ana)/);
});

test('a report is its paper’s, also where its source stands between, and of "the paper" later', () => {
  const text =
    'The private broadcaster Example TV reported last week, citing a letter from the port, that the crates were moved at night.\n\n' +
    'The broadcaster, citing two guards who saw them, said the crates held shells.\n';
  assert.equal(voiceOf(text, 'moved at night'), 'outlet-relaying: Example TV');
  assert.equal(voiceOf(text, 'held shells'), 'outlet-relaying: Example TV');
});
