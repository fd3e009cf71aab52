/**
 * Whom a text has met, so that "he", "the group", "the minister" and a last name are somebody: people, the last person and the
 * last body that spoke, and who has the floor in an interview or an answer.
 */
import { OFFICE_AGAIN } from './in-office.ts';
import { DATED, goesBackTo, personIn, type Speaker, speakerOf, speakerThrough } from './speakers.ts';
import { turnOf } from './turns.ts';

const BODY: ReadonlySet<string> = new Set(['organisation', 'state', 'document', 'outlet-relaying']);

/** Characters of a name with its office. */
const LONGEST = 90;
const OF_THEM =
  /^(?:one|two|three|some|another|others|both|several|many|the other) of (?:them|those|these)$/i;
const TITLE = /^(?:Mr|Mrs|Ms|Dr)\b/;

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

  /** Who a phrase before or after a verb of speech stands for. */
  speaker(words: string, verb: string): Speaker {
    const phrase = words.replace(DATED, '');
    if (/^(?:he|she)$/i.test(phrase) && this.#lastPerson) return this.#lastPerson;
    if (/^they$/i.test(phrase) && this.#last) return this.#last;
    // "one of them" is as little named as they are
    if (OF_THEM.test(phrase)) return { name: phrase, kind: this.#last?.kind ?? 'unnamed' };
    if (phrase === '') return this.#lastPerson ?? this.#lastBody ?? this.floor;
    if (/^(?:I|we)$/i.test(phrase)) return this.floor;
    if (this.#lastPerson && OFFICE_AGAIN.test(phrase)) return this.#lastPerson;
    if (this.#lastBody && goesBackTo(phrase, this.#lastBody)) return this.#lastBody;
    if (/^(?:it|this|that|these)$/i.test(phrase)) return this.floor;
    const { phrase: named, through } =
      verb === 'according to' ? speakerThrough(phrase) : { phrase, through: null };
    const speaker = this.#named(named);
    return through === null ? speaker : { ...speaker, relayedBy: through };
  }

  #named(phrase: string): Speaker {
    const speaker = speakerOf(phrase, this.#people, this.#outlet);
    if (speaker.kind === 'official-named' || speaker.kind === 'person-named') {
      this.#lastPerson = speaker;
      this.#people.set(speaker.name.split(' ').at(-1) ?? speaker.name, speaker);
    }
    // "a senior diplomat said …, he added"
    else if (/^an? /i.test(phrase)) this.#lastPerson = speaker;
    if (BODY.has(speaker.kind)) this.#lastBody = speaker;
    this.#last = speaker;
    return speaker;
  }

  /** People named in full with an office: later they go by their last name. */
  meet(sentence: string): void {
    const person = personIn(sentence);
    if (person === null) return;
    const last = person.split(' ').at(-1) ?? person;
    if (this.#people.has(last)) return;
    const at = sentence.indexOf(person);
    this.#people.set(
      last,
      speakerOf(sentence.slice(Math.max(0, at - 60), at + person.length), new Map(), this.#outlet),
    );
  }

  /** Who a sentence without speech is about, where that can speak: "it" of the next sentence. */
  about(subject: string): void {
    if (!/^\p{Lu}/u.test(subject) || subject.length > LONGEST) return;
    const speaker = speakerOf(subject, this.#people, this.#outlet);
    if (speaker.kind === 'organisation' || speaker.kind === 'state') this.#lastBody = speaker;
    if (personIn(subject) !== null) this.#lastPerson = speaker;
  }
}
