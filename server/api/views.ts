/** /api/views: lists saved under a name, one's own and those shared in a programme. */
import { mayDo } from '@tilth/domain/access/may';
import { problem } from '@tilth/domain/problem';
import type { Asker } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { askSchema, ItemId, KindName, ProgrammeId, programmeFor } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import { columnsText, filterText, narrowOf, withinText } from '../narrow.ts';
import type { App, Context } from '../route.ts';
import { sortSchema } from './list.ts';

const closed = { additionalProperties: false };

const Asked = Type.Object(
  {
    filter: Type.Optional(filterText),
    within: Type.Optional(withinText),
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    sort: Type.Optional(sortSchema),
    columns: Type.Optional(columnsText),
  },
  { ...closed, description: 'as in the address of the list' },
);
const said = {
  id: ItemId,
  kind: KindName,
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  shared: Type.Boolean({ description: 'with all who have a role in the programme' }),
  asked: Asked,
};
const View = Type.Object({ ...said, own: Type.Boolean(), may_change: Type.Boolean() });

export function addViews(app: App, { store }: Context): void {
  app.get(
    '/api/views',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Saved lists: yours, and those shared with you',
        tags: ['items'],
        querystring: Type.Object({ programme: askSchema.programme }, closed),
        response: { 200: Type.Object({ views: Type.Array(View) }) },
      },
    },
    async ({ asker, query }) => {
      const { id } = await programmeFor(store, asker, query.programme);
      const views = await store.savedViews(asker, id);
      const administers = asker.roles.get(id) === 'administrator';
      return { views: views.map((view) => ({ ...view, may_change: view.own || administers })) };
    },
  );

  app.post(
    '/api/views',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Save a list under a name, or change the one of this id',
        description:
          'Sharing it takes the right to report. Who made it changes it, and administrators what is shared.',
        tags: ['items'],
        body: Type.Object({ programme: ProgrammeId, ...said }, closed),
        response: { 204: Type.Null() },
      },
    },
    async ({ asker, body: { programme, ...view } }, reply) => {
      const { id } = await programmeFor(store, asker, programme);
      if (view.shared) mustReport(asker, id);
      const { filter, within, q, sort, columns } = view.asked;
      // what nobody may ask a list is not saved as one: personal properties least of all
      await store.list(asker, {
        programme: id,
        kind: view.kind,
        limit: 1,
        ...narrowOf({
          ...(filter === undefined ? {} : { filter }),
          ...(within === undefined ? {} : { within }),
        }),
        ...(q === undefined ? {} : { text: q }),
        ...(sort === undefined
          ? {}
          : { sort: { property: sort.replace(/^-/, ''), descending: sort.startsWith('-') } }),
      });
      const known = (await store.model(id)).kinds.get(view.kind)?.properties ?? {};
      const strange = columns?.split(',').find((name) => !Object.hasOwn(known, name));
      if (strange !== undefined) refuse(problem('property-unknown', { kind: view.kind, property: strange }));
      await store.saveView(asker, id, { ...view, name: view.name.trim() });
      return reply.code(204).send();
    },
  );

  app.delete(
    '/api/views/:id',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Forget a saved list',
        tags: ['items'],
        params: Type.Object({ id: ItemId }),
        querystring: Type.Object({ programme: askSchema.programme }, closed),
        response: { 204: Type.Null() },
      },
    },
    async ({ asker, params, query }, reply) => {
      const { id } = await programmeFor(store, asker, query.programme);
      await store.dropView(asker, id, params.id);
      return reply.code(204).send();
    },
  );
}

function mustReport(asker: Asker, programme: string): void {
  const not = mayDo('report', asker.person, asker.roles.get(programme), programme);
  if (not !== null) refuse(not);
}
