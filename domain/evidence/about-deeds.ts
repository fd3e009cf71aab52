/** Charges, inquiries, promises, transfers, policy and use. English; the first that fits. */
import { type AboutRule, of, WEAPON } from './about-rule.ts';

const promise = (type: string) => of('assurance', 'assurance_type', type);
/** Words of a promise or of what is to come; what follows them is what is promised. */
const TO_COME =
  '(?:will|would|shall|must|promis\\w+|pledg\\w+|assur\\w+|vow\\w*|commit\\w*|guarante\\w+|undert\\w+|agree\\w*)';

const PROMISE = new RegExp(`\\b${TO_COME}\\b`, 'i');

/** Where in a clause its word of a promise or of what is to come begins; -1 where it has none. */
export function promiseAt(clause: string): number {
  return PROMISE.exec(clause)?.index ?? -1;
}

export const chargeRules: readonly AboutRule[] = [
  [
    /\b(?:accus|alleg|violat)\w*|\bbreach(?:es|ed|ing)?\b|\b(?:is|are|was|were|been) (?:blamed|suspected) (?:for|of|by)\b|\bblam(?:ed|es|ing)\b[^,]*\bfor\b/i,
    of('allegation', 'state', 'open'),
  ],
  [/\binvestigat\w+|\binquir(?:y|ies)\b|\bprobe\b|\bfact-finding\b/i, of('inquiry', 'state', 'under-way')],
];

export const promiseRules: readonly AboutRule[] = [
  [
    new RegExp(
      `\\b${TO_COME}\\b.*\\b(?:populated|civilian areas?|own civilians|towns|cities|residential)\\b`,
      'i',
    ),
    promise('population'),
  ],
  [
    new RegExp(
      `^(?=.*\\b(?:${TO_COME}|expect\\w*|limit\\w*|to be used)\\b).*\\b(?:only (?:within|in|on|inside)|not (?:to )?(?:be )?(?:us|fir|employ|deploy)\\w*|never leave|territory)\\b`,
      'i',
    ),
    promise('territory'),
  ],
  [
    new RegExp(`\\b${TO_COME}\\b[^,]*\\b(?:record|mapp?|mark|log|register)(?:s|ed|ing)?\\b`, 'i'),
    promise('recording'),
  ],
  [
    /\b(?:will|would|shall|promis\w+|pledg\w+ to|vow\w* to|assur\w+|undert\w+ to|commit\w* to)\b[^,]*\b(?:clear(?:ed|ing)?|remov(?:e|ed|ing)|demin(?:e|ed|ing))\b(?! \d)/i,
    promise('clearance'),
  ],
  [/\b(?:end[- ]use|re-?export|third part(?:y|ies)|transferred onward)\b/i, promise('end-use')],
  [
    /\b(?:promis|assur|vow|guarante)\w+|\bpledg\w+ (?:not|to|that)\b|\bcommitted (?:itself )?(?:not )?to [a-z]+\b/i,
    of('assurance', 'state', 'given'),
  ],
  [new RegExp(`\\b(?:${WEAPON})\\b[^,]*\\bwill (?:not|never|only)\\b`, 'i'), promise('other')],
];

const THINGS = `(?:${WEAPON}|licen[cs]es?|shipments?|deliver(?:y|ies)|transfers?|exports?|sales?)`;
export const transferRules: readonly AboutRule[] = [
  [
    new RegExp(
      `\\b(?:authori[sz]|approv|allow|permit|clear(?:ed)? the way|green-?lit)\\w*\\b[^,]*\\b(?:ship|transfer|suppl|deliver|send|provi|use|using|export|sale|${WEAPON})|\\b${THINGS}\\b[^,]*\\b(?:was|were|been) (?:\\w+ly )?(?:authori[sz]ed|approved|granted|cleared)`,
      'i',
    ),
    of('transfer', 'state', 'decided'),
  ],
  [
    new RegExp(
      `\\b(?:stopped|halted|blocked|froze|frozen|cancelled|canceled|put on hold|paused)\\b(?! (?:produc|mak|us|lay|plant|manufactur|stockpil|develop|fir)\\w*)[^,]*\\b${THINGS}|\\b${THINGS}\\b[^,]*\\b(?:was|were|been) (?:stopped|halted|blocked|frozen|cancelled|canceled|put on hold|paused)`,
      'i',
    ),
    of('transfer', 'state', 'stopped'),
  ],
  [
    new RegExp(
      `\\b(?:plan|intend|will|to) \\w*\\s?(?:to )?(?:provid|suppl|send|ship|deliver|transfer|giv|donat)\\w*\\b(?! \\d)|\\b(?:consider|weigh|mull|plan|discuss|announc)\\w*\\b[^,]*\\b(?:supply|send|ship|deliver|transfer|provid|export)\\w*\\b[^,]*\\b(?:${WEAPON})`,
      'i',
    ),
    of('transfer', 'state', 'announced'),
  ],
  [
    new RegExp(
      `\\b(?:provided|supplied|sent|shipped|delivered|transferred|donated|exported|sold|gave|given|provision of)\\b[^,]*\\b(?:${WEAPON})\\b|\\b(?:${WEAPON})\\b[^,]*\\b(?:was|were|been|being) (?:\\w+ly )?(?:provided|supplied|sent|shipped|delivered|transferred|donated|exported|sold|given|handed over)`,
      'i',
    ),
    of('transfer', 'state', 'delivered'),
  ],
  [
    /\baid package\b|\bpackage\b[^,]*\b(?:includ|worth)|\bmillion (?:military )?(?:aid|package)/i,
    of('aid-package'),
  ],
];

const CHANGED =
  '(?:lift|reinstat|revers|impos|restrict|ban|overturn|rescind|relax|tighten|revok|extend|repeal|adopt|abolish|eas)';
export const policyRules: readonly AboutRule[] = [
  [
    new RegExp(
      `\\b(?:${CHANGED}|policy)\\w*\\b[^,]*\\b(?:ban|policy|restriction|transfer|use|moratorium|mines?)\\b|\\b(?:ban|policy|policies|restrictions?|moratorium|directive|decree)\\b[^,]*\\b(?:was|were|been|is) (?:\\w+ly )?${CHANGED}\\w*|\\b(?:forbidden|illegal|prohibited|against the law) (?:by law )?to\\b|\\b(?:law|decree|directive)\\b[^,]*\\b(?:forbids?|bans?|prohibits?)\\b`,
      'i',
    ),
    of('policy-act'),
  ],
];

const USED =
  'us(?:ed|es|ing|e)|plant(?:ed|ing)|la(?:id|ying)|fir(?:ed|ing)|scatter(?:ed|ing)|deploy\\w*|dropp(?:ed|ing)|emplac(?:ed|ing)|litter(?:ed|ing)';
export const useRules: readonly AboutRule[] = [
  [
    new RegExp(
      `\\b(?:${USED})\\b[^,]*\\b(?:${WEAPON})|\\b(?:${WEAPON})\\b[^,]*\\b(?:was|were|been|being) (?:\\w+ly )?(?:used|planted|laid|fired|scattered|deployed|dropped|emplaced)|\\b(?:mined|booby-?trapped)\\b[^,]*\\b(?:by|houses?|homes?|villages?|roads?|fields?|farmland|orchards?)|\\b(?:village|road|field|farmland|area|border|school|orchard|house|home)s?\\b[^,]*\\b(?:was|were|been) (?:mined|booby-?trapped)|\\b(?:new|extensive|widespread|any) use (?:of|was|by)\\b`,
      'i',
    ),
    of('use', 'basis', 'alleged'),
  ],
];
