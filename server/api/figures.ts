/** /api/totals, /api/to-locate, /api/overlaps, /api/stamp: what is counted, and what stands beside every count. */
import { Refusal } from '@tilth/domain/problem';
import type { Asker, Store } from '@tilth/store/store';
import { Type } from 'typebox';
import { askSchema, programmesFor, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';
import { RowSchema } from './list.ts';

const Query = Type.Object(askSchema, { additionalProperties: false });
const m2 = (description: string) => Type.Number({ description });
const range = Type.Object({ least: m2('m²'), most: m2('m²') });

const Totals = Type.Object({
  totals: Type.Array(
    Type.Object({
      programme: Type.String(),
      sum: m2('m², all outlines added'),
      once: m2('m², land counted once'),
      sha: m2('m², suspected, land that is also confirmed left out'),
      cha: m2('m², confirmed'),
      items: Type.Integer(),
      range: Type.Object(
        { sum: range, once: range, sha: range, cha: range },
        {
          description:
            'between what and what each figure lies: outline, class or status of some land is disputed. The figures above count all that is drawn, under the most dangerous class',
        },
      ),
      unmeasured: Type.Integer({
        description:
          'hazards whose extent is unknown, or not known in full: what is not measured is in no area above',
      }),
      to_locate: Type.Integer({ description: 'hazards that cannot be drawn' }),
      papers_not_held: Type.Object(
        { items: Type.Integer(), m2: Type.Number() },
        {
          description:
            'land an earlier system calls closed without the papers held: in none of the figures above',
        },
      ),
      stamp: StampSchema,
    }),
  ),
});

export function addFigures(app: App, { store }: Context): void {
  app.get(
    '/api/totals',
    {
      schema: {
        summary: 'Hazard areas per programme, summed and counted once',
        tags: ['figures'],
        querystring: Query,
        response: { 200: Totals },
      },
    },
    async ({ asker, query }) => {
      const totals = await ofEach(store, asker, query.programme, async (id) => {
        const { toLocate, papersNotHeld, ...figures } = await store.hazardTotals(asker, id, timesOf(query));
        return { programme: id, ...figures, to_locate: toLocate, papers_not_held: papersNotHeld };
      });
      return { totals };
    },
  );

  app.get(
    '/api/to-locate',
    {
      schema: {
        summary: 'Hazards that cannot be drawn',
        tags: ['figures'],
        querystring: Query,
        response: { 200: Type.Object({ stamps: Type.Array(StampSchema), rows: Type.Array(RowSchema) }) },
      },
    },
    async ({ asker, query }) => {
      const stamps = [];
      const rows = [];
      for (const { id } of await programmesFor(store, asker, query.programme)) {
        const found = await store.toLocate(asker, id, timesOf(query));
        stamps.push(found.stamp);
        rows.push(...found.rows);
      }
      return { stamps, rows };
    },
  );

  app.get(
    '/api/overlaps',
    {
      schema: {
        summary: 'Pairs of drawn hazards that share land',
        tags: ['figures'],
        querystring: Query,
        response: {
          200: Type.Object({
            stamps: Type.Array(StampSchema),
            pairs: Type.Array(
              Type.Object({
                programme: Type.String(),
                a: Type.String(),
                b: Type.String(),
                m2: m2('m² both cover'),
              }),
            ),
          }),
        },
      },
    },
    async ({ asker, query }) => {
      const found = await ofEach(store, asker, query.programme, async (id) => {
        const { stamp, pairs } = await store.overlaps(asker, id, timesOf(query));
        return { stamp, pairs: pairs.map((pair) => ({ programme: id, ...pair })) };
      });
      return { stamps: found.map((f) => f.stamp), pairs: found.flatMap((f) => f.pairs) };
    },
  );

  app.get(
    '/api/stamp',
    {
      schema: {
        summary: 'Where the record stands: office, number, fold version',
        tags: ['figures'],
        querystring: Query,
        response: { 200: Type.Object({ stamps: Type.Array(StampSchema) }) },
      },
    },
    async ({ asker, query }) => {
      const stamps = [];
      for (const { id } of await programmesFor(store, asker, query.programme))
        stamps.push(await store.stamp(asker, id, timesOf(query)));
      return { stamps };
    },
  );
}

/**
 * What `work` gives for each programme meant. Where none is named, those whose hazards the asker may not place are left
 * out, rather than keeping back the figures of the others.
 */
async function ofEach<T>(
  store: Store,
  asker: Asker,
  named: string | undefined,
  work: (programme: string) => Promise<T>,
): Promise<readonly T[]> {
  const done: T[] = [];
  for (const { id } of await programmesFor(store, asker, named)) {
    try {
      done.push(await work(id));
    } catch (error) {
      const kept = error instanceof Refusal && error.problem.code === 'may-not' && named === undefined;
      if (!kept) throw error;
    }
  }
  return done;
}
