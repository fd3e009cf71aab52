/**
 * What a claim seems to be of: the kind of record and, where its words tell, the code it would have there. By rules over the
 * words of the clause, the first that fits; null where none does. A hint for the person who confirms, no more.
 */
import { chargeRules, policyRules, promiseAt, promiseRules, transferRules, useRules } from './about-deeds.ts';
import { figureRules, munitionRules } from './about-figures.ts';
import { type About, type AboutRule, of } from './about-rule.ts';
import { treatyRules } from './about-treaties.ts';
import { isUndone, type OwnWords, withoutIdioms } from './polarity.ts';

const rules: readonly AboutRule[] = [
  ...munitionRules,
  ...treatyRules,
  ...chargeRules,
  ...transferRules.slice(0, 2),
  ...promiseRules,
  ...transferRules.slice(2),
  ...policyRules,
  ...figureRules,
  ...useRules,
  [
    /^to \p{Ll}+\b|\b(?:designed|intended|meant|aimed|needed|necessary) (?:to|at)\b|\b(?:purpose|aim) (?:is|was|being) to\b|\bin order to\b/iu,
    of('transfer', 'justification'),
  ],
  [
    /\b(?:not (?:been )?(?:officially )?confirmed|declin\w+ to comment|confirm\w*|den(?:y|ies|ied)|reject\w*|support\w*|oppos\w*|critici[sz]\w*|condemn\w*|call\w* (?:on|for|the)|urg\w+|warn\w*|view\w*)\b/i,
    of('statement', 'stance'),
  ],
];

/** What somebody says of a deed that was not done: their words, and the side they take. */
const WORDS_ONLY = of('statement', 'stance');

const OWN: Readonly<Record<string, OwnWords>> = {
  'not-party': { negating: true },
  'not-signatory': { negating: true },
  'failure-rate': { failing: true },
  stopped: { failing: true },
};

/** Whether the own words of a code negate, or tell of a failing. */
export const ownWords = (code: string | null): OwnWords => OWN[code ?? ''] ?? {};

/** Characters. No clause that anybody wrote is longer; the rules look back and forth in what they are given. */
export const CLAUSE = 1_000;

/** What a stretch of text seems to be of, by its first thousand characters; of a deed it does not tell as done, a statement. */
export function aboutOf(text: string): About | null {
  const clause = withoutIdioms(text.slice(0, CLAUSE));
  for (const [form, about] of rules) {
    const match = form.exec(clause);
    if (match === null) continue;
    // what is promised may be a "not"; the promise itself may not be one
    const promised = about.kind === 'assurance' ? promiseAt(clause) : -1;
    const end = promised < 0 ? match.index + match[0].length : promised;
    return about.kind !== 'statement' && isUndone(clause, end, ownWords(about.code)) ? WORDS_ONLY : about;
  }
  return null;
}

/** Every hint that can be given, for the test that holds them to the record. */
export const everyAbout: readonly About[] = rules.map(([, about]) => about);
