/** /api/reports/{id}: one report as it was received, whether to learn that it arrived or to correct it. */
import { problem } from '@tilth/domain/problem';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { ItemId, ProgrammeId, programmeFor } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import type { App, Context } from '../route.ts';

const Name = Type.Object({ id: Type.String(), digest: Type.String() });
const Answer = Type.Object({
  ref: Name,
  number: Type.Integer(),
  instant: Type.String({ format: 'date-time' }),
  report: Type.Unknown({ description: 'Report of domain/report/entry.ts, reduced to what you may read' }),
  personal: Type.Array(Type.Object({ n: Type.Integer(), value: Type.Unknown() }), {
    description: 'the personal values of claims `n` that you entered or may read',
  }),
  decisions: Type.Array(Type.Object({ act: Type.String(), written: Type.String(), reason: Type.String() }), {
    description: 'what was decided on it, in order of receipt',
  }),
  corrected: Type.Array(Name, { description: 'the reports that say they correct it' }),
});

export function addReport(app: App, { store }: Context): void {
  app.get(
    '/api/reports/:id',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'One report as it was received',
        tags: ['review'],
        params: Type.Object({ id: ItemId }),
        querystring: Type.Object({ programme: Type.Optional(ProgrammeId) }, { additionalProperties: false }),
        response: { 200: Answer },
      },
    },
    async ({ asker, params: { id }, query }) => {
      const programme = await programmeFor(store, asker, query.programme);
      const found = await store.report(asker, programme.id, id);
      return found ?? refuse(problem('report-unknown'));
    },
  );
}
