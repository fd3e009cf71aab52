/** How sure a text says something is: a code of its own words, never a judgement of ours. */
import { alleging, denying, suspecting } from './lexicon.ts';
import { isOpinion } from './opinion.ts';
import { isPlanned, isSupposed } from './planned.ts';
import type { Speaker } from './speakers.ts';
import type { Word } from './tag.ts';

export type Certainty =
  | 'asserted'
  | 'reported'
  | 'planned'
  | 'alleged'
  | 'denied'
  | 'conditional'
  | 'opinion';

/** What somebody says of another's deeds by these words is a charge. */
const BREACHES: ReadonlySet<string> = new Set([
  'violation',
  'violations',
  'violated',
  'breached',
  'atrocities',
]);
const BASELESS: ReadonlySet<string> = new Set(
  'unfounded baseless groundless false untrue fabricated'.split(' '),
);
/** "reports that … are baseless" */
const UNFOUNDED =
  /\b(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?|charges?)\b.* (?:is|are|was|were) (?:\p{L}+ly )?(?:unfounded|baseless|groundless|false|untrue|fabricated)\b/u;
const REPORTEDLY: ReadonlySet<string> = new Set(['reportedly', 'apparently']);

/** `verb`: the speaker's, where somebody is said to say it. `relayed`: somebody else's words handed on. */
export function certaintyOf(
  words: readonly Word[],
  speaker: Speaker,
  verb: string | null,
  relayed: boolean,
  headline = false,
): Certainty {
  const lower = words.map((w) => w.text.toLowerCase());
  const has = (set: ReadonlySet<string>) => lower.some((w) => set.has(w));
  const handedOn = relayed || speaker.kind === 'outlet-relaying' || speaker.kind === 'document';
  const sourced: Certainty = handedOn ? 'reported' : 'asserted';
  if (/^(?:calling|describing|branding|labelling|labeling|dubbing)$/.test(lower[0] ?? '')) return 'opinion';
  // "declined to say when": it is told that nothing was said
  if (
    lower
      .slice(0, 8)
      .some(
        (w, i) =>
          /^(?:declined|declines|refused|neither)$/.test(w) &&
          i < 8 &&
          lower.some((x) => /^(?:say|comment|confirm|confirmed|confirms|disclose|answer)$/.test(x)),
      )
  )
    return sourced;
  if (has(denying) || verb === 'dispute' || (has(BASELESS) && UNFOUNDED.test(lower.join(' '))))
    return 'denied';
  if (verb !== null && CHARGING.has(verb) && speaker.kind !== 'outlet') return 'alleged';
  if (isCharge(lower)) return 'alleged';
  if (verb !== null && speaker.kind !== 'outlet' && has(BREACHES)) return 'alleged';
  if (has(REPORTEDLY)) return 'reported';
  // "Should the licence be granted, …"
  if (/^(?:[Ii]f|[Uu]nless|Should|Were|Had)$/.test(words[0]?.text ?? '')) return 'conditional';
  if (verb === 'hope' || verb === 'expect') return 'planned';
  if (isOpinion(words, lower, verb)) return 'opinion';
  if (speaker.kind === 'unnamed' && !relayed && lower.slice(0, 12).includes('will')) return 'planned';
  if (isPlanned(words, lower, verb)) return 'planned';
  if (isSupposed(words, lower)) return 'conditional';
  if (headline && isUntensed(words)) return 'planned';
  if (handedOn) return 'reported';
  return isToCome(lower, speaker, verb) ? 'planned' : 'asserted';
}

const CHARGING: ReadonlySet<string> = new Set(['accuse', 'allege', 'claim', 'blame']);

/** "is believed to have laid", "allegedly", "is suspected"; a suspected area is a term of the field and no charge. */
function isCharge(lower: readonly string[]): boolean {
  return lower.some(
    (w, i) =>
      (alleging.has(w) &&
        !(
          /^suspected$/.test(w) &&
          /^(?:hazard\w*|mined|mine\w*|areas?|land|contaminat\w*|ordnance|locations?)$/.test(
            lower[i + 1] ?? '',
          )
        )) ||
      (suspecting.has(w) &&
        lower[i + 1] === 'to' &&
        /^(?:is|are|was|were|been|also|widely)$/.test(lower[i - 1] ?? '')) ||
      (/^(?:accused|blamed)$/.test(w) &&
        [1, 2, 3].some((n) => /^(?:is|are|was|were|been|being)$/.test(lower[i - n] ?? ''))),
  );
}

/** A headline's future: "Norway to give up mines". */
const isUntensed = (words: readonly Word[]) =>
  !words.some((w) => w.pos === 'AUX' || (w.pos === 'VERB' && /(?:s|ed)$/.test(w.text))) &&
  words.some((w, i) => w.text === 'to' && words[i + 1]?.pos === 'VERB');

/** What is said without doubt, but of a time to come. */
function isToCome(lower: readonly string[], speaker: Speaker, verb: string | null): boolean {
  const at = lower.slice(0, 12).indexOf('will');
  if (at < 0) return false;
  const ofOwn = speaker.kind === 'official-named' || speaker.kind === 'state';
  return verb === null || verb === 'announce' || ofOwn || OWN.test(lower[at - 1] ?? '');
}
const OWN = /^(?:it|they|we|i|he|she)$/;
