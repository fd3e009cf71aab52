/**
 * Runs a defined report, issues it, and reads an issued one back. To issue is one report on one `issued-product` item with
 * the sheet's bytes as its capture; who may decide issues, and approves the entry with it. To issue is also the decision
 * that partners may read it, so small numbers about people are withheld before anybody sees the draft.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mayDo } from '@tilth/domain/access/may';
import type { Period } from '@tilth/domain/figures/period';
import { problem } from '@tilth/domain/problem';
import { sheetNumber } from '@tilth/domain/products/number';
import { readSheet, type Sheet } from '@tilth/domain/products/sheet';
import { underOf } from '@tilth/domain/record/review';
import { canonical } from '@tilth/domain/report/canonical';
import { refOf } from '@tilth/domain/report/digest';
import type { Claim, Decision, Id, Report, Value } from '@tilth/domain/report/entry';
import { uuidv7 } from '@tilth/domain/report/id';
import { say } from '@tilth/domain/say';
import type { Asker, Programme, Receipt, Row, Store, Times } from '@tilth/store/store';
import { refuse } from '../answer.ts';
import { freezeMap } from './sheet-map.ts';
import { type LanguageTag, worded, wordsOf } from './sheet-words.ts';

export const KIND = 'issued-product';
const MOST = 10_000;

export interface Wish {
  readonly definition: string;
  readonly period: Period;
  readonly times: Times;
  readonly language: LanguageTag;
}

/** Refuses `report-definition-unknown`, `period-wrong`. */
export async function runSheet(
  store: Store,
  asker: Asker,
  programme: Programme,
  { definition: id, period, times, language }: Wish,
): Promise<Sheet> {
  const settings = await store.reportSettings(asker, programme.id);
  const found = settings.definitions.find((d) => d.id === id);
  if (found === undefined) return refuse(problem('report-definition-unknown', { report: id }));
  const today = (await store.stamp(asker, programme.id)).at;
  if (period.from > period.to || period.from > today)
    return refuse(problem('period-wrong', { from: period.from, to: period.to, today }));
  const isOver = period.to <= today;
  const at = times.at ?? (isOver ? period.to : today);
  const { stamp, lines } = await store.figureLines(asker, programme.id, {
    ...times,
    ...(times.at === undefined && { stocks_at: at }),
    lines: found.definition.lines,
    period,
    suppressed: true,
  });
  const words = await wordsOf(language);
  const map = found.definition.map
    ? await freezeMap(store, asker, programme, { at, known: stamp.number })
    : null;
  return {
    form: 'tilth-sheet-1',
    definition_id: id,
    definition: found.definition,
    rule: found.rule,
    title: found.definition.title || say(words[`web.product.${id}`] ?? id, {}),
    language,
    period,
    programme: programme.id,
    office: stamp.office,
    fold: stamp.fold,
    at,
    ...(times.at !== undefined && { flows_at: times.at }),
    known: stamp.number,
    pending: stamp.pending,
    invented: programme.invented,
    lines: await worded(lines, { store, asker, programme: programme.id, words }),
    ...(map !== null && { map }),
  };
}

export interface Issue extends Wish {
  /** the item it becomes; asked again with the same, what was issued is answered and nothing issued anew */
  readonly id?: Id;
  readonly recipient: string;
  /** the one it takes the place of, and why */
  readonly replaces?: { readonly id: Id; readonly reason: string };
}

export interface Issued {
  readonly id: Id;
  readonly number: string;
  readonly digest: string;
  readonly receipts: readonly Receipt[];
}

/** two at once would give out one number twice */
let turn: Promise<unknown> = Promise.resolve();

export function issueSheet(store: Store, asker: Asker, programme: Programme, wish: Issue): Promise<Issued> {
  const mine = turn.then(() => issueNow(store, asker, programme, wish));
  turn = mine.catch(() => undefined);
  return mine;
}

async function issueNow(store: Store, asker: Asker, programme: Programme, wish: Issue): Promise<Issued> {
  const by = decider(asker, programme.id);
  const id = wish.id ?? newId();
  const sent = wish.id === undefined ? null : await issuedAs(store, asker, programme.id, id);
  if (sent !== null) return sent;
  const run = await runSheet(store, asker, programme, wish);
  const { replaces } = wish;
  const before = replaces ? await openIssued(store, asker, programme.id, replaces.id) : null;
  const { rows } = await store.list(asker, { programme: programme.id, kind: KIND, limit: MOST });
  const { pattern } = await store.reportSettings(asker, programme.id);
  const today = (await store.stamp(asker, programme.id)).at;
  const number = sheetNumber(
    pattern,
    today.slice(0, 4),
    rows.flatMap((r) => (typeof r.values.local_id === 'string' ? [r.values.local_id] : [])),
  );
  const sheet: Sheet = {
    ...run,
    issued: {
      number,
      instant: new Date().toISOString(),
      ...(before &&
        replaces && {
          replaces: {
            number: before.sheet.issued?.number ?? '',
            digest: before.digest,
            reason: replaces.reason,
          },
        }),
    },
  };
  const bytes = Buffer.from(canonical(sheet));
  const digest = await store.putCapture(asker, programme.id, one(bytes), {
    mediaType: 'application/json',
    name: `${number}.json`,
    sensitivity: 'partner',
  });
  const text = (value: string): Value => ({ type: 'text', text: value });
  const day = (value: string): Value => ({ type: 'date', span: { from: value, to: value } });
  const values: Readonly<Record<string, Value>> = {
    local_id: text(number),
    name: text(sheet.title),
    product_type: { type: 'code', code: 'report' },
    report: text(sheet.definition_id),
    period_from: day(sheet.period.from),
    period_to: day(sheet.period.to),
    issued_on: day(today),
    ...(wish.recipient.trim() === '' ? {} : { issued_to: text(wish.recipient.trim()) }),
    as_of: day(sheet.at),
    known_number: { type: 'number', number: sheet.known },
    office: text(sheet.office),
    fold_version: { type: 'number', number: sheet.fold },
    definitions_used: text(sheet.rule?.id ?? 'seeded'),
    sha256: text(digest),
    ...(replaces && { replaces: { type: 'link', item: replaces.id } }),
  };
  const made = reportOn(id, programme, by, today, values, digest);
  const all = replaces ? [made, withdrawal(replaces.id, replaces.reason, programme, by, today)] : [made];
  return { id, number, digest, receipts: await send(store, asker, programme.id, all) };
}

/** What was issued under this id already; null where nothing was. */
async function issuedAs(store: Store, asker: Asker, programme: string, id: Id): Promise<Issued | null> {
  if ((await liveOnes(store, asker, programme, { id })).length === 0) return null;
  const { sheet, digest } = await openIssued(store, asker, programme, id);
  return { id, number: sheet.issued?.number ?? '', digest, receipts: [] };
}

/** Says that an issued sheet is to be used no more. It stays as it was. */
export async function withdrawSheet(
  store: Store,
  asker: Asker,
  programme: Programme,
  id: Id,
  reason: string,
): Promise<readonly Receipt[]> {
  const by = decider(asker, programme.id);
  await openIssued(store, asker, programme.id, id);
  const today = (await store.stamp(asker, programme.id)).at;
  return send(store, asker, programme.id, [withdrawal(id, reason, programme, by, today)]);
}

function decider(asker: Asker, programme: string): Id {
  const not = mayDo('decide', asker.person, asker.roles.get(programme), programme);
  return not === null && asker.person !== null ? asker.person : refuse(not ?? problem('not-signed-in'));
}

async function send(
  store: Store,
  asker: Asker,
  programme: string,
  reports: readonly Report[],
): Promise<readonly Receipt[]> {
  const { review } = await store.reportSettings(asker, programme);
  const refs = reports.map((r) => refOf(r));
  const [first] = reports;
  if (first === undefined) return [];
  const decisions = review.steps.map(
    (step): Decision => ({
      type: 'decision',
      id: newId(),
      programme,
      by: first.by,
      written: first.written,
      reason: '',
      after: [],
      act: 'approve',
      reports: refs,
      step,
      ...underOf(review),
    }),
  );
  return store.append(asker, programme, {
    reports: reports.map((report) => ({ report, personal: [] })),
    decisions,
  });
}

function withdrawal(id: Id, reason: string, programme: Programme, by: Id, today: string): Report {
  return reportOn(id, programme, by, today, {
    withdrawn_on: { type: 'date', span: { from: today, to: today } },
    withdrawn_why: { type: 'text', text: reason },
  });
}

function reportOn(
  item: Id,
  programme: Programme,
  by: Id,
  today: string,
  values: Readonly<Record<string, Value>>,
  capture?: string,
): Report {
  return {
    type: 'report',
    id: newId(),
    programme: programme.id,
    form: KIND,
    form_version: '1',
    date: today,
    when: { from: today, to: today },
    by,
    written: new Date().toISOString(),
    source: { name: programme.name },
    ...(capture !== undefined && { capture }),
    items: [{ id: item, kind: KIND }],
    claims: Object.entries(values).map(([property, value]): Claim => ({ on: 0, property, value })),
  };
}

const newId = (): Id => uuidv7(Date.now(), randomBytes(10));

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/**
 * Issued ones by their values, without what was only reported of them: anybody who reports may say that one was replaced or
 * withdrawn, or that a sheet was issued which never was.
 */
export async function liveOnes(
  store: Store,
  asker: Asker,
  programme: string,
  where: Readonly<Record<string, string>>,
): Promise<readonly Row[]> {
  const { rows } = await store.list(asker, {
    programme,
    kind: KIND,
    where: { ...where, standing: 'live' },
    limit: 100,
  });
  const found: Row[] = [];
  for (const row of rows) {
    const page = await store.item(asker, programme, row.id);
    const waiting = new Set(
      page?.view.properties.filter((p) => p.state === 'pending').map((p) => p.property) ?? [],
    );
    const values = Object.fromEntries(Object.entries(row.values).filter(([name]) => !waiting.has(name)));
    if (Object.keys(where).every((name) => name === 'id' || !waiting.has(name)))
      found.push({ ...row, values });
  }
  return found;
}

export interface OpenIssued {
  readonly row: Row;
  readonly sheet: Sheet;
  readonly digest: string;
  /** the bytes that were sent */
  readonly bytes: string;
}

/** Refuses `item-unknown`, `capture-unknown`, and `sheet-unreadable` where the bytes are none of ours or not those named. */
export async function openIssued(store: Store, asker: Asker, programme: string, id: Id): Promise<OpenIssued> {
  const [row] = await liveOnes(store, asker, programme, { id });
  if (row === undefined) return refuse(problem('item-unknown', { id }));
  const digest = row.values.sha256;
  if (typeof digest !== 'string' || !/^[0-9a-f]{64}$/.test(digest))
    return refuse(problem('sheet-unreadable', { item: id }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of store.readCapture(asker, programme, digest)) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const sheet = readSheet(bytes.toString('utf8'));
  if (
    sheet === null ||
    sheet.programme !== programme ||
    createHash('sha256').update(bytes).digest('hex') !== digest
  )
    return refuse(problem('sheet-unreadable', { item: id }));
  return { row, sheet, digest, bytes: bytes.toString('utf8') };
}
