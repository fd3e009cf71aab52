/**
 * /api/treaties: what states are to the four treaties on a day, worked out from the acts on record (domain/treaty), and one
 * state under all four: what is forbidden to it, with the clause, and its calendar. Where the record leaves it open, all that
 * it allows is given.
 */
import type { Party as PartyOf } from '@tilth/domain/report/entry';
import { actsSaid, type Told as ToldDay } from '@tilth/domain/treaty/acts-said';
import type { AlignedAct } from '@tilth/domain/treaty/align-acts';
import { decisionsSaid } from '@tilth/domain/treaty/decisions-said';
import { statePage } from '@tilth/domain/treaty/state-page';
import { type Follows as FollowingDay, isDisputed, type StateUnder } from '@tilth/domain/treaty/state-under';
import { statusOfStates } from '@tilth/domain/treaty/status-of-states';
import { treatyStatuses } from '@tilth/domain/treaty/status-on';
import { treatyNamed, treatyNames } from '@tilth/domain/treaty/treaty-named';
import { type Static, type TSchema, Type } from 'typebox';
import { askSchema, programmeFor, timesOf } from '../ask.ts';
import type { App, Context } from '../route.ts';
import { StampSchema } from '../stamps.ts';

const day = Type.String({ description: 'YYYY-MM-DD' });
const orNull = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
const texts = (description: string) => Type.Array(Type.String(), { description });

const Party = Type.Object({ item: Type.Optional(Type.String()), name: Type.Optional(Type.String()) });
const Told = Type.Object({
  from: orNull(day, 'null: any day up to `to`'),
  to: day,
  typed: Type.Optional(Type.String({ description: 'as it was written, where that says more' })),
  by: Party,
  source: Type.String(),
  item: Type.String({ description: 'the act on record' }),
});
const Act = Type.Object({
  class: Type.String({
    description:
      'signature, consent, provisional, entry (into force, as stated), notice (of withdrawal), effect (of a withdrawal, as stated), suspension (as stated by the state; it is no status), other, not-done (planned, denied, alleged: it changes no status)',
  }),
  types: Type.Array(
    Type.Object({
      code: Type.String(),
      by: Party,
      certainty: Type.Optional(Type.String({ description: 'of what was not done: how it is said' })),
    }),
    { description: 'what it was, a code of treaty-act-type, by who says so' },
  ),
  days: Type.Array(Told, { description: 'its day, several where sources differ' }),
  told: Type.Array(Told, { description: 'all that is told of the day' }),
  disputed: Type.Boolean({ description: 'two readings of its day can’t both be' }),
  contested: texts('who contests it and why, as stated'),
});
const Follows = Type.Array(
  Type.Object({
    from: orNull(day),
    to: orNull(day, 'null: not before an armed conflict ends, of which nobody states an end'),
    basis: Type.Enum(['rule', 'without-conflict', 'stated']),
    by: Type.Optional(Party),
  }),
);
const State = Type.Object({
  country: orNull(Type.String(), 'code of the list `country`; null: the name is on no list'),
  named: Type.String({ description: 'as a source names it' }),
  statuses: texts(`${treatyStatuses.join(', ')}; several where the record leaves it open`),
  held: Type.Array(
    Type.Object({ status: Type.String(), act: Type.String(), by: Party, source: Type.String() }),
    { description: 'who tells what each of several statuses rests on' },
  ),
  how: texts('how it consented: codes of treaty-act-type'),
  in_force: Follows,
  leaves: Follows,
  disputed: Type.Boolean({ description: 'sources differ on the day of an act, or on what follows from it' }),
  acts: Type.Array(Act),
});
const Treaty = Type.Object({
  treaty: Type.Enum([...treatyNames]),
  in_force: Type.Integer({ description: 'states for which it is in force, notice of withdrawal or not' }),
  counts: Type.Record(Type.String(), Type.Integer(), {
    description: 'states of each status, and `open`: those of which several are possible',
  }),
  unrecognised: Type.Integer({ description: 'names that are on no list, in no count above' }),
  disputed: Type.Integer({ description: 'states of which something told of their acts is disputed' }),
});
const Head = {
  stamp: StampSchema,
  pending: Type.Integer({ description: 'acts of which no report counts yet, in no figure' }),
  unplaced: Type.Integer({ description: 'acts without a treaty, a state or a kind of act, in no figure' }),
};
const Decision = Type.Object({
  item: Type.String(),
  types: texts('codes of treaty-decision-type'),
  articles: texts('codes of treaty-article'),
  decided: Type.Array(Told),
  deadline: Type.Array(Told, { description: 'the deadline after it' }),
  decided_by: orNull(Type.String()),
  objector: orNull(Type.String(), 'code of the state that objects'),
  about: orNull(Type.String(), 'the act of a state it answers'),
});
const Deadline = Type.Object({
  duty: Type.String(),
  article: Type.String(),
  days: Type.Array(day, { description: 'several where the record leaves it open' }),
  before: Type.Array(day, { description: 'by the text alone, where a decision moved it' }),
  state: orNull(Type.String(), 'ahead, passed, completed; null where readings differ'),
});
const Page = Type.Object({
  ...Head,
  country: Type.String(),
  treaties: Type.Array(
    Type.Object({
      treaty: Type.Enum([...treatyNames]),
      under: orNull(State, 'null: no act of it is on record'),
      binds: Type.Enum(['certain', 'possible', 'no']),
      forbids: Type.Array(
        Type.Object({
          act: Type.String(),
          article: Type.String(),
          of: orNull(Type.String(), 'of what the clause speaks, where not of all that the treaty covers'),
          how: Type.Enum(['never', 'unless']),
          exceptions: texts('articles that hold what stays permitted, or on what condition'),
        }),
      ),
      calendar: orNull(
        Type.Object({
          deadlines: Type.Array(Deadline),
          reports: Type.Object({
            article: Type.String(),
            last: Type.Array(day, { description: 'several where readings differ' }),
            next: Type.Array(day),
          }),
        }),
      ),
      decisions: Type.Array(Decision),
    }),
  ),
});

const Query = Type.Object(askSchema, { additionalProperties: false });

export function addTreaties(app: App, { store }: Context): void {
  const asked = async (asker: Parameters<typeof programmeFor>[1], query: Static<typeof Query>) => {
    const { id } = await programmeFor(store, asker, query.programme);
    const record = await store.treatyRecord(asker, id, timesOf(query));
    const { acts, unplaced } = actsSaid(record.acts, record.treaties);
    const head = { stamp: record.stamp, pending: record.pending, unplaced: unplaced.length };
    return { record, acts, head };
  };

  app.get(
    '/api/treaties',
    {
      schema: {
        summary: 'The four treaties on a day: how many states are what to each',
        tags: ['treaties'],
        querystring: Query,
        response: { 200: Type.Object({ ...Head, treaties: Type.Array(Treaty) }) },
      },
    },
    async ({ asker, query }) => {
      const { acts, head } = await asked(asker, query);
      const treaties = treatyNames.map((t) => countsOf(statusOfStates(t, acts, head.stamp.at)));
      return { ...head, treaties };
    },
  );

  app.get(
    '/api/treaties/:treaty',
    {
      schema: {
        summary: 'What each state on record is to one treaty on a day, with its acts by who tells them',
        tags: ['treaties'],
        params: Type.Object({ treaty: Type.Enum([...treatyNames]) }),
        querystring: Query,
        response: {
          200: Type.Object({
            ...Head,
            ...Treaty.properties,
            states: Type.Array(State),
            unlisted: Type.Array(State, { description: 'states under names that are on no list' }),
          }),
        },
      },
    },
    async ({ asker, params, query }) => {
      const { acts, head } = await asked(asker, query);
      const found = statusOfStates(treatyNamed(params.treaty) ?? 'apmbc', acts, head.stamp.at);
      return {
        ...head,
        ...countsOf(found),
        states: found.states.map(stateOf),
        unlisted: found.unrecognised.map(stateOf),
      };
    },
  );

  app.get(
    '/api/treaties/states/:country',
    {
      schema: {
        summary: 'One state on a day under all four treaties: acts, what is forbidden to it, its calendar',
        tags: ['treaties'],
        params: Type.Object({
          country: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 3166-1 alpha-3' }),
        }),
        querystring: Query,
        response: { 200: Page },
      },
    },
    async ({ asker, params: { country }, query }) => {
      const { record, acts, head } = await asked(asker, query);
      const decisions = decisionsSaid(record.decisions, record.treaties);
      const treaties = statePage(country, acts, decisions, head.stamp.at).map((t) => ({
        ...t,
        under: t.under && stateOf(t.under),
        forbids: t.forbids.map((f) => ({ ...f, exceptions: [...f.exceptions] })),
        calendar: t.calendar && {
          reports: {
            ...t.calendar.reports,
            last: [...t.calendar.reports.last],
            next: [...t.calendar.reports.next],
          },
          deadlines: t.calendar.deadlines.map((d) => ({ ...d, days: [...d.days], before: [...d.before] })),
        },
        decisions: t.decisions.map((d) => ({
          ...d,
          types: [...d.types],
          articles: [...d.articles],
          decided: d.decided.map(toldOf),
          deadline: d.deadline.map(toldOf),
        })),
      }));
      return { ...head, country, treaties };
    },
  );
}

function countsOf({ treaty, in_force, counts, states, unrecognised }: ReturnType<typeof statusOfStates>) {
  const disputed = states.filter((s) => s.disputed).length;
  return { treaty, in_force, counts: { ...counts }, unrecognised: unrecognised.length, disputed };
}

function stateOf(state: StateUnder): Static<typeof State> {
  const { country, named, statuses, held, how, in_force, leaves, disputed, acts } = state;
  return {
    country,
    named,
    statuses: [...statuses],
    held: held.map(({ by, ...rest }) => ({ ...rest, by: partyOf(by) })),
    how: [...how],
    in_force: in_force.map(followsOf),
    leaves: leaves.map(followsOf),
    disputed,
    acts: acts.map(actOf),
  };
}

function actOf(act: AlignedAct): Static<typeof Act> {
  return {
    class: act.class,
    types: act.types.map(({ code, by, certainty }) => ({
      code,
      by: partyOf(by),
      ...(certainty && { certainty }),
    })),
    days: act.days.map(toldOf),
    told: act.told.map(toldOf),
    disputed: isDisputed(act),
    contested: [...act.contested],
  };
}

function toldOf({ from, to, typed, by, source, item }: ToldDay): Static<typeof Told> {
  return { from, to, ...(typed !== undefined && { typed }), by: partyOf(by), source, item };
}

function followsOf({ from, to, basis, by }: FollowingDay): Static<typeof Follows>[number] {
  return { from, to, basis, ...(by && { by: partyOf(by) }) };
}

function partyOf({ item, name }: PartyOf): Static<typeof Party> {
  return { ...(item !== undefined && { item }), ...(name !== undefined && { name }) };
}
