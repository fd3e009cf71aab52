/**
 * /api/session: signing in with the token of a one-time link, and out. The link itself is a page of the app with the
 * token after `#`, which never reaches a server: a mail program that looks at the link does not use it up.
 */
import { problem } from '@tilth/domain/problem';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { sessionCookie } from '../doorkeeper.ts';
import type { App, Context } from '../route.ts';
import { attemptsOf } from './attempts.ts';
import { aboutMe, Me } from './me.ts';

const Token = Type.Object(
  { token: Type.String({ minLength: 16, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' }) },
  { additionalProperties: false },
);

export function addSession(app: App, context: Context): void {
  const { store, secure } = context;
  const attempts = attemptsOf({ most: 10, seconds: 60 });
  const name = sessionCookie(secure);
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;

  app.post(
    '/api/session',
    {
      bodyLimit: 1024,
      schema: {
        summary: 'Sign in with the token of a one-time link',
        tags: ['people'],
        body: Token,
        response: { 200: Me },
      },
    },
    async (request, reply) => {
      const wait = attempts.count(request.ip, process.uptime());
      if (wait > 0) refuse(problem('too-many-attempts', { seconds: wait }));
      const session = await store.signIn(request.body.token);
      if (session === null) return refuse(problem('sign-in-link-void'));
      const asker = await store.session(session);
      if (asker === null) return refuse(problem('sign-in-link-void'));
      reply.setCookie(name, session, cookie);
      return aboutMe(context, asker);
    },
  );

  app.delete(
    '/api/session',
    { schema: { summary: 'Sign out', tags: ['people'], response: { 204: Type.Null() } } },
    async (request, reply) => {
      const token = request.cookies[name];
      if (token !== undefined && token !== '') await store.signOut(token);
      reply.clearCookie(name, cookie).code(204);
      return reply.send();
    },
  );
}
