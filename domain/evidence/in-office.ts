/** Offices without a name: "the deputy governor", "Cambodia's prime minister", "the head of the national mine action centre". English. */

const OFFICES =
  'minister|president|premier|chancellor|ambassador|king|queen|pope|governor|mayor|deputy|envoy|ombuds(?:man|woman|person)|prosecutor(?: general)?|attorney general|secretary(?:[ -]general)?|(?:army|police|defen[cs]e|navy|intelligence|security|mission|rights) chief|chief of (?:staff|police)|head of state|commander(?:-in-chief)?|special (?:representative|envoy|rapporteur)|high (?:commissioner|representative)|rapporteur|speaker';
const IN_OFFICE = new RegExp(
  `^(?:(?:the|its|their|his|her|our)\\s|(?:[\\p{L}’'-]+\\s){0,3}[\\p{L}-]+[’']s\\s)?(?:[\\p{L}-]+\\s){0,2}(?:${OFFICES})(?: (?:to|of|for|in|on) .+)?$`,
  'iu',
);
const LEADS = /\b(?:[Hh]ead|[Dd]irector|[Cc]hief|[Cc]hair\w*|[Cc]ommissioner)\b.*/u;
const OF_A_STATE =
  /\b(?:Authority|[Aa]uthorit\w+|[Pp]refecture|[Cc]ouncil of [Mm]inisters|[Nn]ational|[Dd]istrict|[Pp]rovince|[Mm]unicipality|[Mm]inistry|[Aa]rmy|[Pp]olice|[Dd]irectorate)\b/u;

/** Whoever leads an authority of a state speaks as an official. */
export function leadsAuthority(text: string): boolean {
  const m = LEADS.exec(text);
  return m !== null && OF_A_STATE.test(m[0]);
}

/** One person, by the office alone; "a deputy minister", "governors" is nobody in particular. */
export const isInOffice = (text: string) =>
  !/^(?:an?|some|two|three|one|several|former) /i.test(text) &&
  (IN_OFFICE.test(text) || (/^the /i.test(text) && leadsAuthority(text)));

/** An office that stands for the person named with it before. */
export const OFFICE_AGAIN =
  /^the (?:minister|president|prime minister|chancellor|ambassador|general|captain|colonel|director|governor|mayor|envoy|judge|teacher|farmer|doctor|head|commander|secretary|spokes(?:wo)?man|spokesperson|researcher|senator|lawmaker|diplomat)$/i;
