/** Numbers somebody publishes, and what a munition is said to do. English; the first that fits. */
import { type AboutRule, of } from './about-rule.ts';

const figure = (code: string) => of('published-figure', 'subject', code);

export const munitionRules: readonly AboutRule[] = [
  [
    /\b(?:self-?destruct|self-?deactivat|inert|inactive|non-?persistent|battery|deactivate|(?:disarm|destroy|neutrali[sz]e|switch)(?:e?s)? (?:off )?(?:themselves|itself))/i,
    of('munition-model', 'self_deactivate_claimed'),
  ],
  [
    /\b(?:dud|failure|malfunction) rates?\b|\bfail(?:ed|s)? (?:in\b|to (?:explode|detonate|go off|function|self))/i,
    figure('failure-rate'),
  ],
];

const DIED = 'killed|died|dead|deaths?|lost their li(?:fe|ves)|lost (?:his|her) life|fatalit(?:y|ies)';
const HURT =
  'injured|wounded|maimed|hurt|injur(?:y|ies)|lost (?:limbs?|(?:a|both|his|her|their) (?:legs?|arms?|foot|feet|hands?|eyes?|sight))|amputat\\w+';
const BOTH = 'casualt\\w+|victims?';
export const figureRules: readonly AboutRule[] = [
  // who died is not who was hurt: the number is of those it stands before, and of both only where it is one for both
  [
    new RegExp(
      `^(?!.*\\b(?:${HURT}|${BOTH})\\b).*\\b(?:${DIED})\\b|\\d\\D*\\b(?:${DIED})\\b\\D*\\d.*\\b(?:${HURT})\\b`,
      'is',
    ),
    figure('killed'),
  ],
  [
    new RegExp(
      `^(?!.*\\b(?:${DIED}|${BOTH})\\b).*\\b(?:${HURT})\\b|\\d\\D*\\b(?:${HURT})\\b\\D*\\d.*\\b(?:${DIED})\\b`,
      'is',
    ),
    figure('injured'),
  ],
  [new RegExp(`\\b(?:${DIED}|${HURT}|${BOTH})\\b`, 'i'), figure('casualties')],
  [/\b(?:contaminat|hazardous|mined area|suspected)\w*/i, figure('contaminated-area')],
  [
    /\b(?:hand(?:ed|s|ing)?|return(?:ed|s|ing)?|g[ai]ven?|released)\b.*\b(?:km|km²|kilomet\w+|hectares?|met(?:er|re)s|farmland|land)\b.*\b(?:back|over|to)\b|\b(?:hectares?|met(?:er|re)s|kilomet\w+|land)\b[^,]*\b(?:handed|given|returned|released) (?:back|over|to)\b|\breleased\b[^,]*\b(?:km|kilomet|hectare|met(?:er|re)s|land)/i,
    figure('released-area'),
  ],
  [
    /\b(?:clear(?:ed|s|ance)?|demin(?:ed|ing))\b[^,]*(?:\bkm|kilomet|hectare|met(?:er|re)s|farmland|\bland\b)|(?:kilomet\w+|hectares?|met(?:er|re)s|km²?)\b[^,]*\b(?:was|were|been) (?:cleared|demined)/i,
    figure('cleared-area'),
  ],
  [
    /\b(?:destroy(?:ed|s|ing)?|rendered safe|defused|disposed of|neutrali[sz]ed|detonated)\b[^,]*\b(?:\d[\d,.]*|hundreds|thousands|dozens|million)\b|\b(?:\d[\d,.]*|million)\b[^,]*\b(?:was|were|been) (?:destroyed|rendered safe|defused|disposed of)/i,
    figure('items-destroyed'),
  ],
  [/\bstockpiles?\b[^,]*\d|\d[^,]*\bstockpiled?\b|\bstockpile of\b/i, figure('stockpile')],
];
