/**
 * GET /api/settings: everything a programme has set for itself, as the rules that set it, with who did so and when; and
 * who works in it. For administrators: others see what came of it in /api/kinds. Rules are set by POST /api/rules.
 */
import { mayDo } from '@tilth/domain/access/may';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, programmeFor } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import type { App, Context } from '../route.ts';
import { RefSchema, RuleSchema } from './entry-schema.ts';

const Query = Type.Object({ programme: Type.Optional(askSchema.programme) }, { additionalProperties: false });

const Answer = Type.Object({
  programme: Type.String(),
  rules: Type.Array(
    Type.Object({ ref: RefSchema, number: Type.Integer(), instant: Type.String(), rule: RuleSchema }),
    { description: 'in order of receipt; those that none comes after (`after`) hold' },
  ),
  people: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), role: Type.String() }), {
    description: 'accounts with a role in the programme, by name',
  }),
});

export function addSettings(app: App, { store }: Context): void {
  app.get(
    '/api/settings',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'What the programme has set for itself, and who works in it',
        tags: ['programmes'],
        querystring: Query,
        response: { 200: Answer },
      },
    },
    async ({ asker, query }) => {
      const { id: programme } = await programmeFor(store, asker, query.programme);
      const not = mayDo('rule', asker.person, asker.roles.get(programme), programme);
      if (not !== null) refuse(not);
      const [rules, people] = [await store.rules(asker, programme), await store.people(programme)];
      return { programme, rules, people };
    },
  );
}
