/** Words on why a source is not named ("on condition of anonymity"): they say nothing of the case, and are no claim. English. */
export const NAMELESS =
  /\bcondition of anonymity\b|\bnot to be (?:named|identified|quoted)\b|\bnot (?:be named|authori[sz]ed to (?:speak|talk|comment|discuss))\b|\basked that (?:his|her|their) names?\b|^citing\b|^speaking (?:to|on|in)\b|^the (?:talks|matter|discussions|deliberations) (?:are|is|was|were) (?:private|sensitive|confidential)/i;

/** Courtesies of a speech: "I thank you." */
export const COURTESY = /^(?:I|We) (?:\p{Ll}+ )?(?:thank|congratulate|wish)\b|^Thank you\b/u;
