/**
 * Taking in an article, from the reading room and from the command line alike: its text is read out, what it says of itself
 * fills what nobody said of it, and bytes, text and description are kept. What a person should look at is told.
 */
import { readArticle } from '@tilth/domain/evidence/article';
import { type Description, wrongPublished } from '@tilth/domain/evidence/description';
import { languageOf } from '@tilth/domain/evidence/language';
import { lookAt } from '@tilth/domain/evidence/look-at';
import { beginning, dateLine, firstOutlet, originalAddress } from '@tilth/domain/evidence/says-of-itself';
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import type { Sensitivity } from '@tilth/domain/record/kind';
import type { Day, Digest } from '@tilth/domain/report/entry';
import { extractArticle } from '@tilth/formats/article/extract';
import type { SaysItself } from '@tilth/formats/article/extracted';
import type { Asker, Store } from '@tilth/store/store';

export interface GivenArticle {
  readonly bytes: Uint8Array;
  /** media type or file name: what the bytes do not tell themselves */
  readonly given: string;
  readonly sensitivity: Sensitivity;
  /** what a person says of it; what is missing the text may say */
  readonly said: Partial<Description> & Pick<Description, 'publisher'>;
  /** in the programme's zone */
  readonly today: Day;
}

export interface Taken {
  readonly digest: Digest;
  readonly text_digest: Digest;
  readonly described: Description;
  /** code points of the text */
  readonly length: number;
  readonly notices: readonly Problem[];
}

/** Refusals: those of extractArticle, `date-unreadable`, `date-after-receipt`, `not-signed-in`, `may-not`. */
export async function takeArticle(
  store: Store,
  asker: Asker,
  programme: string,
  { bytes, given, sensitivity, said, today }: GivenArticle,
): Promise<Taken> {
  const wrong = said.published == null ? null : wrongPublished(said.published, today);
  if (wrong !== null) throw new Refusal(wrong);
  const { says, media_type, ...extracted } = await extractArticle(bytes, given, asker.person);
  const described = describe(said, says, extracted.text, today);
  const digest = await store.articles.add(asker, programme, {
    bytes,
    media_type,
    sensitivity,
    described,
    extracted,
  });
  const page = await store.articles.page(asker, programme, digest);
  if (page === null) throw new Refusal(problem('article-unknown', { capture: digest }));
  return {
    digest,
    text_digest: page.text_digest,
    described,
    length: page.length,
    notices: [...extracted.notices, ...lookAt(extracted.text, described, today)],
  };
}

/** Characters of a title and of a name, as much as a person may give: a page may say a book of itself. */
const TITLE = 500;
const NAME = 200;

/** What a person said; else what the page says of itself; else what its text shows. */
function describe(said: GivenArticle['said'], says: SaysItself, text: string, today: Day): Description {
  const article = readArticle(text);
  const headline = article.blocks.find((b) => b.type === 'headline')?.text ?? null;
  // what the file is called by, where its text says so: the first line of a printed page is its menu
  const called = says.title !== null && standsIn(text, says.title) ? says.title : null;
  const day = says.published ?? article.dated?.day ?? null;
  const line = article.dated === null ? null : dateLine(text, article.dated);
  return {
    title: said.title ?? beginning(called ?? headline ?? says.title ?? '', TITLE) ?? beginning(text),
    publisher: said.publisher,
    // a day to come is no day it was published: it stands in the date line, for a person to look at
    published: said.published ?? (day !== null && wrongPublished(day, today) === null ? day : null),
    author: said.author ?? beginning(says.author ?? '', NAME),
    date_line: said.date_line ?? line,
    original_publisher: said.original_publisher ?? firstOutlet(article, said.publisher),
    relays: said.relays ?? [],
    language: said.language ?? languageOf(text) ?? says.language ?? 'und',
    address: said.address ?? originalAddress(text),
  };
}

/** Words that make a title of their own, and not a name that stands anywhere. */
function standsIn(text: string, title: string): boolean {
  return title.split(/\s+/u).length >= 3 && text.replace(/\s+/gu, ' ').includes(title);
}
