/** POST /api/people: an administrator gives somebody a role, and gets a one-time link to hand over. */
import { mayDo } from '@tilth/domain/access/may';
import { problem } from '@tilth/domain/problem';
import type { Id } from '@tilth/domain/report/entry';
import type { Asker, Store } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { ProgrammeId } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import type { App, Context } from '../route.ts';

const Invitation = Type.Object(
  {
    programme: ProgrammeId,
    name: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    role: Type.Union([
      Type.Literal('viewer'),
      Type.Literal('collector'),
      Type.Literal('reviewer'),
      Type.Literal('administrator'),
    ]),
    link: Type.Optional(Type.Boolean({ description: 'false: only the role; a link is made otherwise' })),
  },
  { additionalProperties: false },
);

const Answer = Type.Object({
  id: Type.String(),
  link: Type.Union([Type.String(), Type.Null()], {
    description: 'signs in once, within 24 hours; shown only now',
  }),
});

export function addPeople(app: App, { store, base }: Context): void {
  app.post(
    '/api/people',
    {
      onRequest: mustBeSomebody,
      bodyLimit: 4096,
      schema: {
        summary: 'Give a person a role in a programme, and invite them',
        tags: ['people'],
        body: Invitation,
        response: { 200: Answer },
      },
    },
    async ({ asker, body: { programme, name, role, link = true } }) => {
      const not = mayDo('invite', asker.person, asker.roles.get(programme), programme);
      if (not !== null) refuse(not);
      const known = await store.findPerson(name.trim());
      if (known !== null) {
        mustAdminister(asker, await store.asker(known));
        if (role !== 'administrator') await mustLeaveOne(store, programme, known);
      }
      const id = await store.addPerson({ name: name.trim(), role, programme });
      return { id, link: link ? `${base}/sign-in#${await store.makeSignInLink(id)}` : null };
    },
  );
}

/**
 * A link signs in as the person everywhere. So whoever asks for one for a person already known must be administrator of
 * every programme that person works in; else inviting a name would be a way into other programmes.
 */
function mustAdminister(asker: Asker, person: Asker): void {
  for (const programme of person.roles.keys()) {
    if (asker.roles.get(programme) !== 'administrator') refuse(problem('person-elsewhere'));
  }
}

/** A programme without an administrator could never have one again. Refusal `last-administrator`. */
async function mustLeaveOne(store: Store, programme: string, person: Id): Promise<void> {
  const administrators = (await store.people(programme)).filter((p) => p.role === 'administrator');
  if (administrators.length === 1 && administrators[0]?.id === person) refuse(problem('last-administrator'));
}
