/**
 * POST /api/reports, /api/decisions, /api/rules: the three ways anything enters the record. Each entry is sent by the
 * person who made it; its id makes sending it twice harmless. The answer is the receipts, once everything is on disk and
 * folded.
 */
import { type Doing, mayDo } from '@tilth/domain/access/may';
import { problem } from '@tilth/domain/problem';
import { checkReason } from '@tilth/domain/report/check-act';
import type { Report } from '@tilth/domain/report/entry';
import type { Asker, Store } from '@tilth/store/store';
import { Type } from 'typebox';
import { refuse } from '../answer.ts';
import { checkQuotes } from '../articles/check-quotes.ts';
import { ProgrammeId } from '../ask.ts';
import { mustBeSomebody } from '../doorkeeper.ts';
import type { App, Context } from '../route.ts';
import { DecisionSchema, DraftSchema, ReceiptSchema, RuleSchema } from './entry-schema.ts';
import { COMMON_FILTERS, listParameters } from './list.ts';

/** A property of such a name could not be asked for in an address, or would stand in the place of what we say of an item. */
const RESERVED: ReadonlySet<string> = new Set([
  ...Object.keys(listParameters),
  ...COMMON_FILTERS,
  'format',
  'hxl',
]);

const closed = { additionalProperties: false };
const many = { minItems: 1, maxItems: 1000 };
const Answer = Type.Object({ receipts: Type.Array(ReceiptSchema) });

export function addEntries(app: App, { store }: Context): void {
  app.post(
    '/api/reports',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Send reports',
        tags: ['review'],
        body: Type.Object({ programme: ProgrammeId, reports: Type.Array(DraftSchema, many) }, closed),
        response: { 200: Answer },
      },
    },
    async ({ asker, body: { programme, reports } }) => {
      mustBeTheirs(
        'report',
        asker,
        programme,
        reports.map((d) => d.report),
      );
      await mustBelongHere(
        store,
        asker,
        programme,
        reports.map((d) => d.report),
      );
      await checkQuotes(store, asker, programme, reports);
      return { receipts: await store.append(asker, programme, { reports }) };
    },
  );

  app.post(
    '/api/decisions',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Decide on reports and items',
        tags: ['review'],
        body: Type.Object({ programme: ProgrammeId, decisions: Type.Array(DecisionSchema, many) }, closed),
        response: { 200: Answer },
      },
    },
    async ({ asker, body: { programme, decisions } }) => {
      mustBeTheirs('decide', asker, programme, decisions);
      const unreasoned = decisions.map(checkReason).find((p) => p !== null);
      if (unreasoned) refuse(unreasoned);
      return { receipts: await store.append(asker, programme, { decisions }) };
    },
  );

  app.post(
    '/api/rules',
    {
      onRequest: mustBeSomebody,
      schema: {
        summary: 'Set a rule of the programme',
        tags: ['review'],
        body: Type.Object({ programme: ProgrammeId, rules: Type.Array(RuleSchema, many) }, closed),
        response: { 200: Answer },
      },
    },
    async ({ asker, body: { programme, rules } }) => {
      mustBeTheirs('rule', asker, programme, rules);
      const lost = rules.find((r) => r.sets === 'own-property' && RESERVED.has(r.key.split('.')[1] ?? ''));
      if (lost !== undefined) refuse(problem('rule-unreadable', { sets: lost.sets, part: 'key' }));
      return { receipts: await store.append(asker, programme, { rules }) };
    },
  );
}

/**
 * A report about what is another programme's is no new record of this one: a copy beside it would be reviewed and drawn apart.
 * Only programmes that the author may read are looked in. Refusal `item-elsewhere`.
 */
async function mustBelongHere(
  store: Store,
  asker: Asker,
  programme: string,
  reports: readonly Pick<Report, 'items'>[],
): Promise<void> {
  const ids = new Set(reports.flatMap((r) => r.items.map((i) => i.id)));
  for (const [id, programmes] of await store.locate(asker, [...ids]))
    if (!programmes.includes(programme)) refuse(problem('item-elsewhere', { id, programmes }));
}

/** Refusals `not-signed-in`, `may-not`, `not-your-entry`, `body-invalid`. */
function mustBeTheirs(
  doing: Doing,
  asker: Asker,
  programme: string,
  entries: readonly { id: string; by: string; programme: string }[],
): void {
  const not = mayDo(doing, asker.person, asker.roles.get(programme), programme);
  if (not !== null) refuse(not);
  const ids = new Set<string>();
  for (const [n, entry] of entries.entries()) {
    if (ids.has(entry.id)) refuse(problem('body-invalid', { where: `/${n}/id`, expected: 'another id' }));
    ids.add(entry.id);
    if (entry.by !== asker.person) refuse(problem('not-your-entry', { id: entry.id }));
    if (entry.programme !== programme)
      refuse(problem('body-invalid', { where: 'programme', expected: programme }));
  }
}
