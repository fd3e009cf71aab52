/** How sure a text says something is: a code of its own words, never a judgement of ours. */
import { alleging, denying, judged, judging, planning, supposing } from './lexicon.ts';
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
  if (verb !== null && ['deny', 'reject', 'refute', 'dismiss'].includes(verb)) return 'denied';
  if (has(denying)) return 'denied';
  if (verb !== null && ['accuse', 'allege', 'claim'].includes(verb) && speaker.kind !== 'outlet')
    return 'alleged';
  if (has(alleging)) return 'alleged';
  const main = lower.slice(0, 12);
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
  const first = (lower[0] ?? '').replace(/ing$/, '');
  if (/ing$/.test(lower[0] ?? '') && (judging.has(first) || judging.has(`${first}e`))) return 'opinion';
  if (
    verb !== null &&
    /^(?:announce|pledge|promise|vow)$/.test(verb) &&
    main.some((w) => w === 'would' || w === 'will')
  )
    return 'planned';
  if (
    lower[0] === 'if' ||
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
  if (main.includes('will') && (verb === null || verb === 'announce')) return 'planned';
  return 'asserted';
}
