import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SpeakerKind, speakerOf } from './speakers.ts';

test('who a name or description speaks for', () => {
  const rows: Readonly<Partial<Record<SpeakerKind, readonly string[]>>> = {
    'official-named': [
      'the deputy governor',
      "Benin's interior minister",
      'the UN special rapporteur',
      'Col. Ahmed al-Placeholder',
      'the director of the national demining agency',
    ],
    'person-named': ['Jane Placeholder of Example Watch', 'Dr Placeholder'],
    unnamed: ['a deputy minister', 'two former officials', 'three people with knowledge of the matter'],
    organisation: ['Example Rights Group', 'the M23 group', 'the company', 'an Example Trust spokesperson'],
    state: ['the transitional authorities', 'Whitehall', 'the Tatmadaw', 'a foreign ministry spokeswoman'],
    document: ['a letter seen by Example Zeitung', 'the verdict', 'official data'],
    'outlet-relaying': ['the daily Example Aftenblad', 'the state agency Azertac', 'Le Figaro'],
  };
  for (const [kind, phrases] of Object.entries(rows))
    for (const phrase of phrases ?? []) assert.equal(speakerOf(phrase, new Map(), null).kind, kind, phrase);
});
