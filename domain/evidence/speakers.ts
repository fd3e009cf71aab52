/** Who a name or description speaks for, and what a speaker's kind makes of the certainty of what is said. */
import { isInOffice, leadsAuthority } from './in-office.ts';
import { bodies, governments, media, nobody, offices, outlets, papers, unnamedSaid } from './lexicon.ts';
import { stateNamed, statesIn } from './states.ts';

export type SpeakerKind =
  | 'official-named'
  | 'person-named'
  | 'unnamed'
  | 'organisation'
  | 'state'
  | 'outlet'
  | 'outlet-relaying'
  | 'document';

export interface Speaker {
  readonly name: string;
  readonly kind: SpeakerKind;
  /** who hands it on, where the text says so: an outlet that quotes another's unnamed source */
  readonly relayedBy?: string;
}

/** Two or more capitalised words that are no institution: a person's name. */
const PERSON =
  /(?:^|[\s,“"])((?:[A-Z]\.|[\p{Lu}][\p{Ll}’'-]+)(?:\s(?:al-|el-|bin|von|van|de|da|di)?\s?(?:[A-Z]\.|[\p{Lu}][\p{L}’'-]+)){1,8})(?=$|[\s,.”"’'])/gu;
const INSTITUTION =
  /^(?:The )?(?:White House|State Department|United|Human Rights|Foreign|Defen[cs]e|Prime|National|International|Security|General|Secretary|President|Vice|Deputy|Minister|North|South|Middle|Red|Mine|Ottawa|Cluster|New|Saint|Amnesty|European|World|Norwegian|Danish|Swiss|Air|Navy|Army|Marine)\b/u;
/** Words that make a capitalised run the name of a body, not of a person. */
const BODY =
  /\b(?:Cent(?:re|er)|Agency|Authority|Ministry|Office|Department|Monitor|Trust|Watch|Institute|Forces?|Army|Police|Service|Union|Party|Group|Front|Movement|Magazin\w*|Bureau|Network|Initiative|Program(?:me)?|Fund|Bank|University|Hospital|Mission|Command|Court|Council|Committee|Coalition|Campaign|Foundation|Association|Organi[sz]ation|Federation|Alliance|Society|Corps|Guard|Brigade|Treaty|Convention|Protocol|Action|International|Nations|Team|Staff|House|Times|Post|News|Rights|National|Liberation|Radio|Lab(?:oratory)?|Archive|Project|Collective|Observatory|Consortium|Survey|School|College|Company|Industries|Corporation|Embassy)\b/u;

const INSTITUTIONS = [bodies, outlets, governments].map((form) => new RegExp(form, 'gu'));
const TWO_CAPITALS = /\p{Lu}\S*\s(?:\S{1,4}\s)?\p{Lu}/u;

/** The person named in a phrase: the first name-like run that is no institution or state; null where there is none. */
export function personIn(phrase: string): string | null {
  // the words of an institution's name are no person's
  if (!TWO_CAPITALS.test(phrase)) return null;
  const open = INSTITUTIONS.reduce((text, form) => text.replace(form, (m) => m.toLowerCase()), phrase);
  const bare = statesIn(open).reduce((text, { as }) => text.replace(as, (m) => m.toLowerCase()), open);
  for (const m of bare.matchAll(PERSON)) {
    let name = m[1] ?? '';
    // an office before a name is no part of it: "Secretary Lloyd Austin"
    while (
      INSTITUTION.test(name) ||
      /^(?:The|An?|This|These|Its|Their|His|Her|Our|Some|Many|Both|Two|Three|In|On|At|But|And|As|Against|For|Of|To|With|From|Without|Mines?|Landmines?|Adviser|Advisor|Austin’s|Spokes\w+|Ambassador|Chief|Director|Commander|Senator|Captain|Brigadier|Colonel|Lieutenant|Major|Sergeant|Inspector|Judge|Justice|Professor|Headman|Elder|Chair(?:man|woman|person)?|Affairs|Defen[cs]e|Interior|Finance|Economy|Health|Development|Cooperation|Trade|Energy|Agriculture|Environment|Education|Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Baroness|Rev|Prof|Sgt|Cpl|Insp|Brig|Adm|Sheikh|Col|Gen|Lt|Maj|Capt|Governor|Mayor|Chancellor|Then|Outgoing|Former|Acting)\b/u.test(
        name,
      )
    ) {
      const rest = name.replace(/^\S+\s?/u, '');
      if (rest === name) break;
      name = rest;
    }
    if (/\s/.test(name) && !BODY.test(name) && !bodies.test(name) && !outlets.test(name)) return name;
  }
  return null;
}

/** "the ministry on Monday" */
const WHEN_SAID =
  /,? (?:(?:on|last|this|early|late|earlier) )+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|week|month|year)\b.*$|,? (?:today|yesterday)$/u;

/** "the state agency Example", "the daily Example Post": papers and agencies called by what they are. */
const NAMED_PAPER =
  /\b(?:(?:state|official|news|wire|press)(?: news)? agency|daily|weekly|newspaper|magazine|tabloid|broadcaster|news (?:site|website|channel|outlet)|website|television|radio station) ((?:\p{Lu}[\p{L}’'-]*)(?: \p{Lu}[\p{L}’'-]*)*)$/u;

/** Capitalised throughout: "Example Rights Group" is no group of nobody in particular. */
const NAMED_BODY =
  /^(?:[Tt]he )?(?:\p{Lu}[\p{L}’'-]*(?: (?:of|for|to|and|on|the|de) (?:the )?| )){1,7}\p{Lu}[\p{L}’'-]*$/u;

/** "the national authority" */
const COMMON_BODY =
  /^(?:the|its|an?) (?:[\p{Ll}-]+ )*(?:authority|agency|cent(?:re|er)|office|service|commission|directorate|bureau|federation|network)$/iu;

/** "a brochure by the manufacturer, Example Works": the paper, whoever wrote it. */
const PAPER_BY =
  /^(?:an?|the|one|its|their) (?:[\p{Ll}-]+ ){0,3}(?:brochure|leaflet|booklet|manual|memo(?:randum)?|letter|contract|dossier|filing|data ?sheet|manifest|e-?mail|cable|draft|decree|briefing note)\b/iu;

/** What a phrase that names a speaker stands for. `known`: people named in full before, by their last name. */
export function speakerOf(
  phrase: string,
  known: ReadonlyMap<string, Speaker>,
  outlet: string | null,
): Speaker {
  const text = phrase
    .trim()
    .replace(/^["“']|["”']$/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?:seen|obtained|reviewed|viewed|examined|published) by .*$/u, '')
    .replace(WHEN_SAID, '')
    // "the authority's figures": it is the authority that counts
    .replace(
      /(?<=\p{L})(?:[’']s|(?<=s)[’']) (?:own )?(?:figures|data|records|statistics|numbers|count|tally|estimates?)$/u,
      '',
    )
    .replace(/ (?:t?here)$/u, '')
    .replace(
      /,? (?:in turn|in return|for (?:his|her|its|their) part|meanwhile|however|later|again|then)$/u,
      '',
    );
  if (PAPER_BY.test(text)) return { name: text, kind: 'document' };
  const person = personIn(text);
  if (person === null && isInOffice(text)) return { name: text, kind: 'official-named' };
  if (
    person === null &&
    NAMED_BODY.test(text) &&
    bodies.test(text) &&
    !governments.test(text) &&
    !papers.test(text)
  )
    return { name: text, kind: 'organisation' };
  const paper = NAMED_PAPER.exec(text);
  if (paper) return { name: paper[1] ?? text, kind: 'outlet-relaying' };
  if (unnamedSaid.test(text)) return { name: text, kind: 'unnamed' };
  if (person !== null) {
    const official = offices.test(text) || governments.test(text) || leadsAuthority(text);
    return { name: person, kind: official ? 'official-named' : 'person-named' };
  }
  if (/\b[Ss]pokes(?:person|man|woman)\b/.test(text))
    return {
      name: text,
      kind:
        bodies.test(text) && !governments.test(text)
          ? 'organisation'
          : statesIn(text).length > 0 || governments.test(text)
            ? 'state'
            : 'unnamed',
    };
  const last =
    text
      .replace(/[’']s$/u, '')
      .split(' ')
      .at(-1) ?? '';
  const before = known.get(last);
  if (before !== undefined && text.split(' ').length <= 4) return before;
  if (offices.test(text) && /\p{Lu}\p{Ll}+$/u.test(text) && !nobody.test(text))
    return { name: text, kind: 'official-named' };
  if (/^(?:they|those|others|some|many)$/i.test(text)) return { name: text, kind: 'unnamed' };
  if (outlets.test(text))
    return {
      name: text.replace(/^The /, ''),
      kind: outlet !== null && text.includes(outlet) ? 'outlet' : 'outlet-relaying',
    };
  if (/^(?:Mr|Mrs|Ms|Dr|Prof)\b\.? \p{Lu}/u.test(text)) return { name: text, kind: 'person-named' };
  // "the M23 group"
  if (/^(?:[Tt]he )?\p{Lu}[\p{L}\d]+ (?:group|movement|rebels|militia)$/u.test(text))
    return { name: text, kind: 'organisation' };
  if (nobody.test(text)) return { name: text, kind: 'unnamed' };
  if (
    /^(?:multiple |several |some |local |foreign |state |western )*(?:media|press|newspapers?|broadcasters?|news agenc\w+)\b/iu.test(
      text,
    )
  )
    return { name: text, kind: 'outlet' };
  if (stateNamed(text) !== null) return { name: text, kind: 'state' };
  const issued = /^(?:an?|the) [^,]*\b(?:report|study|statement|paper|survey)s?\b.* by (.+)$/u.exec(text);
  if (issued) return speakerOf((issued[1] ?? '').replace(/^the /, ''), known, outlet);
  if (bodies.test(text) && !papers.test(text)) return { name: text, kind: 'organisation' };
  if (papers.test(text) && !governments.test(text)) return { name: text, kind: 'document' };
  if (governments.test(text)) return { name: text, kind: 'state' };
  if (bodies.test(text)) return { name: text, kind: 'organisation' };
  if (media.test(text)) return { name: text, kind: 'outlet' };
  if (/^Article \d/.test(text)) return { name: text, kind: 'document' };
  if (/^(?:[Tt]he )?[A-Z\d]{2,}$/.test(text)) return { name: text, kind: 'organisation' };
  if (COMMON_BODY.test(text)) return { name: text, kind: 'organisation' };
  if (statesIn(text).length > 0) return { name: text, kind: 'state' };
  return {
    name: text,
    kind:
      /^\p{Lu}\p{Ll}+$/u.test(text) && !/s$/.test(text)
        ? 'person-named'
        : /^(?:\p{Ll}|An? )/u.test(text) || /s$/.test(text)
          ? 'unnamed'
          : 'organisation',
  };
}

/** Whether "it", "the group" or "the centre" is the body that spoke before. */
export function goesBackTo(phrase: string, { name, kind }: Speaker): boolean {
  if (/^it$/i.test(phrase)) return true;
  const word = /^(?:the|this|its) (\p{L}+)$/iu.exec(phrase.trim())?.[1]?.toLowerCase();
  if (word === undefined) return false;
  return (
    name.toLowerCase().split(/\s+/).includes(word) ||
    (kind === 'organisation' && GROUP.test(word)) ||
    (kind === 'document' && word === 'authors')
  );
}
const GROUP =
  /^(?:group|organi[sz]ation|charity|agency|body|campaign|coalition|watchdog|network|ngo|monitor|cent(?:re|er)|institute|union|alliance|movement)$/;

/** "multiple reports from unnamed US officials": the officials, through reports. */
export function speakerThrough(phrase: string): { readonly phrase: string; readonly through: string | null } {
  const m = /^(.*\b(?:reports?|accounts?|media|statements?)) (?:from|by|citing|quoting) (.+)$/iu.exec(phrase);
  if (!m) return { phrase, through: null };
  const [, through = '', source = ''] = m;
  // what an organisation puts out is its own document
  return /^an? |^the /i.test(through) && /\breleased\b|\bpublished\b/.test(phrase)
    ? { phrase, through: null }
    : { phrase: source, through };
}

/** A date before a speaker: "In late 2024 it asked". */
export const DATED =
  /^(?:In|On|By|Since|During)\s[^,]*?\b(?:(?:19|20)\d{2}|\p{Lu}\p{Ll}+day|January|February|March|April|June|July|August|September|October|November|December),?\s+(?=\S)/u;
