/**
 * How alike two texts are, from a short signature of each. A text is the set of its runs of three words; the share of runs two
 * texts have in common is estimated by the share of equal places in their signatures (MinHash; A. Broder, On the resemblance
 * and containment of documents, 1997). Signatures are cut into bands: texts that are alike agree in at least one band, so an
 * index over bands finds them without looking at the others (locality-sensitive hashing).
 */
import { readArticle } from './article.ts';

/** Counts up when the same text would get another signature: an index of an older one is made anew. */
export const SKETCH_VERSION = 1;

const RUN = 3;
const BANDS = 24;
/** Places a band: two texts with share s of runs in common meet in some band with probability 1 - (1 - s³)²⁴. */
const ROWS = 3;
const PLACES = BANDS * ROWS;

export interface Sketch {
  /** how many different runs of words the text has */
  readonly runs: number;
  /** 72 numbers below 2³² */
  readonly places: readonly number[];
}

export interface Likeness {
  /** of the runs of words of either text, the estimated share both have, 0 to 1 */
  readonly alike: number;
  /** of the shorter text, the estimated share that stands in the longer one, 0 to 1 */
  readonly within: number;
}

/** Mixes 32 bits so that each depends on all (the finaliser of MurmurHash3, A. Appleby, public domain). */
function mixed(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const SEEDS = Array.from({ length: PLACES }, (_, i) => mixed(Math.imul(i + 1, 0x9e3779b9)));

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Words; of scripts written without spaces each character. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

/** The hashes of all runs of words. What stands around an article (links, disclaimers) is no part of the story. */
function runsOf(text: string): ReadonlySet<number> {
  const story = readArticle(text).blocks.filter((b) => b.type === 'body' || b.type === 'headline');
  const told = story.length === 0 ? text : story.map((b) => b.text).join('\n');
  const words = (told.normalize('NFKC').toLowerCase().match(WORD) ?? []).map(hashOf);
  const runs = new Set<number>();
  for (let i = 0; i + RUN <= words.length; i++) {
    let h = 0;
    for (let j = 0; j < RUN; j++) h = mixed(Math.imul(h, 31) ^ (words[i + j] ?? 0));
    runs.add(h);
  }
  return runs;
}

/** The signature of a text; null when it has fewer than three words. */
export function sketchOf(text: string): Sketch | null {
  const runs = runsOf(text);
  if (runs.size === 0) return null;
  const places = new Array<number>(PLACES).fill(0xffffffff);
  for (const run of runs) {
    for (let i = 0; i < PLACES; i++) {
      const h = mixed(run ^ (SEEDS[i] ?? 0));
      if (h < (places[i] ?? 0)) places[i] = h;
    }
  }
  return { runs: runs.size, places };
}

/** The keys an index finds a text by: one a band, whole numbers below 2⁵³. */
export function bandsOf({ places }: Sketch): readonly number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let [high, low] = [mixed(band), mixed(~band)];
    for (let row = 0; row < ROWS; row++) {
      const place = places[band * ROWS + row] ?? 0;
      high = mixed(Math.imul(high, 31) ^ place);
      low = mixed(Math.imul(low, 37) ^ place);
    }
    return (high >>> 11) * 0x1_0000_0000 + low;
  });
}

/** How alike two texts are, by their signatures. */
export function likeness(a: Sketch, b: Sketch): Likeness {
  const alike = a.places.filter((place, i) => place === b.places[i]).length / PLACES;
  const shared = (alike * (a.runs + b.runs)) / (1 + alike);
  return { alike, within: Math.min(1, shared / Math.min(a.runs, b.runs)) };
}

/**
 * Whether two texts tell one story in the same words: half of all their runs are common, or most of the shorter one stands in
 * the longer. Two reporters on one event share far less; a wire story shortened by one site and framed by another has more.
 */
export function isSameStory({ alike, within }: Likeness): boolean {
  return alike >= 0.5 || (alike >= 0.15 && within >= 0.7);
}
