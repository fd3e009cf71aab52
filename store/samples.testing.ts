/** Entries and a ready office for the store's tests: small invented reports, decisions and rules. */
import { randomBytes } from 'node:crypto';
import { builtIn } from '@tilth/domain/record/kinds';
import { sealPersonal } from '@tilth/domain/report/commitment';
import type { DraftReport } from '@tilth/domain/report/draft';
import type { Decision, Id, Ref, Report, Rule } from '@tilth/domain/report/entry';
import { type Engine, makeDatabase, type TestDatabase } from './databases.testing.ts';
import type { Db, DbRole, Tx } from './db.ts';
import { prepare } from './log.ts';
import { migrate } from './migrate.ts';
import { newId } from './new-id.ts';
import { officeOf } from './office.ts';
import { addPerson } from './people.ts';
import { addProgramme } from './programmes.ts';
import type { Role } from './store.ts';

export const PROGRAMME = 'orlia';

/** A report that says the name of one invented area. */
export function report(by: Id, name: string, more: Partial<Report> = {}): Report {
  return {
    type: 'report',
    id: newId(),
    programme: PROGRAMME,
    form: 'hazardous-area',
    form_version: '1',
    date: '2024-05-01',
    when: { from: null, to: '2024-05-01' },
    by,
    written: '2024-05-01T08:00:00.000Z',
    source: { name: 'test' },
    items: [{ id: newId(), kind: 'hazardous-area' }],
    claims: [{ on: 0, property: 'name', value: { type: 'text', text: name } }],
    ...more,
  };
}

export function draft(by: Id, name: string, more: Partial<Report> = {}): DraftReport {
  return { report: report(by, name, more), personal: [] };
}

/** A report on invented victims, one a name, with the names sealed and kept apart. */
export function victimReport(by: Id, names: readonly string[], more: Partial<Report> = {}): DraftReport {
  const open = report(by, '', {
    items: names.map(() => ({ id: newId(), kind: 'victim' })),
    claims: names.map((name, on) => ({ on, property: 'name', value: { type: 'text', text: name } })),
    ...more,
  });
  return sealPersonal(open, builtIn, () => randomBytes(16).toString('hex'));
}

export function approve(by: Id, reports: readonly Ref[], step = 'review', under?: Ref): Decision {
  return {
    type: 'decision',
    id: newId(),
    programme: PROGRAMME,
    by,
    written: '2024-05-02T08:00:00.000Z',
    reason: 'looked at',
    after: [],
    act: 'approve',
    reports,
    step,
    ...(under && { under }),
  };
}

export function reviewSteps(by: Id, steps: readonly string[]): Rule {
  return {
    type: 'rule',
    id: newId(),
    programme: PROGRAMME,
    by,
    written: '2024-05-01T08:00:00.000Z',
    reason: 'agreed',
    after: [],
    sets: 'review-steps',
    key: '',
    value: steps,
  };
}

export function refsOf(...drafts: readonly DraftReport[]): readonly Ref[] {
  return drafts.map((d) => prepare(d.report).ref);
}

export interface Office {
  readonly database: TestDatabase;
  readonly db: Db;
  readonly people: Readonly<Record<Role, Id>>;
  /** a transaction for the programme, as the administrator unless told otherwise */
  as<T>(work: (tx: Tx) => Promise<T>, person?: Id | null, role?: DbRole): Promise<T>;
}

/** A migrated database with one programme and a person of each role. */
export async function makeOffice(engine: Engine): Promise<Office> {
  const database = await makeDatabase(engine);
  const db = database.open();
  await migrate(db);
  const actor = { role: 'server', programmes: [PROGRAMME], person: null } as const;
  const people = await db.transaction(actor, async (tx) => {
    await officeOf(tx, 'test office');
    await addProgramme(tx, { id: PROGRAMME, name: 'Orlia', zone: 'Pacific/Auckland', invented: true });
    const add = (role: Role) => addPerson(tx, { name: `a ${role}`, role, programme: PROGRAMME });
    return {
      viewer: await add('viewer'),
      collector: await add('collector'),
      reviewer: await add('reviewer'),
      administrator: await add('administrator'),
    };
  });
  return {
    database,
    db,
    people,
    as: (work, person = people.administrator, role = 'server') =>
      db.transaction({ role, programmes: [PROGRAMME], person }, work),
  };
}

/** Numbers from 1 on without a gap? */
export function gapless(numbers: readonly number[]): boolean {
  return [...numbers].sort((a, b) => a - b).every((n, i) => n === i + 1);
}
