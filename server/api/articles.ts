/**
 * /api/articles: texts people bring in to be read. One is posted whole, as a file or as pasted text, with what is known of it;
 * it comes back as its text, with the claims it seems to make and the articles that tell the same in the same words. Nothing
 * of it is a report until a person confirms a claim and sends it to /api/reports.
 */
import { firstVoice } from '@tilth/domain/evidence/first-voice';
import { problem } from '@tilth/domain/problem';
import { ARTICLE_BYTES } from '@tilth/formats/article/extracted';
import type { Asker } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { suggestedFor } from '../articles/suggested.ts';
import { takeArticle } from '../articles/take-article.ts';
import { ProgrammeId, programmeFor } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import type { App, Context } from '../route.ts';
import { Article, ArticlePage, NewArticle, State, Taken } from './article-schema.ts';
import { DigestText } from './entry-schema.ts';

const closed = { additionalProperties: false };
/** A file as base64, and room for what is said of it. */
const BODY = Math.ceil((ARTICLE_BYTES * 4) / 3) + 1024 * 1024;

export function addArticles(app: App, { store }: Context): void {
  /** The reading room is a workplace: for who has a role in the programme. */
  const roomFor = async (asker: Asker, named: string | undefined) => {
    const { id } = await programmeFor(store, asker, named);
    if (!asker.roles.has(id)) refuse(problem('may-not', { doing: 'read', programme: id }));
    return id;
  };
  const programme = Type.Optional(ProgrammeId);

  app.post(
    '/api/articles',
    {
      onRequest: mustBeSomebody,
      bodyLimit: BODY,
      schema: {
        summary: 'Bring in an article: a file (plain text, HTML, PDF) or pasted text',
        description:
          'The bytes are kept as received. The same again adds nothing; the same with another description adds that. Takes the right to report.',
        tags: ['articles'],
        body: NewArticle,
        response: { 200: Taken },
      },
    },
    async ({ asker, body: { programme: named, text, file, sensitivity = 'restricted', ...said } }) => {
      const id = await roomFor(asker, named);
      if ((text === undefined) === (file === undefined))
        refuse(problem('body-invalid', { where: '', expected: 'either text or file' }));
      const bytes = Buffer.from(file?.base64 ?? text ?? '', file === undefined ? 'utf8' : 'base64');
      const { at: today } = await store.stamp(asker, id);
      const given = file?.media_type ?? 'text/plain';
      return takeArticle(store, asker, id, { bytes, given, sensitivity, said, today });
    },
  );

  app.get(
    '/api/articles',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Articles you may read, the last received first',
        tags: ['articles'],
        querystring: Type.Object(
          {
            programme,
            state: Type.Optional(State),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
            after: Type.Optional({ ...DigestText, description: 'the article the page before ended with' }),
          },
          closed,
        ),
        response: { 200: Type.Object({ articles: Type.Array(Article) }) },
      },
    },
    async ({ asker, query: { programme: named, limit = 50, ...query } }) => {
      const id = await roomFor(asker, named);
      return { articles: await store.articles.list(asker, id, { ...query, limit }) };
    },
  );

  app.get(
    '/api/articles/:digest',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'One article: its text, what it seems to claim, what tells the same',
        description:
          'A report read out of it names text_digest as its capture; positions of quotes are code points of text.',
        tags: ['articles'],
        params: Type.Object({ digest: DigestText }),
        querystring: Type.Object({ programme }, closed),
        response: { 200: ArticlePage },
      },
    },
    async ({ asker, params: { digest }, query }) => {
      const id = await roomFor(asker, query.programme);
      const page = await store.articles.page(asker, id, digest);
      if (page === null) return refuse(problem('article-unknown', { capture: digest }));
      return {
        ...page,
        ...(await suggestedFor(page, asker.person ?? '')),
        voice: firstVoice(page, page.near_duplicates),
      };
    },
  );

  app.post(
    '/api/articles/:digest/reading',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Say how far you have come with an article',
        tags: ['articles'],
        params: Type.Object({ digest: DigestText }),
        body: Type.Object({ programme: ProgrammeId, state: Type.Enum(['reading', 'finished']) }, closed),
        response: { 204: Type.Null() },
      },
    },
    async ({ asker, params: { digest }, body }, reply) => {
      const id = await roomFor(asker, body.programme);
      await store.articles.mark(asker, id, digest, body.state);
      return reply.code(204).send();
    },
  );
}
