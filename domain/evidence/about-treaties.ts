/** Acts of states under a treaty, what others decide on them, and what a treaty forbids. English; the first that fits. */
import { type AboutRule, of } from './about-rule.ts';

const TREATY = '(?:treaty|treaties|convention|pact|protocols?\\b(?: [IV]+)?|accord|ban on (?:land)?mines)';
const act = (code: string) => of('treaty-act', 'act', code);

export const treatyRules: readonly AboutRule[] = [
  [
    /\bobject(?:s|ed|ions?)\b[^,]*\b(?:suspension|withdrawal|reservation)|\bformally objected\b/i,
    of('treaty-decision', 'decision_type', 'objection'),
  ],
  [
    new RegExp(
      `\\bsuspend(?:s|ed|ing)?\\b[^,]*\\b(?:participation|membership|operation|obligations|${TREATY})|\\b(?:operation|${TREATY})\\b[^,]*\\bsuspended\\b|\\bhas suspended\\b`,
      'i',
    ),
    act('suspension-stated'),
  ],
  [
    /\b(?:extension|extend(?:ed|ing)?|prolong\w*)\b[^,]*\b(?:deadline|article [45]|clearance (?:period|deadline)|time limit)|\b(?:deadline|article [45])\b[^,]*\b(?:extension|extend(?:ed|ing)?)\b/i,
    of('treaty-decision', 'decision_type'),
  ],
  [
    /\bnotif\w+[^,]*\bwithdraw|\b(?:notice|notification|instrument)s? of (?:its |their |the )?(?:withdrawal|denunciation)|\b(?:submitted|deposited) (?:its |their )withdrawal/i,
    act('withdrawal-notified'),
  ],
  [
    new RegExp(
      `\\b(?:withdr(?:aw|ew|awn|awal|awing)|quit|quits|quitting|left|leaves?|leaving|exit(?:ed|ing)?|abandon(?:ed|ing)?|renounc\\w+|denounc\\w+|pull(?:ed|ing)? out of) (?:from )?(?:the )?[^,]*\\b${TREATY}|\\b(?:withdrawals?|exit|departure|denunciation)\\b.*\\b(?:effect|effective|in(?:to)? force)\\b`,
      'i',
    ),
    act('withdrawal-effective'),
  ],
  [
    /\b(?:not|never|nor|neither|yet to|n['’]t)\b[^,]*\b(?:sign(?:ed|atory)?|join(?:ed)?|acced(?:e|ed))\b/i,
    act('not-signatory'),
  ],
  [
    new RegExp(
      `\\b(?:not|never|yet to|n['’]t|no)\\b[^,]*\\b(?:ratif\\w+|(?:state |states )?part(?:y|ies)(?: to)?|(?:a )?member of\\b[^,]*\\b${TREATY}|bound by)\\b|\\b(?:remains?|stays?|is|are) (?:still )?outside (?:of )?the\\b[^,]*\\b${TREATY}`,
      'i',
    ),
    act('not-party'),
  ],
  [/\bratif(?:y|ied|ies|ication)\b/i, act('ratification')],
  [/\bacced(?:e|ed|es|ing)\b|\baccession\b/i, act('accession')],
  [
    new RegExp(
      `\\bsign(?:ed|s|atory|atories|ing)\\b[^,]*\\b${TREATY}|\\b${TREATY}\\b[^,]*\\bsigned by\\b|\\bsignator`,
      'i',
    ),
    act('signature'),
  ],
  [/\bobserver\b[^,]*\bmeeting|\bmeetings?\b[^,]*\bas (?:an )?observers?\b/i, act('observer')],
  [
    new RegExp(
      `\\b(?:is|are|was|became|becomes?|remains?|been|to) (?:also )?(?:an? )?(?:full |state |states |original )*part(?:y|ies) to\\b|\\bstates? part(?:y|ies)\\b[^,]*\\b(?:since|to)\\b|\\bmember (?:state )?of the\\b[^,]*\\b${TREATY}|\\b(?:joined|joins|bound by|adhered to) (?:the|both|all)?\\b[^,]*\\b${TREATY}`,
      'i',
    ),
    act('consent-to-be-bound'),
  ],
  [
    new RegExp(`\\b${TREATY}\\b[^,]*\\b(?:enter(?:s|ed)?|entry) into force (?:for|in)\\b`, 'i'),
    act('entry-into-force'),
  ],
  [
    new RegExp(
      `\\b${TREATY}\\b[^,]*\\b(?:prohibits?|bans?|forbids?|outlaws?|requires?|allows?|obliges?|bars?|restricts?|covers?)\\b|\\b(?:prohibited|banned|forbidden|outlawed|restricted|illegal) (?:by|under)\\b[^,]*\\b(?:${TREATY}|international law)|\\b(?:under|by) (?:the|which)\\b[^,]*\\b(?:${TREATY})?\\b.*\\b(?:is|are) (?:prohibited|banned|forbidden|outlawed)\\b|\\b${TREATY} (?:that|which) (?:prohibits?|bans?|forbids?|outlaws?)`,
      'i',
    ),
    of('treaty', 'topic'),
  ],
];
