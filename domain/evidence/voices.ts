/**
 * Whom a text has met, so that "he", "the group", "the minister" and a last name are somebody: people, the last person and the
 * last body that spoke, and who has the floor in an interview or an answer.
 */
import { OFFICE_AGAIN } from './in-office.ts';
import { introducedIn } from './introduced.ts';
import { nobody } from './lexicon.ts';
import { DATED, goesBackTo, personIn, type Speaker, speakerOf, speakerThrough } from './speakers.ts';
import { turnOf } from './turns.ts';

const BODY: ReadonlySet<string> = new Set(['organisation', 'state', 'document', 'outlet-relaying']);

/** Characters of a name with its office. */
const LONGEST = 90;
const OF_THEM =
  /^(?:one|two|three|some|another|others|both|several|many|the other) of (?:them|those|these)$/i;
const TITLE = /^(?:Mr|Mrs|Ms|Dr)\b/;
/** A word that only joins what somebody says to what stands before it. */
const JOINS = /^(?:although|though|while|whereas|because|when|after|before|once|unless|until|and|but)\s/i;
/** "the paper", "the broadcaster": whose report it was. */
const OUTLET_AGAIN =
  /^(?:the|this|its) (?:paper|newspaper|magazine|weekly|daily|broadcaster|channel|station|network|agency|outlet|site|website|journal|tabloid)$/i;
/** "Dame Jane": the title takes the first name. */
const BY_FIRST_NAME = /^(?:Dame|Sir|Lord|Lady|Dr|Sister|Father|Sheikh)\.? (\p{Lu}[\p{L}’'-]+)$/u;
/** "a deputy minister": nobody yet. */
const SOME_OFFICE = /^an? (?:[\p{L}-]+ ){0,3}(minister|ambassador|governor|mayor|senator|envoy)$/iu;
/** "An army engineer who …": a person, though nobody by name. */
const SOMEBODY =
  /^An? (?:\p{Ll}[\p{L}-]* ){0,3}(?!who\b|that\b)\p{Ll}[\p{L}-]+?(?= (?:who|that|I|we|from|in|at|of|with)\b|,|$)/u;
const PAPER_AT_END =
  /\b(an? (?:[\p{Ll}-]+ ){0,3}(?:memo(?:randum)?|letter|brochure|leaflet|document|dossier|manual|contract|e-?mail|draft|report|study|statement))[.”"]*$/iu;
/** Words of a sentence that may name whom the one before only hinted at. */
const NEXT = /^[\s"”]*[^.!?\n]{5,160}/u;

export class Voices {
  readonly own: Speaker;
  readonly #outlet: string | null;
  readonly #official: boolean;
  readonly #people = new Map<string, Speaker>();
  #lastPerson: Speaker | null = null;
  /** the organisation, state or paper that spoke last: "it", "the centre" */
  #lastBody: Speaker | null = null;
  /** who spoke last, whoever it is: "they" */
  #last: Speaker | null = null;
  /** the paper or broadcaster whose report was last told */
  #lastOutlet: Speaker | null = null;
  /** what people were introduced as, by their full name */
  readonly #as = new Map<string, string>();
  /** the text behind the sentence that is read */
  #ahead = '';
  /** the paper that the sentence before ends with, and this one: "… a leaked memo. It warned" */
  #paper: string | null = null;
  #nextPaper: string | null = null;
  #asked: Speaker | null;
  #floor: Speaker | null = null;

  /** `asked`: who answers in an interview, where the text says so. `official`: the record of an authority's briefing. */
  constructor(own: Speaker, outlet: string | null, asked: string | null, official: boolean) {
    this.#official = official;
    this.own = own;
    this.#outlet = outlet;
    this.#asked = asked === null ? null : speakerOf(asked, this.#people, outlet);
  }

  /** Who speaks where nobody is said to: who has the floor, else whoever publishes the text. */
  get floor(): Speaker {
    return this.#floor ?? this.own;
  }

  /** A paragraph that begins a turn ("Q:", "Jane Doe:", "… answered:") gives the floor; the length of what says so, or 0. */
  turn(paragraph: string): number {
    const turn = turnOf(paragraph);
    if (turn === null) return 0;
    if (turn.speaker === 'question') this.#floor = null;
    else if (turn.speaker === 'answer') this.#floor = this.#asked;
    else {
      const named = this.#named(turn.speaker);
      this.#floor = this.#official && TITLE.test(turn.speaker) ? { ...named, kind: 'official-named' } : named;
      this.#asked = this.#floor;
    }
    return turn.length;
  }

  /** Who a phrase before or after a verb of speech stands for. `quoted`: whose words it is in, where it goes on with a quotation. */
  speaker(words: string, verb: string, quoted: Speaker | null = null): Speaker {
    const phrase = words.replace(DATED, '').replace(JOINS, '');
    if (/^(?:he|she)$/i.test(phrase) && this.#lastPerson) return this.#lastPerson;
    if (/^they$/i.test(phrase) && this.#last) return this.#last;
    // "one of them" is as little named as they are
    if (OF_THEM.test(phrase)) return { name: phrase, kind: this.#last?.kind ?? 'unnamed' };
    if (/^it$/i.test(phrase) && this.#paper) return this.#named(this.#paper);
    if (phrase === '') return this.#lastPerson ?? this.#lastBody ?? this.floor;
    if (/^(?:I|we)$/i.test(phrase)) return quoted ?? this.floor;
    const again = OFFICE_AGAIN.test(phrase) ? this.#inOffice(phrase) : this.#hinted(phrase);
    if (again) return again;
    if (this.#lastOutlet && OUTLET_AGAIN.test(phrase)) return this.#lastOutlet;
    // "the Mission calls on …" in the mission's own report
    const noun = /^the (\p{L}+)$/iu.exec(phrase)?.[1]?.toLowerCase();
    if (noun && BODY.has(this.own.kind) && this.own.name.toLowerCase().split(' ').includes(noun))
      return this.own;
    if (this.#lastBody && goesBackTo(phrase, this.#lastBody)) return this.#lastBody;
    if (/^(?:it|this|that|these)$/i.test(phrase)) return this.floor;
    const { phrase: named, through } =
      verb === 'according to' ? speakerThrough(phrase) : { phrase, through: null };
    const speaker = this.#named(named);
    return through === null ? speaker : { ...speaker, relayedBy: through };
  }

  /** Who has the office that "the minister" names; else the last person, where their own words do not say otherwise. */
  #inOffice(phrase: string): Speaker | null {
    const office = phrase.replace(/^the /i, '').toLowerCase();
    const holds = (s: Speaker) => (this.#as.get(s.name) ?? s.name.toLowerCase()).includes(office);
    const last = this.#lastPerson;
    if (last !== null && holds(last)) return last;
    const met = [...this.#people.values()].filter(holds).at(-1);
    if (met) this.#lastPerson = met;
    return met ?? last;
  }

  /** "a minister said …", whom the next sentence names: "Jane Doe, minister for roads, faced …". "the adviser": the one before. */
  #hinted(phrase: string): Speaker | null {
    const last = this.#lastPerson;
    const noun = /^the (\p{L}+)$/iu.exec(phrase)?.[1]?.toLowerCase();
    if (noun !== undefined && last?.kind === 'unnamed' && last.name.toLowerCase().endsWith(noun)) return last;
    const office = SOME_OFFICE.exec(phrase)?.[1]?.toLowerCase();
    if (office === undefined) return null;
    const next = NEXT.exec(this.#ahead)?.[0].trim() ?? '';
    const who = introducedIn(next)[0];
    if (!who?.official || !next.startsWith(who.name) || !who.as.includes(office)) return null;
    this.meet(next);
    return this.#named(who.name);
  }

  #named(phrase: string): Speaker {
    const speaker = this.#known(phrase);
    if (speaker.kind === 'official-named' || speaker.kind === 'person-named') {
      this.#lastPerson = speaker;
      this.#people.set(lastOf(speaker.name), speaker);
      if (!this.#as.has(speaker.name)) this.#as.set(speaker.name, phrase.toLowerCase());
    }
    // "a senior diplomat said …, he added"
    else if (/^an? /i.test(phrase)) this.#lastPerson = speaker;
    if (BODY.has(speaker.kind)) this.#lastBody = speaker;
    if (speaker.kind === 'outlet-relaying') this.#lastOutlet = speaker;
    this.#last = speaker;
    return speaker;
  }

  /** Whom a phrase names: somebody introduced before, by the whole name, the last, or the first with a title. */
  #known(phrase: string): Speaker {
    const first = BY_FIRST_NAME.exec(phrase)?.[1];
    const titled = first && [...this.#people.values()].filter((p) => p.name.startsWith(`${first} `)).at(-1);
    if (titled) return titled;
    const speaker = speakerOf(phrase, this.#people, this.#outlet);
    const met = speaker.kind === 'person-named' ? this.#people.get(lastOf(speaker.name)) : undefined;
    return met?.kind === 'official-named' && met.name === speaker.name ? met : speaker;
  }

  /** People named in full, with their office: later they go by their last name. `ahead`: the text behind the sentence. */
  meet(sentence: string, ahead: string | null = null): void {
    if (ahead !== null) {
      this.#ahead = ahead;
      this.#paper = this.#nextPaper;
      this.#nextPaper = null;
    }
    const introduced = introducedIn(sentence);
    // of a body "it" may be the body
    const ofPerson = /^(?:He|She)\b/.test(sentence) || sentence.startsWith(introduced[0]?.name ?? '\n');
    if (ahead !== null && ofPerson) this.#nextPaper = PAPER_AT_END.exec(sentence)?.[1] ?? null;
    for (const { name, as, official } of introduced) {
      const before = this.#people.get(lastOf(name));
      if (before !== undefined && !(official && before.kind === 'person-named' && before.name === name))
        continue;
      this.#people.set(lastOf(name), { name, kind: official ? 'official-named' : 'person-named' });
      this.#as.set(name, as);
    }
  }

  /** Who a sentence without speech is about, where that can speak: "it" of the next sentence. */
  about(subject: string): void {
    if (!/^\p{Lu}/u.test(subject) || subject.length > LONGEST) return;
    const some = SOMEBODY.exec(subject)?.[0];
    if (some !== undefined && nobody.test(some)) this.#lastPerson = { name: some, kind: 'unnamed' };
    const speaker = this.#known(subject);
    if (speaker.kind === 'organisation' || speaker.kind === 'state') this.#lastBody = speaker;
    if (personIn(subject) !== null) this.#lastPerson = speaker;
  }
}

const lastOf = (name: string) => name.split(' ').at(-1) ?? name;
