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

/** No clause that anybody wrote is longer; the rules look back and forth in what they are given. */
const CLAUSE = 1_000;

/** What a stretch of text seems to be of, by its first thousand characters. */
export function aboutOf(text: string): About | null {
  const clause = text.slice(0, CLAUSE);
  return rules.find(([form]) => form.test(clause))?.[1] ?? null;
}

/** Every hint that can be given, for the test that holds them to the record. */
export const everyAbout: readonly About[] = rules.map(([, about]) => about);
