/**
 * What a record is called by words of a text, when nobody typed a name (design, law 9). A name is read more widely than the
 * quote it comes from, so nobody's stands in it: of words written large only those stay that surely name no person (states,
 * known bodies and outlets, offices, ordinary words that begin a sentence, places said to be places), and "…" stands for the
 * rest. Where large and small letters tell nothing, as in a headline or in Arabic, there is no such name: the record goes by
 * its kind until a person names it.
 */
import { bodies, governments, offices, outlets } from './lexicon.ts';
import { statesIn } from './states.ts';
import { isHeadline, withoutNames } from './without-names.ts';

const LONGEST = 80;
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'.-]*/gu;
const LARGE = /\p{Lu}/u;
const NO_CASE = /\p{Lo}/u;
const KNOWN = [bodies, governments, outlets, offices].map(
  (form) => new RegExp(form, `g${form.flags.replace(/[gi]/g, '')}`),
);
/** Dates, and short forms and designations: "6 October 2026", "UN", "POM-3". No initials: "J." */
const SIGNS =
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d+|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?<![\p{L}\p{N}-])(?:\p{Lu}{2,3}|[\p{Lu}\d-]*\p{Lu}-?\d[\p{L}\d-]*)(?![\p{L}\p{N}-])/gu;
/** Words that begin a sentence or stand in the names of treaties and bodies, and that nobody is called by. */
const ORDINARY =
  /^(?:A|An|The|This|That|These|Those|It|Its|He|His|She|Her|They|Their|We|Our|I|You|Who|Which|What|Some|Many|Most|More|All|Both|Each|Every|No|Not|None|Neither|Either|Nor|Or|Another|Other|Others|Several|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|About|At|By|In|On|Of|For|From|To|With|Without|Within|Under|Over|After|Before|Since|During|Until|While|When|Where|If|As|But|And|Because|Although|There|Then|Last|Next|Nearly|Almost|Only|Also|Around|Near|Between|Against|Along|Across|Mines?|Landmines?|Anti-?personnel|Anti-?tank|Anti-?vehicle|Cluster|Munitions?|Bombs?|Bomblets?|Weapons?|Missiles?|Explosives?|Ordnance|Remnants|Blasts?|Explosions?|Accidents?|Casualties|Victims?|Survivors?|Civilians?|Children|Boys?|Girls?|Men|Women|People|Villagers?|Residents|Farmers?|Soldiers?|Troops|Forces?|Rebels?|Police|Army|Officials?|Authorities|Deminers?|Experts?|Researchers?|Witnesses|Ban|Treaty|Treaties|Convention|Protocol|Conventional|Certain|States|Party|Parties|Ottawa|Ministry|Defen[cs]e|Foreign|Government|Parliament|Land|Clearance|Stockpiles?|Areas?)$/u;
/** Behind these a name is a place's, and hardly a person's: of "near" and "from" nobody can tell. */
const PLACED =
  /\b(?:in|(?:village|town|city|province|district|region|governorate|north|south|east|west) of)(?: the)? $/iu;

/** Null where no words are left to call it by. Of a name it gave it gives the same or less. */
export function recordName(words: string): string | null {
  const plain = words.replace(/\s+/g, ' ').trim();
  if (NO_CASE.test(plain) || isHeadline(plain, 1)) return null;
  const name = shortened(masked(plain));
  return (name.match(/\p{L}{3,}/gu) ?? []).length > 1 ? name : null;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly stays: boolean;
}

function masked(text: string): string {
  const states = statesIn(text).map(({ as, index }) => ({ start: index, end: index + as.length }));
  const found = (form: RegExp) =>
    [...text.matchAll(form)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const known = KNOWN.flatMap(found);
  const loose = [...states, ...found(SIGNS)];
  const within = (all: readonly Pick<Piece, 'start' | 'end'>[], at: number) =>
    all.some(({ start, end }) => start <= at && at < end);
  const pieces: Piece[] = [];
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    const end = start + word.replace(/['.-]+$/u, '').length;
    if (!LARGE.test(word)) continue;
    const before = pieces.at(-1);
    // words written large side by side are one name, but for what stands before it: "Minister …", "The …"
    const goesOn = before !== undefined && text.slice(before.end, start).trim() === '';
    const itself = text.slice(start, end);
    const stays =
      goesOn && !before.stays
        ? false
        : ORDINARY.test(itself) ||
          within(known, start) ||
          within(loose, start) ||
          isPlaced(text, start, itself) ||
          (goesOn && isPlaced(text, before.start, itself));
    // somebody may be called Jordan, ALI or May
    if (!stays && goesOn && before.stays && within(loose, before.start) && !within(known, before.start))
      pieces[pieces.length - 1] = { ...before, stays: false };
    pieces.push({ start, end, stays });
  }
  const left = pieces
    .filter((p) => !p.stays)
    .reduceRight((now, { start, end }) => `${now.slice(0, start)}…${now.slice(end)}`, text);
  return left.replace(/…(?:[\s.-]*…)+/gu, '…');
}

/** "in Kabul", but not "in Daoud’s field". */
function isPlaced(text: string, start: number, word: string): boolean {
  return PLACED.test(text.slice(0, start)) && !/[’']s$/u.test(word);
}

function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')}…`;
}

/** Whether a name that a person typed holds a word of the name of somebody in the passage. `speaker`: where it is a person. */
export function namesSomebody(name: string, passage: string, speaker: string | null): boolean {
  const stay = new Set(wordsIn(withoutNames(passage, true, speaker)));
  const people = new Set([...wordsIn(passage).filter((w) => !stay.has(w)), ...wordsIn(speaker ?? '')]);
  return wordsIn(name).some((w) => people.has(w));
}

/** Words as they are compared, but for the shortest, which are initials and particles. */
export function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]{3,}/gu) ?? []
  );
}
