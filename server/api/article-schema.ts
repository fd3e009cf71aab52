/** The shapes of articles as people send them and get them back (domain/evidence, store/articles/articles.ts). */
import { Type } from 'typebox';
import { At, ItemId, ProgrammeId } from '../ask.ts';
import { DigestText, RefSchema } from './entry-schema.ts';

const closed = { additionalProperties: false };
const line = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Sensitivity = Type.Enum(['public', 'partner', 'restricted', 'personal']);

export const State = Type.Enum(['new', 'reading', 'finished'], {
  description: 'new: nobody has begun to read it',
});

const said = {
  title: line(500),
  publisher: line(200),
  published: At,
  author: line(200),
  date_line: line(200),
  original_publisher: line(200),
  language: Type.String({ pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$', maxLength: 35 }),
  address: line(2000),
};

export const NewArticle = Type.Object(
  {
    programme: Type.Optional(ProgrammeId),
    text: Type.Optional(Type.String({ minLength: 1, description: 'pasted text' })),
    file: Type.Optional(
      Type.Object(
        {
          base64: Type.String({ minLength: 1, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
          media_type: Type.Optional(line(100)),
        },
        closed,
      ),
    ),
    title: Type.Optional(said.title),
    publisher: { ...said.publisher, description: 'whose site, paper or programme it stands in' },
    published: Type.Optional(said.published),
    author: Type.Optional({ ...said.author, description: 'as the by-line names them' }),
    date_line: Type.Optional({ ...said.date_line, description: 'place and day the piece gives as its own' }),
    original_publisher: Type.Optional({
      ...said.original_publisher,
      description: 'whose text it was first, as an agency’s',
    }),
    relays: Type.Optional(
      Type.Array(line(200), { maxItems: 20, description: 'further hands it came through' }),
    ),
    language: Type.Optional({ ...said.language, description: 'BCP 47' }),
    address: Type.Optional({ ...said.address, description: 'where it stood when it was taken' }),
    sensitivity: Type.Optional(Sensitivity),
  },
  { ...closed, description: 'either text or file' },
);

const description = {
  title: orNull(said.title),
  publisher: said.publisher,
  published: orNull(said.published),
  author: orNull(said.author),
  date_line: orNull(said.date_line),
  original_publisher: orNull(said.original_publisher),
  relays: Type.Array(Type.String()),
  language: said.language,
  address: orNull(said.address),
};

const Notice = Type.Object({ code: Type.String(), facts: Type.Record(Type.String(), Type.Unknown()) });

export const Taken = Type.Object({
  digest: { ...DigestText, description: 'of the bytes as received: what names the article' },
  text_digest: DigestText,
  length: Type.Integer({ description: 'code points of its text' }),
  described: Type.Object(description),
  notices: Type.Array(Notice),
});

const Instant = Type.String({ format: 'date-time' });
const article = {
  digest: DigestText,
  ...description,
  media_type: Type.String(),
  bytes: Type.Integer(),
  sensitivity: Sensitivity,
  received: Instant,
  brought_by: ItemId,
  state: State,
};
export const Article = Type.Object({
  ...article,
  copies: Type.Integer({ description: 'articles that tell the same in the same words' }),
});

const share = Type.Number({ minimum: 0, maximum: 1 });
const Suggestion = Type.Object({
  span: Type.Object(
    { start: Type.Integer(), end: Type.Integer(), text: Type.String() },
    { description: 'code points of the text' },
  ),
  subject: orNull(Type.String()),
  predicate: Type.String(),
  object: orNull(Type.String()),
  value: Type.Union([Type.Number(), Type.String(), Type.Null()]),
  unit: orNull(Type.String()),
  bound: orNull(Type.Enum(['exact', 'at-most', 'at-least', 'about', 'vague'])),
  event_date: { ...orNull(Type.String()), description: 'EDTF' },
  speaker: Type.String(),
  speaker_kind: Type.String(),
  certainty: Type.String(),
  relayed_by: orNull(Type.String()),
  why: Type.String(),
  kind: orNull(Type.String()),
  property: orNull(Type.String()),
  code: orNull(Type.String()),
});

export const ArticlePage = Type.Object({
  ...article,
  text_digest: { ...DigestText, description: 'what a report read out of it names as its capture' },
  text: Type.String(),
  extractor: Type.String(),
  version: Type.String(),
  length: Type.Integer({ description: 'code points of the text' }),
  layout: Type.Array(
    Type.Object({
      start: Type.Integer(),
      end: Type.Integer(),
      page: Type.Integer(),
      x: Type.Number(),
      y: Type.Number(),
      width: Type.Number(),
      height: Type.Number(),
    }),
    { description: 'where the lines of a PDF stand: points from the upper left corner of the page' },
  ),
  notices: Type.Array(Notice),
  reports: Type.Array(
    Type.Object({
      ref: RefSchema,
      number: Type.Integer(),
      instant: Instant,
      by: ItemId,
      claims: Type.Array(Type.Object({ n: Type.Integer(), start: Type.Integer(), end: Type.Integer() })),
    }),
    { description: 'reports on record that were read out of it, and where in the text each claim stands' },
  ),
  descriptions: Type.Array(Type.Object({ ...description, id: ItemId, instant: Instant, by: ItemId })),
  near_duplicates: Type.Array(
    Type.Object({
      digest: DigestText,
      title: orNull(Type.String()),
      publisher: Type.String(),
      original_publisher: orNull(Type.String()),
      published: orNull(Type.String()),
      received: Instant,
      alike: share,
      within: share,
    }),
    { description: 'articles that tell the same in the same words, the likest first' },
  ),
  voice: Type.Object(
    { name: Type.String(), because: Type.Enum(['own', 'named', 'a-copy-names', 'first']) },
    { description: 'who says what the article says in its own name: copies of one story are one voice' },
  ),
  suggestions: Type.Array(Suggestion),
});
