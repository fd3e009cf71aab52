/** One article, block by block: its sentences' stretches with speaker, certainty, date and quantity. */
import { aboutOf } from './about.ts';
import type { Article, Block } from './article.ts';
import { certaintyOf } from './certainty.ts';
import { tells } from './chunk-tests.ts';
import { type Segment, segmentsOf } from './clauses.ts';
import { CodePoints } from './code-points.ts';
import { eventDate, isOpen } from './event-dates.ts';
import type { Frame } from './frames.ts';
import { acting, relative } from './lexicon.ts';
import { mainQuantity } from './main-quantity.ts';
import { COURTESY, NAMELESS } from './nameless.ts';
import { isToldAsFact } from './opinion-piece.ts';
import { type Parts, partsOf } from './parts-of.ts';
import { closedQuote, withoutConnector } from './span-of.ts';
import { personIn, type Speaker, TITLED } from './speakers.ts';
import type { Suggestion } from './suggestion.ts';
import { tag, type Word } from './tag.ts';
import { askedIn, isOfficialRecord } from './turns.ts';
import { Voices } from './voices.ts';
import { completed } from './whole-claim.ts';

/** A headline says one thing, with who says it; a short title says none. */
function asOne(words: readonly Word[], segments: readonly Segment[]): readonly Segment[] {
  if (segments.length === 0 && !tells(words, 0, words.length)) return [];
  const frame = segments.find((s) => s.frame !== null)?.frame ?? null;
  return [{ kind: 'clause', from: 0, to: words.length, frame }];
}

/** "It was not possible to check this", "They declined to say": told by nobody who spoke before. */
const IT_ITSELF =
  /^It (?:is|was|has been|remains) (?:not|un\w+|im\w+|still|too)\b|^(?:It|They) (?:declined|refused|gave no|(?:did|do|does|would|could|has|have) not)\b/;

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
    this.#add(
      start,
      end,
      {
        subject: 'article',
        predicate: 'published on',
        object: day,
        event_date: day,
        certainty: 'asserted',
        why: 'date stamp',
      },
      this.#voices.own,
    );
  }

  paragraph(block: Block): void {
    let voice: Speaker | null = null;
    const turn = block.type === 'body' ? this.#voices.turn(block.text) : 0;
    for (const sentence of tag(block.text.slice(turn), block.start + turn))
      voice = this.#sentence(sentence, voice, block.type === 'headline');
  }

  /** The speaker that the next sentence of the paragraph goes on with, where it does. */
  #sentence(sentence: readonly Word[], voice: Speaker | null, headline: boolean): Speaker | null {
    const first = sentence[0];
    const last = sentence.at(-1);
    if (!first || !last) return voice;
    const whole = this.#text.slice(first.start, last.end);
    if (/\?["”’]?$/.test(whole.trim())) return voice;
    this.#voices.meet(whole);
    const { words, segments, frame } = segmentsOf(sentence);
    const quoted = /^["“]/.test(this.#text.slice(first.start - 1, first.end).trim()) || /^["“]/.test(whole);
    const goesOn =
      voice !== null &&
      frame === null &&
      (quoted || (/^(?:They|It|These|Of (?:these|them|those))\b/.test(whole) && !IT_ITSELF.test(whole)));
    const allBy = frame === null ? (goesOn ? voice : null) : this.#speaker(words, frame);
    // "On Monday, …" dates all of it; "said Wednesday" dates the saying
    const leading = /^[^,]{0,40},/.exec(whole)?.[0] ?? '';
    const dateOfAll = /^(?:On|In|Last|Since|Yesterday|Earlier|By|During|Late|Early)\b/.test(leading)
      ? eventDate(leading, this.#on)
      : null;
    let spoke: Speaker | null = allBy;
    this.#planned = false;
    this.#before = null;
    (headline ? asOne(words, segments) : segments).forEach((segment, n) => {
      // what a relative clause tells of somebody on the way is the writer's own, not the source's
      const aside = segment.kind === 'relative' && frame?.verb === 'according to';
      // "Seoul has assured them, a diplomat said": the diplomat says so
      const told =
        frame !== null &&
        segment.frame !== null &&
        (acting.has(segment.frame.verb) || frame.verb === 'according to');
      const by = segment.frame && !told ? this.#speaker(words, segment.frame) : aside ? null : allBy;
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

  #speaker(words: readonly Word[], frame: Frame): Speaker {
    return this.#voices.speaker(this.#slice(words, frame.speaker), frame.verb);
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
    const dated = eventDate(text, this.#on);
    const said = certaintyOf(own, speaker, verb, relayed, headline);
    // "intends to train them and to give them tools"
    const goesOn = this.#planned && own[0]?.text === 'to';
    this.#planned = said === 'planned' || goesOn;
    const view =
      this.#column &&
      speaker === this.#voices.own &&
      (said === 'asserted' ||
        said === 'planned' ||
        (said === 'conditional' && !/\b(?:if|unless)\b/i.test(text))) &&
      segment.kind !== 'relative' &&
      !isToldAsFact(text, headline ? null : clause.subject, dated !== null, quantity !== undefined);
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

  /** "Outgoing US President Joe Biden": a position that is said of somebody, as far as it tells of time. */
  #titles(sentence: string, from: number): void {
    const m = TITLED.exec(sentence);
    if (!m || this.#titled.has(m[0])) return;
    this.#titled.add(m[0]);
    const person = personIn(m[0]);
    this.#add(
      from + m.index,
      from + m.index + m[0].trimEnd().length,
      {
        subject: person,
        predicate: 'is',
        object: m[0].replace(person ?? '', '').trim(),
        certainty: 'asserted',
        why: 'position',
      },
      this.#voices.floor,
    );
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
