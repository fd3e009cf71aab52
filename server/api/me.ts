/** /api/me: who asks, and what they may do where. */

import { mayDo } from '@tilth/domain/access/may';
import type { Asker } from '@tilth/store/store';
import { Type } from 'typebox';
import type { App, Context } from '../route.ts';

export const Me = Type.Object({
  person: Type.Union([Type.Object({ id: Type.String(), name: Type.String() }), Type.Null()]),
  programmes: Type.Array(
    Type.Object({
      programme: Type.String(),
      role: Type.String(),
      may: Type.Array(Type.String(), { description: 'of report, decide, rule, invite' }),
    }),
  ),
});

export function addMe(app: App, context: Context): void {
  app.get(
    '/api/me',
    { schema: { summary: 'Who I am and what I may do', tags: ['people'], response: { 200: Me } } },
    (request) => aboutMe(context, request.asker),
  );
}

export async function aboutMe({ store }: Context, asker: Asker) {
  const programmes = [...asker.roles]
    .map(([programme, role]) => ({
      programme,
      role,
      may: (['report', 'decide', 'rule', 'invite'] as const).filter(
        (doing) => mayDo(doing, asker.person, role, programme) === null,
      ),
    }))
    .sort((a, b) => (a.programme < b.programme ? -1 : 1));
  if (asker.person === null) return { person: null, programmes: [] };
  let name = '';
  for (const { programme } of programmes) {
    const found = (await store.people(programme)).find((p) => p.id === asker.person);
    if (found !== undefined) name = found.name;
  }
  return { person: { id: asker.person, name }, programmes };
}
