/**
 * Words proposed for the record without the names of private people (design, law 9): what a resident or a teacher said goes
 * into it, their name stands in the quote alone, where only those find it who may. Who is accused goes by office only, so of a
 * charge every name is left out. "…" stands where a name stood.
 */
import { offices } from './lexicon.ts';
import { personIn } from './speakers.ts';

/** Behind these a capitalised name is a place: "near Oddar Meanchey". */
const PLACED =
  /\b(?:in|at|near|around|outside|inside|across|along|between|into|from|towards?|north|south|east|west|village|town|city|province|district|region)(?: of)?(?: the)?\s*$/i;
const OFFICE = 60;
/** More names than one clause has. */
const MOST = 12;

/** `everyone`: also who is named with an office. `speaker`: a private person whose last name may stand alone. */
export function withoutNames(text: string, everyone: boolean, speaker: string | null): string {
  let done = '';
  let rest = text;
  // of a headline whose every word is written large no name can be told: it stays for a person to read
  const most = !everyone && isHeadline(text, 4) ? 0 : MOST;
  for (let n = 0; n < most; n++) {
    const name = personIn(rest);
    const at = name === null ? -1 : rest.indexOf(name);
    if (name === null || at < 0) break;
    const before = done + rest.slice(0, at);
    const stays = PLACED.test(before) || (!everyone && offices.test(before.slice(-OFFICE)));
    done = before + (stays ? name : '…');
    rest = rest.slice(at + name.length);
  }
  const last = speaker?.split(' ').at(-1) ?? '';
  const words = done + rest;
  return last.length < 3
    ? words
    : words.replace(new RegExp(`(?<!\\p{L})${last.replace(/[^\p{L}]/gu, '.')}(?!\\p{L})`, 'gu'), '…');
}

/** It has more than `least` longer words, and most of them are written large. */
export function isHeadline(text: string, least: number): boolean {
  const words = text.match(/\p{L}{4,}/gu) ?? [];
  return words.length > least && words.filter((w) => /^\p{Lu}/u.test(w)).length > words.length * 0.75;
}
