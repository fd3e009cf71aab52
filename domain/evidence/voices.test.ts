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

const sureOf = (text: string, words: string) =>
  suggest(text, { publisher: 'Coastal Post', published: '2025-03-04' }).find(({ span }) =>
    span.text.includes(words),
  )?.certainty;

test('who speaks behind a load with its price is the one named there, and it is planned', () => {
  const text = 'The load, worth some 3 million euros, is expected to leave in May, said one of the guards.\n';
  assert.equal(voiceOf(text, 'expected to leave'), 'unnamed: one of the guards');
  assert.equal(voiceOf(text, '3 million'), 'unnamed: one of the guards');
  assert.equal(sureOf(text, 'expected to leave'), 'planned');
});

test('what somebody grants with "although" is still theirs, and a dispute is a denial', () => {
  const text =
    'A guard said the yard was never searched although the chief had promised a survey. The Libyan Mine Action Centre disputes this.\n';
  assert.equal(voiceOf(text, 'promised a survey'), 'unnamed: A guard');
  assert.equal(voiceOf(text, 'disputes this'), 'organisation: The Libyan Mine Action Centre');
  assert.equal(sureOf(text, 'disputes this'), 'denied');
  assert.equal(sureOf('Reports that a bridge was mined are baseless, she said.\n', 'baseless'), 'denied');
});

test('a paper by a firm speaks for itself, and the figures of an authority for the authority', () => {
  assert.match(
    voiceOf('The fuse fails in one winter, according to a brochure by the maker, Example Works.\n', 'fuse'),
    /^document: /,
  );
  assert.equal(
    voiceOf('In 2024, 31 people were hurt, according to the national authority’s figures.\n', '31 people'),
    'organisation: the national authority',
  );
});

test('a report that set something off is told by its paper', () => {
  const text =
    'The inquiry opened after the weekly Example Week reported in May that 80 crates had been flown in.\n';
  assert.equal(voiceOf(text, '80 crates'), 'outlet-relaying: Example Week');
});

test('a headline of two news is two claims, and its future a plan whoever tells of it', () => {
  const text =
    'Norway to ship 40 trucks to Latvia by May, officials say; bridge shut after a find\n\nThe bridge is old.\n';
  assert.equal(sureOf(text, '40 trucks'), 'planned');
  assert.ok(suggest(text).some(({ span }) => span.text === 'bridge shut after a find'));
});

test('a share of those counted before is told by whoever counted, and a call before a question is read', () => {
  const text =
    'Civilians were 84 percent of those hurt in 2023, according to the Landmine Monitor. Over a third were children.\n\nNorway must be told one thing: who pays?\n';
  assert.equal(voiceOf(text, 'Over a third'), 'organisation: the Landmine Monitor');
  assert.equal(sureOf(text, 'must be told'), 'opinion');
});

test('a clause without its verb is a claim of its own, with the day reckoned from the one before', () => {
  const text = 'Norway’s notice took effect on March 27, 2025, and Chad’s two weeks later.\n';
  const made = suggest(text, { publisher: 'Coastal Post', published: '2025-06-04' });
  assert.deepEqual(
    made.map((s) => [s.span.text, s.event_date]),
    [
      ['Norway’s notice took effect on March 27, 2025', '2025-03-27'],
      ['Chad’s two weeks later', '2025-04-10'],
    ],
  );
});

test('in the report of a mission "the Mission" is whoever publishes it; who calls a step something is not the step', () => {
  const text =
    'The Mission recorded 40 attacks in 2024.\n\nThe Mission calls on all sides to stop. It was a step that the opposition called "a gift".\n';
  const made = suggest(text, { publisher: 'United Nations Mission in Chad', published: '2025-03-04' });
  assert.equal(
    made.find((s) => s.span.text.includes('calls on'))?.speaker,
    'United Nations Mission in Chad (own voice)',
  );
  assert.equal(made.find((s) => s.span.text.includes('a gift'))?.speaker, 'the opposition');
});

test('"it" behind a paper is the paper, "I" in a quotation its speaker, and "he" somebody the sentence before described', () => {
  const text =
    'Ana Sample quoted from a leaked memo. It warned in May that the yard was full.\n\n' +
    '"The list is false," said Bo Test. "I think it was copied."\n\n' +
    'A road engineer who knows the yard was blunt. "The fuse fails in winter," he said.\n\n' +
    'Residents, some of whom had fled, said soldiers laid mines at the school.\n';
  assert.equal(voiceOf(text, 'yard was full'), 'document: a leaked memo');
  assert.equal(voiceOf(text, 'it was copied'), 'person-named: Bo Test');
  assert.equal(voiceOf(text, 'fuse fails'), 'unnamed: A road engineer');
  assert.equal(voiceOf(text, 'mines at the school'), 'unnamed: Residents');
});

test('"the ministry" of a ministry’s statement is the ministry', () => {
  const made = suggest('The ministry asks herders to report finds.\n', {
    publisher: 'Ministry of Defence of Chad',
  });
  assert.equal(made[0]?.speaker, 'Ministry of Defence of Chad (own voice)');
});

test('what somebody had found is no speech of theirs', () => {
  const text =
    'In the worst case, on 7 February, five boys aged between 9 and 14 died when a shell they had found went off.\n';
  assert.equal(voiceOf(text, 'five boys'), 'outlet: Coastal Post (own voice)');
});
