/**
 * Claims a text seems to make, each with its exact span, who says it, how sure, when, and why it was suggested. Nothing here
 * is a report: a person confirms or corrects each one (design, law 1). Pure and deterministic. English first: what is of the
 * language stands in lexicon.ts.
 */
import { type Article, readArticle } from './article.ts';
import { authorOf, isAboutAuthor, isOpinionPiece } from './opinion-piece.ts';
import { isOutlet, isShortFor, ownVoice, releasedBy } from './own-voice.ts';
import { Reader } from './reader.ts';
import type { Speaker } from './speakers.ts';
import type { Suggestion } from './suggestion.ts';

/** What is known of the text besides its words. */
export interface Known {
  readonly publisher?: string;
  readonly published?: string;
}

/** No word of a language: a picture as text, a key. It would take a reader of words for ever. */
const ENDLESS = /\S{400}/;

/** The body that stands above the text as whose it is. */
const bodyOf = ({ outlet }: Article) =>
  outlet !== null && ownVoice(outlet).kind !== 'outlet' ? outlet : null;

/** In the order of the text. Matter around the article (disclaimers, links, captions) is not read. */
export function suggest(text: string, known: Known = {}): readonly Suggestion[] {
  const article = readArticle(text);
  const named = known.publisher ?? article.outlet;
  // of a release that another site puts up the voice is still whose release it is; a newspaper's own piece is the newspaper's
  const itself =
    named !== null && (isOutlet(named) || (article.outlet !== null && isShortFor(article.outlet, named)));
  const release = itself ? null : (releasedBy(text) ?? bodyOf(article));
  const outlet = release ?? named;
  const on = known.published ?? article.dated?.day ?? null;
  const column = isOpinionPiece(article);
  const author = column ? authorOf(article) : null;
  const own: Speaker =
    author === null ? ownVoice(outlet, release !== null) : { name: author, kind: 'person-named' };
  const reader = new Reader(text, own, outlet, on, column);
  for (const block of article.blocks) {
    if (ENDLESS.test(block.text) || (author !== null && isAboutAuthor(block.text, author))) continue;
    if (block.type === 'body' || block.type === 'headline') reader.paragraph(block);
    if (block.type === 'stamp' && article.dated) reader.published(article);
  }
  return reader.found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
