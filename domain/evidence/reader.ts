/** One article, block by block: its sentences' stretches with speaker, certainty, date and quantity. */
import { aboutOf } from './about.ts';
import type { Article, Block } from './article.ts';
import { certaintyOf } from './certainty.ts';
import { type Segment, segmentsOf } from './clauses.ts';
import { CodePoints } from './code-points.ts';
import { laterThan } from './date-forms.ts';
import { dateOfSentence, eventDate, isOpen } from './event-dates.ts';
import type { Frame } from './frames.ts';
import { headlined } from './headline.ts';
import { acting, relative } from './lexicon.ts';
import { mainQuantity } from './main-quantity.ts';
import { COURTESY, NAMELESS } from './nameless.ts';
import { isView } from './opinion-piece.ts';
import { type Parts, partsOf } from './parts-of.ts';
import { positionIn } from './position.ts';
import { beforeQuestion, goesBack, quotedIn } from './quotations.ts';
import { closedQuote, withoutConnector } from './span-of.ts';
import type { Speaker } from './speakers.ts';
import type { Suggestion } from './suggestion.ts';
import { type Sentence, tag, type Word } from './tag.ts';
import { askedIn, isOfficialRecord } from './turns.ts';
import { Voices } from './voices.ts';
import { completed } from './whole-claim.ts';

/** Characters behind a sentence in which the next may name whom it speaks of. */
const AHEAD = 200;

/** Reads block after block and remembers whom it met: people go by their last name after the first time. */
export class Reader {
  readonly found: Suggestion[] = [];
  readonly #text: string;
  readonly #voices: Voices;
  readonly #on: string | null;
  /** whether the piece is its author's opinion */
  readonly #column: boolean;
  readonly #points: CodePoints;
  /** the sentence that says why somebody is not named */
  #nameless: readonly Word[] | null = null;
  #titled = new Set<string>();
  /** the day that was last told */
  #day: string | null = null;
  /** of the clause before in the sentence */
  #before: Parts | null = null;
  /** whether the clause before in the sentence is of a plan */
  #planned = false;

  /** `own`: whoever speaks where nobody is said to. `column`: whether the piece is its author's opinion. */
  constructor(text: string, own: Speaker, outlet: string | null, on: string | null, column: boolean) {
    this.#column = column;
    this.#text = text;
    this.#voices = new Voices(own, outlet, askedIn(text), isOfficialRecord(text));
    this.#on = on;
    this.#points = new CodePoints(text);
  }

  published(article: Article): void {
    if (!article.dated) return;
    const { start, end, day } = article.dated;
    const made = { subject: 'article', predicate: 'published on', object: day, event_date: day } as const;
    this.#add(start, end, { ...made, certainty: 'asserted', why: 'date stamp' }, this.#voices.own);
  }

  paragraph(block: Block): void {
    let voice: Speaker | null = null;
    const turn = block.type === 'body' ? this.#voices.turn(block.text) : 0;
    const sentences = tag(block.text.slice(turn), block.start + turn);
    const quoted = quotedIn(this.#text, sentences);
    sentences.forEach((sentence, n) => {
      const { inside, closes } = quoted[n] ?? { inside: false, closes: null };
      const end = closes === null || inside ? undefined : sentences[closes];
      const said = end === undefined ? null : this.#closing(end);
      voice = this.#sentence(sentence, said ?? voice, block.type === 'headline', inside || said !== null);
    });
  }

  /** Who is said to speak behind a quotation that ends in the sentence: '… full stop," she said.' */
  #closing(sentence: Sentence): Speaker | null {
    const { words, frame } = segmentsOf(sentence);
    if (frame === null) return null;
    const marks = words.findLastIndex((w) => w.text === '"' || w.text === '”');
    if (frame.speaker.from < marks) return null;
    this.#voices.meet(this.#slice(sentence, { from: 0, to: sentence.length }));
    return this.#speaker(words, frame);
  }

  /** The speaker that the next sentence of the paragraph goes on with, where it does. */
  #sentence(sentence: Sentence, voice: Speaker | null, headline: boolean, inside: boolean): Speaker | null {
    const first = sentence[0];
    const last = sentence.at(-1);
    if (!first || !last) return voice;
    const whole = this.#text.slice(first.start, last.end);
    if (/\?["”’]?$/.test(whole.trim())) {
      const told = beforeQuestion(sentence);
      return told ? this.#sentence(told, voice, headline, inside) : voice;
    }
    this.#voices.meet(whole, this.#text.slice(last.end, last.end + AHEAD));
    const { words, segments, frame } = segmentsOf(sentence);
    const quoted = inside || /^.?["“]/su.test(this.#text.slice(Math.max(0, first.start - 1), first.end));
    const goesOn = voice !== null && frame === null && (quoted || goesBack(whole));
    const allBy = frame === null ? (goesOn ? voice : null) : this.#speaker(words, frame);
    const dateOfAll = dateOfSentence(whole, this.#on);
    let spoke: Speaker | null = allBy;
    this.#planned = false;
    this.#before = null;
    (headline ? headlined(words, segments) : segments).forEach((segment, n) => {
      // what a relative clause tells of somebody on the way is the writer's own, not the source's
      const aside = segment.kind === 'relative' && frame?.verb === 'according to';
      // "Seoul has assured them, a diplomat said": the diplomat says so
      const told =
        frame !== null &&
        segment.frame !== null &&
        (acting.has(segment.frame.verb) || frame.verb === 'according to');
      const named =
        segment.frame && !told ? this.#speaker(words, segment.frame, quoted ? voice : null) : null;
      const by = named ?? (aside ? null : allBy);
      if (by !== null) spoke = by;
      const speaker = by ?? (headline ? this.#headliner(words, segment) : this.#voices.floor);
      this.#segment(
        words,
        segment,
        speaker,
        segment.frame?.verb ?? frame?.verb ?? null,
        n === 0 || segment.frame !== null ? dateOfAll : null,
        by !== null,
        headline,
      );
    });
    this.#titles(whole, first.start);
    if (frame === null && segments[0]?.frame === null && segments[0].kind === 'clause')
      this.#voices.about(partsOf(words.slice(segments[0].from, segments[0].to), this.#text).subject ?? '');
    return spoke;
  }

  #headliner(words: readonly Word[], segment: Segment): Speaker {
    const text = this.#slice(words, segment);
    if (/^(?:Media|Press|Reports?)\b/.test(text)) return { name: 'media', kind: 'outlet' };
    return this.#voices.own;
  }

  #speaker(words: readonly Word[], frame: Frame, quoted: Speaker | null = null): Speaker {
    return this.#voices.speaker(this.#slice(words, frame.speaker), frame.verb, quoted);
  }

  #segment(
    words: readonly Word[],
    segment: Segment,
    speaker: Speaker,
    verb: string | null,
    date: string | null,
    attributed: boolean,
    headline: boolean,
  ): void {
    const span = withoutConnector(words, segment);
    const own = words.slice(span.from, span.to);
    if (own.length < 3 && segment.kind !== 'list') return;
    const start = own[0]?.start ?? 0;
    const end = closedQuote(this.#text, start, own.at(-1)?.end ?? start);
    const text = this.#text.slice(start, end);
    if (COURTESY.test(text)) return;
    if (NAMELESS.test(text)) {
      this.#nameless = words;
      return;
    }
    // "… of anonymity because no decision had been announced"
    if (this.#nameless === words && words[segment.from]?.text.toLowerCase() === 'because') return;
    const quantity = mainQuantity(text);
    const relayed = attributed && (speaker.kind === 'outlet-relaying' || speaker.relayedBy !== undefined);
    const clause = completed(partsOf(own, this.#text), segment, words, this.#text, this.#before);
    if (!relative.has(own[0]?.text.toLowerCase() ?? '')) this.#before = clause;
    const dated = eventDate(text, this.#on) ?? laterThan(text, this.#day);
    this.#day = dated ?? this.#day;
    const said = certaintyOf(own, speaker, verb, relayed, headline);
    // "intends to train them and to give them tools"
    const goesOn = this.#planned && own[0]?.text === 'to';
    this.#planned = said === 'planned' || goesOn;
    const view =
      this.#column &&
      speaker === this.#voices.own &&
      segment.kind !== 'relative' &&
      isView(said, text, headline ? null : clause.subject, dated !== null, quantity !== undefined);
    const certainty = view ? 'opinion' : goesOn ? 'planned' : said;
    this.#add(
      start,
      end,
      {
        ...clause,
        ...(quantity ? { value: quantity.value, unit: quantity.unit, bound: quantity.bound } : {}),
        event_date: dated ?? (isOpen(text) ? this.#on : date),
        certainty,
        why: [segment.kind, segment.frame?.verb ?? verb].filter(Boolean).join(', '),
      },
      speaker,
    );
  }

  #titles(sentence: string, from: number): void {
    const position = positionIn(sentence);
    if (position === null || this.#titled.has(position.text)) return;
    const { text, at, person, office } = position;
    this.#titled.add(text);
    const made = {
      subject: person,
      predicate: 'is',
      object: office,
      certainty: 'asserted',
      why: 'position',
    } as const;
    this.#add(from + at, from + at + text.length, made, this.#voices.floor);
  }

  #slice(words: readonly Word[], { from, to }: { readonly from: number; readonly to: number }): string {
    return to > from ? this.#text.slice(words[from]?.start ?? 0, words[to - 1]?.end ?? 0) : '';
  }

  #add(
    start: number,
    end: number,
    made: Partial<Suggestion> & Pick<Suggestion, 'certainty' | 'why'>,
    speaker: Speaker,
  ): void {
    const about = aboutOf(this.#text.slice(start, end));
    this.found.push({
      span: { start: this.#points.at(start), end: this.#points.at(end), text: this.#text.slice(start, end) },
      subject: null,
      predicate: 'says',
      object: null,
      value: null,
      unit: null,
      bound: null,
      event_date: null,
      kind: about?.kind ?? null,
      property: about?.property ?? null,
      code: about?.code ?? null,
      ...made,
      speaker: speaker.name,
      speaker_kind: speaker.kind,
      relayed_by: speaker.relayedBy ?? null,
    });
  }
}
