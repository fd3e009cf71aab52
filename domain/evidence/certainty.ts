/** How sure a text says something is: a code of its own words, never a judgement of ours. */
import {
  alleging,
  denying,
  feeling,
  judged,
  judging,
  normative,
  planning,
  supposing,
  suspecting,
} from './lexicon.ts';
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
  if (/^(?:calling|describing|branding|labelling|labeling|dubbing)$/.test(lower[0] ?? '')) return 'opinion';
  if (verb !== null && ['deny', 'reject', 'refute', 'dismiss'].includes(verb)) return 'denied';
  if (has(denying)) return 'denied';
  if (verb !== null && ['accuse', 'allege', 'claim'].includes(verb) && speaker.kind !== 'outlet')
    return 'alleged';
  if (has(alleging)) return 'alleged';
  // "is believed to have laid"
  if (
    lower.some(
      (w, i) =>
        suspecting.has(w) &&
        lower[i + 1] === 'to' &&
        /^(?:is|are|was|were|been|also)$/.test(lower[i - 1] ?? ''),
    )
  )
    return 'alleged';
  if (verb !== null && speaker.kind !== 'outlet' && has(BREACHES)) return 'alleged';
  if (has(REPORTEDLY)) return 'reported';
  const main = lower.slice(0, 12);
  if (lower[0] === 'if') return 'conditional';
  // "called the vote a farce", but not "called on", "called for"
  if (
    verb === 'call' &&
    lower.some((w, i) => /^call(?:s|ed)?$/.test(w) && !/^(?:on|for|off|upon)$/.test(lower[i + 1] ?? ''))
  )
    return 'opinion';
  if (speaker.kind === 'unnamed' && !relayed && main.includes('will')) return 'planned';
  if (verb !== null && /^(?:hope|expect)$/.test(verb)) return 'planned';
  if (lower.slice(0, 6).includes('i') && words.some((w) => judging.has(w.lemma))) return 'opinion';
  if (main.some((w) => feeling.has(w)) && words.some((w) => w.pos === 'VERB' && feeling.has(w.text)))
    return 'opinion';
  if (main.some((w) => normative.has(w))) return 'opinion';
  const be = main.findIndex((w) =>
    ['is', 'are', 'was', 'were', 'be', 'remains', 'called', 'calls', 'described'].includes(w),
  );
  if (
    (verb !== null && judging.has(verb)) ||
    ((be >= 0 || lower.includes('as')) && lower.some((w) => judged.has(w)))
  )
    return 'opinion';
  if (
    words
      .slice(0, 10)
      .some(
        (w) =>
          (w.pos === 'VERB' || w.pos === 'ADJ' || /ing$/i.test(w.text)) && planning.has(w.text.toLowerCase()),
      )
  )
    return 'planned';
  // "Training is to begin"
  if (words.slice(0, 10).some((w, i) => /^(?:is|are)$/.test(w.text) && lower[i + 1] === 'to'))
    return 'planned';
  const first = (lower[0] ?? '').replace(/ing$/, '');
  if (/ing$/.test(lower[0] ?? '') && (judging.has(first) || judging.has(`${first}e`))) return 'opinion';
  if (
    verb !== null &&
    /^(?:announce|pledge|promise|vow)$/.test(verb) &&
    main.some((w) => w === 'would' || w === 'will')
  )
    return 'planned';
  if (
    main.some((w) => supposing.has(w) && w !== 'whether') ||
    words.slice(0, 12).some((w) => w.pos === 'AUX' && w.text === 'may')
  )
    return 'conditional';
  if (
    relayed ||
    speaker.kind === 'unnamed' ||
    speaker.kind === 'outlet-relaying' ||
    speaker.kind === 'document'
  )
    return 'reported';
  const untensed = !words.some((w) => w.pos === 'AUX' || (w.pos === 'VERB' && /(?:s|ed)$/.test(w.text)));
  if (headline && untensed && words.some((w, i) => w.text === 'to' && words[i + 1]?.pos === 'VERB'))
    return 'planned';
  const ofOwn = speaker.kind === 'official-named' || speaker.kind === 'state';
  if (main.includes('will') && (verb === null || verb === 'announce' || ofOwn)) return 'planned';
  return 'asserted';
}
