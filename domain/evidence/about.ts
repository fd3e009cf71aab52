/**
 * What a claim seems to be of: the kind of record and, where its words tell, the code it would have there. By rules over the
 * words of the clause, the first that fits; null where none does. A hint for the person who confirms, no more.
 */

export interface About {
  /** a record kind */
  readonly kind: string;
  /** property and code of that kind */
  readonly property: string | null;
  readonly code: string | null;
}

const WEAPON =
  '(?:land)?mines?|munitions?|submunitions?|bomblets?|missiles?|rockets?|shells?|weapons?|arms|ammunition|ATACMS|HIMARS|Claymores?|bombs?|stockpiles?';
const of = (kind: string, property: string | null = null, code: string | null = null): About => ({
  kind,
  property,
  code,
});

const rules: readonly (readonly [RegExp, About])[] = [
  [
    /\b(?:self-?destruct|self-?deactivat|inert|inactive|non-?persistent|battery|deactivate)/i,
    of('munition-model', 'self_deactivate_claimed'),
  ],
  [/\b(?:dud|failure) rates?\b|\bfail in\b/i, of('published-figure', 'subject', 'failure-rate')],
  [
    /\bsuspend(?:s|ed|ing)? (?:its |their )?(?:participation|membership|the (?:treaty|convention))|\bhas suspended\b/i,
    of('treaty-act', 'act', 'suspension-stated'),
  ],
  [
    /\b(?:notified|notice of) (?:its |their |the )?withdrawal|\bnotif\w+ .*withdraw/i,
    of('treaty-act', 'act', 'withdrawal-notified'),
  ],
  [
    /\b(?:withdr(?:aw|ew|awn|awal)|quit|quits|left|leaves?|leaving) (?:from )?(?:the )?[^,]*\b(?:treaty|convention|pact|protocol)/i,
    of('treaty-act', 'act', 'withdrawal-effective'),
  ],
  [
    /\b(?:not|never|nor|neither|n['’]t)\b[^,]*\b(?:sign(?:ed|atory)?|joined|acceded)\b/i,
    of('treaty-act', 'act', 'not-signatory'),
  ],
  [/\b(?:not|never|n['’]t)\b[^,]*\b(?:ratif\w+|part(?:y|ies))\b/i, of('treaty-act', 'act', 'not-party')],
  [/\bratif(?:y|ied|ies|ication)\b/i, of('treaty-act', 'act', 'ratification')],
  [/\bacced(?:e|ed|es)\b|\baccession\b/i, of('treaty-act', 'act', 'accession')],
  [
    /\bsign(?:ed|s|atory|atories)\b[^,]*\b(?:treaty|convention|pact|protocol)\b|\bsignator/i,
    of('treaty-act', 'act', 'signature'),
  ],
  [
    /\bformally objected\b|\bobject(?:s|ed|ion)\b[^,]*\b(?:suspension|withdrawal|reservation)/i,
    of('treaty-decision', 'decision_type', 'objection'),
  ],
  [
    /\b(?:treaty|convention|protocol)\b[^,]*\b(?:prohibits?|bans?|forbids?|outlaws?|requires?|allows?)\b/i,
    of('treaty', 'topic'),
  ],
  [/\b(?:accus|alleg|violat)\w*/i, of('allegation', 'state', 'open')],
  [/\binvestigat\w+|\binquir(?:y|ies)\b|\bprobe\b/i, of('inquiry', 'state', 'under-way')],
  [
    /\b(?:only (?:within|in|on|inside)|not (?:to )?(?:be )?use\w*|will not use|territory)\b/i,
    of('assurance', 'assurance_type', 'territory'),
  ],
  [/\b(?:promis|pledg|assur|vow)\w+/i, of('assurance', 'state', 'given')],
  [
    new RegExp(
      `\\b(?:authori[sz]|approv|allow|permit)\\w*\\b[^,]*\\b(?:ship|transfer|suppl|deliver|send|provi|use|using|export|${WEAPON})`,
      'i',
    ),
    of('transfer', 'state', 'decided'),
  ],
  [
    /\b(?:plan|intend|will|to) \w*\s?(?:to )?(?:provid|suppl|send|ship|deliver|transfer|giv)\w*\b/i,
    of('transfer', 'state', 'announced'),
  ],
  [
    new RegExp(
      `\\b(?:provided|supplied|sent|shipped|delivered|transferred|donated|gave|given|provision of)\\b[^,]*\\b(?:${WEAPON})`,
      'i',
    ),
    of('transfer', 'state', 'delivered'),
  ],
  [
    /\baid package\b|\bpackage\b[^,]*\b(?:includ|worth)|\bmillion (?:military )?(?:aid|package)/i,
    of('aid-package'),
  ],
  [
    /\b(?:lift|reinstat|revers|impos|restrict|ban|overturn|rescind|relax|tighten|policy)\w*\b[^,]*\b(?:ban|policy|restriction|transfer|use|moratorium|mines?)\b/i,
    of('policy-act'),
  ],
  // who died is not who was hurt: the number is of those it stands before, and of both only where it is one for both
  [
    /^(?!.*\b(?:injured|wounded|maimed|casualt\w+|victims?)\b).*\b(?:killed|died|dead)\b|\d\D*\b(?:killed|died|dead)\b\D*\d.*\b(?:injured|wounded|maimed)\b/is,
    of('published-figure', 'subject', 'killed'),
  ],
  [
    /^(?!.*\b(?:killed|died|dead|casualt\w+|victims?)\b).*\b(?:injured|wounded|maimed)\b|\d\D*\b(?:injured|wounded|maimed)\b\D*\d.*\b(?:killed|died|dead)\b/is,
    of('published-figure', 'subject', 'injured'),
  ],
  [
    /\b(?:killed|injured|wounded|died|dead|casualt\w+|victims?|maimed)\b/i,
    of('published-figure', 'subject', 'casualties'),
  ],
  [
    /\b(?:contaminat|hazardous|mined area|suspected)\w*/i,
    of('published-figure', 'subject', 'contaminated-area'),
  ],
  [
    /\b(?:clear(?:ed|s|ance)?|demin(?:ed|ing)|released)\b[^,]*\b(?:km|kilomet|hectare|met(?:er|re)s|farmland|land)/i,
    of('published-figure', 'subject', 'cleared-area'),
  ],
  [
    new RegExp(
      `\\b(?:us(?:ed|es|ing|e)|plant(?:ed|ing)|la(?:id|ying)|fir(?:ed|ing)|scatter(?:ed|ing)|deploy\\w*|dropp(?:ed|ing))\\b[^,]*\\b(?:${WEAPON})`,
      'i',
    ),
    of('use', 'basis', 'alleged'),
  ],
  [
    /\b(?:not (?:been )?(?:officially )?confirmed|declin\w+ to comment|confirm\w*|den(?:y|ies|ied)|reject\w*|support\w*|oppos\w*|critici[sz]\w*|condemn\w*|call\w* (?:on|for|the)|urg\w+|warn\w*|view\w*)\b/i,
    of('statement', 'stance'),
  ],
];

/** What a stretch of text seems to be of. */
export function aboutOf(text: string): About | null {
  return rules.find(([form]) => form.test(text))?.[1] ?? null;
}

/** Every hint that can be given, for the test that holds them to the record. */
export const everyAbout: readonly About[] = rules.map(([, about]) => about);
