/**
 * Whether a clause says a deed was done, or speaks of one that was not: negated, failed, refused, ruled out, asked for, or told
 * only to be called false. Such a deed is never proposed as the deed itself, nor its number as a number of it (about.ts,
 * propose.ts), and nothing that so much as holds such a word, or speaks of what is to come, is sure (sure.ts). English, and by
 * words alone: where it errs it takes a deed that was done for one that a person has to read.
 */

/** Negations that deny nothing, and such as belong to the terms of the field. */
const IDIOMS =
  /\bnot (?:only|just|least|merely|simply)\b|\b(?:no|not) (?:fewer|less|more|later|earlier|sooner) than\b|\bno\. ?(?=\d)|\bno-?man['’]s[- ]land\b|\b(?:if|when|whether) or not\b/gi;

const NOT =
  /\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|rarely|seldom|yet to|no longer|zero|lack(?:s|ed|ing)?(?: of)?|absence of|far from|anything but|instead of|rather than)\b|n['’]t\b/i;

const FAILED =
  /\b(?:fail(?:s|ed|ing|ures?)?(?: (?:to|in)\b|\b)|refus\w+|declin(?:e|es|ed|ing) to|unable|unwilling\w*|reluctan\w+|rul(?:e|es|ed|ing) (?:it |this |that )?out|(?:decid|vot|opt|argu|advis|lean|rul|lobb|warn|counsel|campaign|speak|com)\w* (?:\w+ )?against|decision against|(?:spoke|came out|stood) against|oppos\w+|reject\w*(?! (?:[\w’'-]+ ){0,4}(?:accus|alleg))|vot(?:es?|ed|ing) down|resist(?:s|ed|ing|ance)?|avoid\w*|forg(?:o|oes|one|oing)|forwent|refrain\w*|abstain\w*|desist\w*|balk\w*|neglect(?:s|ed|ing)?|omit\w*|prevent\w*|avert\w*|thwart\w*|foil\w*|forestall\w*|prohibit(?:s|ed|ing)? \w+ from|ban(?:s|ned|ning)? \w+ from|ke(?:ep|eps|pt) (?:\w+ )?from|st(?:op|ops|opped|opping) short|f(?:all|alls|ell|alling|allen) short|short of|back(?:s|ed|ing)? (?:away|out|down)|(?:abandon|drop|shelv|scrap|cancel|postpon|delay|suspend|revers|withdr[ae]w|defer|block|halt|veto|stall|overturn|revok|rescind|annul|repeal)\w* (?:(?:its|their|his|her|the|a|any|all|that|those|these|earlier|planned) )*(?:plans?|bids?|efforts?|intentions?|ideas?|attempts?|push|process|decisions?|ratification|accession|withdrawal|vote|law|bill|moves?|proposals?|approval|authori[sz]ation|permission|destruction|clearance)|veto\w*|renounc\w+ (?:the |all |any |its )?us\w+|(?:stopp?|halt|ceas|end|quit)(?:s|e|es|ed|ing)? (?:\w+ing|(?:the |its |their |all |any )?use)\b|miss(?:es|ed|ing)? (?:\w+ )?(?:deadline|target|date)|remains? to be|ha(?:s|ve) to be|withh(?:old|eld)\w*|pending|barred|spared|(?:saved?|rescued|exempt\w*|excused|protected|excluded) from|pretend\w*|feign\w*|slow to|(?:verge|brink|cusp|eve) of|c(?:lose|losest|loser) to \w+ing|(?:almost|nearly|narrowly|all but) (?!hundred)(?:\w{3,}ed|withdrew|left|quit|lost|died|became)|withdr[ae]w(?:n|s|ing)? (?:its|their|his|the|an?) (?:earlier |instrument |planned )?(?:of )?(?:notif\w+|ratification|accession|signature|instrument|request|application|notice|bid|plans?)|in theory)\b/i;

const ASKED =
  /\b(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:(?:\w+ ){0,3})?(?:on|for|upon|to)\b|calls|ask(?:s|ed|ing)?|demand\w*|appeal\w*|request(?:s|ed|ing)?|encourag\w+|invit(?:e|es|ed|ing|ation)|plead\w*|pled|implor\w+|beg(?:s|ged|ging)|exhort\w*|recommend\w*|press(?:es|ed|ing|ured?|ures|uring)|lobb\w+|petition\w*|advis(?:e|es|ed|ing)|(?:told|order(?:s|ed|ing)?|instruct\w*|requir(?:e|es|ed|ing)|oblig(?:ed|es)|persuad\w+|convinc\w+|remind\w*|warn(?:s|ed|ing)?|forc(?:e|es|ed|ing)) (?:\w+ ){0,4}to|propos(?:es|ed|ing|als?) (?:to|that|for)|suggest(?:s|ed|ing)?)\b/i;

const FALSE =
  /\b(?:false(?:ly|hoods?)?|untrue|wrong(?:ly)?|incorrect(?:ly)?|inaccurate(?:ly)?|erroneous(?:ly)?|mistaken(?:ly)?|baseless|unfounded|groundless|unsubstantiated|unproven|invented|fabricat\w+|concoct\w+|hoax\w*|fakes?|faked|myths?|lies?|lying|nonsense|fictions?|fictitious|rumou?r\w*|dis-?information|misinformation|propaganda|mislead\w*|debunk\w*|disprov\w+|disput(?:e|es|ed|ing)|contradict\w*|retract\w*|refut\w+|implausible|impossible|doubt\w*|doubtful|questioned)\b/i;

const DENIED = /\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|refut\w+|dismiss\w*)\b/i;

/** What may come, or was only thought of; and a deed that stands in the infinitive: "voted to leave". */
const OPEN =
  /\b(?:if|unless|whether|will|shall|would|could|might|should|must|ought|going to|about to|plan(?:s|ned|ning)?|intend\w*|intention\w*|threat(?:en\w*|s)?|consider\w*|weigh\w*|mull\w*|expect\w*|likely|unlikely|possibl[ey]|possibility|perhaps|hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|wish\w*|attempt\w*|try|tries|tried|trying|seek(?:s|ing)?|sought|deadlines?|were to|until|before|prior to|imagin\w+|suppos\w+|hypothe\w+|in case|pledg\w+|promis\w+|vow\w*|undert\w+|agree[sd]? to|deba\w+|discuss\w*)\b|['’]ll\b|\b(?:it|they|he|she|we|which|that|who|\p{Ll}+s?) may\b/iu;
/** A deed in the infinitive or the gerund, "voted to leave", "postponed leaving", by the kind of record it would be. */
const TO_DO: Readonly<Record<string, RegExp>> = {
  'treaty-act':
    /\bto (?:\p{Ll}+ly )?(?:withdraw|ratify|accede|sign|join|leave|quit|exit|abandon|renounce|denounce|suspend|notify|become|be|object)\b|\b(?:withdraw|ratify|acced|sign|join|leav|quitt|exit|abandon|renounc|denounc|suspend|object|becom)ing\b/iu,
  'published-figure':
    /\bto (?:\p{Ll}+ly )?(?:destroy|clear|remove|demine|release|return|hand|kill|injure|wound|maim|defuse|be)\b|\b(?:destroy|clear|remov|demin|releas|kill|injur|wound|maim|defus)ing\b/iu,
  inquiry: /\bto (?:\p{Ll}+ly )?(?:investigate|open|begin|launch|hold|be)\b/u,
  transfer:
    /\bto (?:\p{Ll}+ly )?(?:transfer|ship|send|supply|provide|deliver|give|sell|export|donate|approve|authori[sz]e|allow|permit|stop|halt|block|cancel|be)\b|\b(?:transferr|shipp|send|supply|provid|deliver|sell|export|donat|approv|authori[sz]|allow|permitt)ing\b/iu,
  use: /\bto (?:\p{Ll}+ly )?(?:use|plant|lay|fire|deploy|scatter|drop|be)\b/u,
  'munition-model': /\bto deactivate\b/u,
};
/** Somebody's word or a part of a whole, where what is told as a fact is another thing. */
const HEARSAY =
  /\b(?:claim(?:s|ed|ing)?|l(?:ie|ies|ied|ying)|supposed\w*|purported\w*|alleged\w*|believed|thought|said|reported\w* to|films?|novels?|fiction\w*|drills?|simulat\w+|about how|only|(?:third|half|quarter|most|part|fraction|share) of)\b/i;
/** Of a treaty: who else is spoken of, and a deed as a noun that nothing says was completed. */
const OTHERS =
  /\b(?:after|as|when|while|because|others?|few|how|about|back(?:ed|s)?|support\w*|welcom\w*|condemn\w*|critici[sz]\w*|prais\w*|regret\w*|hesitat\w*|pull\w* back)\b/i;
const NOUN =
  /\b(?:withdrawals?|ratifications?|accessions?|exits?|departures?|denunciations?|suspensions?)\b/i;
const COMPLETED =
  /\b(?:effect|effective|in(?:to)? force|deposit\w*|notif\w*|communicat\w*|submitted|received|handed|object\w*)\b/i;
/** Of numbers: animals, papers, and how much more or fewer than before. */
const NO_TOLL =
  /\b(?:sheep|cattle|goats?|cows?|camels?|animals?|livestock|horses?|dogs?|donkeys?|elephants?|documents?|papers?|fewer(?! than)|rose|risen|(?:fell|fallen)(?! victim)|increas\w*|decreas\w*|dropped|doubl\w+|halved|compared|than (?:in|the) (?:\d{4}|year|previous))\b/i;
const BACK = /\b(?:sent|handed|shipped|gave|given|returned|took|taken) (?:\S+ )?back\b|\breturned\b/i;
/** Of a treaty: a paper that is not it. */
const PAPER =
  /\bsign\w* (?:an?|the) (?:\p{Ll}+ ){0,2}(?:paper|agreement|letter|deal|contract|memorandum|petition|appeal|statement|pledge|law|bill|decree)\b/iu;

/** What nobody should take without reading it, by the kind of record it would be. */
function isAnothers(clause: string, kind: string): boolean {
  if (HEARSAY.test(clause)) return true;
  if (kind === 'published-figure') return NO_TOLL.test(clause);
  if (kind === 'transfer') return BACK.test(clause);
  if (kind !== 'treaty-act') return false;
  return OTHERS.test(clause) || PAPER.test(clause) || (NOUN.test(clause) && !COMPLETED.test(clause));
}

const AUTHORISED =
  /(?<!\bto )\b(?:authori[sz]|approv|allow|permit|green-?lit)\p{Ll}* (?:\S+ ){0,8}?to \p{Ll}+/u;

/** The clause with negations that deny nothing left out, each by as many blanks. */
export function withoutIdioms(words: string): string {
  return words.replace(IDIOMS, (idiom) => ' '.repeat(idiom.length));
}

/** What is told by these is that it ended, or that a fuze did. */
const STOPPED =
  /\b(?:fail(?:s|ed|ing|ures?)?|stopped|halted|blocked|froze|frozen|cancell?ed|paused)\b(?! short)/i;

/** Words of the deed itself that look like a failing of it: "failed to explode", "halted the shipment", "is not a party". */
export interface OwnWords {
  readonly failing?: true;
  readonly negating?: true;
}

/** A clause between commas that is of something else: "within two weeks, if they have not gone off, they …". */
const ASIDE =
  /(?:^|,) ?(?:if|unless|when|although|though|while|whereas|because|since|as|after|which|who|whose)\b[^,]*,/gi;

/**
 * Whether a deed whose words end at `end` (UTF-16) in a clause was, as the clause has it, not done: what says so stands before
 * its end, but "false" and the like may stand anywhere.
 */
export function isUndone(clause: string, end: number, own: OwnWords = {}): boolean {
  const before = withoutIdioms(clause).slice(0, end).replace(ASIDE, ',');
  const failed = FAILED.test(own.failing ? before.replace(STOPPED, ' ') : before);
  if (failed || ASKED.test(before) || FALSE.test(clause)) return true;
  return own.negating ? /\buntil\b/i.test(clause) || NOT.test(withoutOwn(before)) : NOT.test(before);
}

/** The negation that is the deed's own, "has not ratified", "neither of them has signed", left out once. */
function withoutOwn(clause: string): string {
  const own = [/\bneither\b.{0,80}?\bnor\b/i, /\byet to \w+/i, NOT].find((form) => form.test(clause));
  return own === undefined ? clause : clause.replace(own, ' ');
}

/** Whether a clause holds any word by which what it tells may not have been done: wherever it stands, and whatever it is of. */
export function isDoubtful(clause: string, kind: string, own: OwnWords = {}): boolean {
  const rest = own.negating ? withoutOwn(clause) : clause;
  return (
    isUndone(clause, clause.length, own) ||
    DENIED.test(clause) ||
    OPEN.test(rest) ||
    isToBeDone(rest, kind) ||
    isAnothers(rest, kind)
  );
}

/** Whether the deed of such a kind of record stands in the infinitive; "authorised them to send" is the authorisation, done. */
export function isToBeDone(clause: string, kind: string): boolean {
  if (kind === 'transfer' && AUTHORISED.test(clause)) return false;
  return TO_DO[kind]?.test(clause) ?? false;
}

/** "did not deny": neither said nor denied. */
export function isDenialUndone(clause: string): boolean {
  const at = DENIED.exec(clause)?.index;
  return (
    at !== undefined &&
    (NOT.test(clause.slice(0, at)) || /\b(?:refus|declin|fail)\w*\b/i.test(clause.slice(0, at)))
  );
}

/** Whether somebody is said to say it only so that it is not believed: "nobody believes …", "according to a false report". */
export function isFalseSpeaker(speaker: string): boolean {
  return FALSE.test(speaker) || /^(?:nobody|no|none|few|neither|hardly|not)\b/i.test(speaker);
}
