/**
 * /api/{kind}/{id}/changes: what each report and decision changed of an item. /api/{kind}/{id}/links: the items it names and
 * those that name it.
 */
import { problem } from '@tilth/domain/problem';
import type { Asker, Store } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { homeOf, ItemId, itemSchema, KindName, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { RowSchema } from './list.ts';

const closed = { additionalProperties: false };
const OrNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Number>>(of: T) =>
  Type.Union([of, Type.Null()]);

const SideSchema = Type.Union([
  Type.Null(),
  Type.Object({
    values: Type.Array(Type.Unknown({ description: 'Value of domain/report/value.ts' })),
    state: Type.String(),
  }),
]);
const ChangesAnswer = Type.Object({
  stamp: StampSchema,
  changes: Type.Array(
    Type.Object({
      number: Type.Integer(),
      properties: Type.Array(
        Type.Object({
          property: Type.String(),
          definition: Type.String(),
          before: SideSchema,
          after: SideSchema,
        }),
      ),
      standing: Type.Object({ before: OrNull(Type.String()), after: OrNull(Type.String()) }),
      m2: Type.Object(
        { before: OrNull(Type.Number()), after: OrNull(Type.Number()) },
        { description: 'what is drawn' },
      ),
      joined: Type.Object(
        { before: Type.Integer(), after: Type.Integer() },
        { description: 'how many items show as one' },
      ),
    }),
    { description: 'by receipt number, each held against what was known before it' },
  ),
  untold: Type.Integer({ description: 'entries before these, whose change is not worked out' }),
});

const LinksAnswer = Type.Object({
  stamp: StampSchema,
  groups: Type.Array(
    Type.Object({
      kind: Type.String({ description: 'of the items at the other end' }),
      property: Type.String({ description: 'that links them: of this item (out), of the others (in)' }),
      way: Type.Union([Type.Literal('out'), Type.Literal('in')]),
      matched: Type.Integer(),
      rows: Type.Array(RowSchema, { description: 'the first fifty' }),
    }),
  ),
  unfound: Type.Array(Type.Object({ property: Type.String(), key: Type.String() }), {
    description: 'links that name nothing on record here, as typed',
  }),
});

const Params = Type.Object({ kind: KindName, id: ItemId });
const Query = Type.Object(itemSchema, closed);

export function addAroundItem(app: App, { store }: Context): void {
  app.get(
    '/api/:kind/:id/changes',
    {
      schema: {
        summary: 'What each report and decision changed of an item',
        tags: ['items'],
        params: Params,
        querystring: Query,
        response: { 200: ChangesAnswer },
      },
    },
    async ({ asker, params: { kind, id }, query }) => {
      const programme = await mustBeHere(store, asker, kind, id, query.programme);
      const found = await store.changes(asker, programme, id, timesOf(query));
      return found ?? refuse(problem('item-unknown', { id }));
    },
  );
  app.get(
    '/api/:kind/:id/links',
    {
      schema: {
        summary: 'The items it names and those that name it',
        tags: ['items'],
        params: Params,
        querystring: Query,
        response: { 200: LinksAnswer },
      },
    },
    async ({ asker, params: { kind, id }, query }) => {
      const programme = await mustBeHere(store, asker, kind, id, query.programme);
      const found = await store.linked(asker, programme, id, timesOf(query));
      return found ?? refuse(problem('item-unknown', { id }));
    },
  );
}

/** The programme meant of those with the item. Refusals of `homeOf`, and `kind-unknown`. */
async function mustBeHere(
  store: Store,
  asker: Asker,
  kind: string,
  id: string,
  named: string | undefined,
): Promise<string> {
  const programme = await homeOf(store, asker, id, named);
  if (!(await store.model(programme)).kinds.has(kind)) return refuse(problem('kind-unknown', { kind }));
  return programme;
}
