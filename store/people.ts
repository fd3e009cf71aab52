/** Accounts and their roles by programme. An account is known by its name; people in the record are another matter. */
import { problem, Refusal } from '@tilth/domain/problem';
import type { Id } from '@tilth/domain/report/entry';
import type { Tx } from './db.ts';
import { newId } from './new-id.ts';
import type { Asker, Role } from './store.ts';

/** Gives the person of this name the role in the programme, making the account where there is none; its id. */
export async function addPerson(
  tx: Tx,
  person: { readonly name: string; readonly role: Role; readonly programme: string },
): Promise<Id> {
  const name = person.name.trim().normalize('NFC');
  if (name === '') throw new Refusal(problem('person-name-empty'));
  const [programme] = await tx.query('SELECT 1 FROM office.programme WHERE id = $1', [person.programme]);
  if (!programme)
    throw new Refusal(problem('programme-unknown', { programme: person.programme, programmes: [] }));
  const id = await account(tx, name);
  await tx.query(
    `INSERT INTO office.role (programme, person, role) VALUES ($1, $2, $3)
     ON CONFLICT (programme, person) DO UPDATE SET role = excluded.role`,
    [person.programme, id, person.role],
  );
  return id;
}

/** The account of this name, made where there is none. */
export async function account(tx: Tx, name: string): Promise<Id> {
  await tx.query('INSERT INTO office.person (id, name) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [
    newId(),
    name,
  ]);
  const id = await findPerson(tx, name);
  if (id === null) throw new Error('the account just made is not there');
  return id;
}

export async function findPerson(tx: Tx, name: string): Promise<Id | null> {
  const [row] = await tx.query<{ id: string }>('SELECT id FROM office.person WHERE name = $1', [
    name.trim().normalize('NFC'),
  ]);
  return row?.id ?? null;
}

/** Who has a role in the programme, by name. */
export async function peopleOf(tx: Tx, programme: string): Promise<{ id: Id; name: string; role: Role }[]> {
  return tx.query<{ id: Id; name: string; role: Role }>(
    `SELECT p.id, p.name, r.role FROM office.role r JOIN office.person p ON p.id = r.person
     WHERE r.programme = $1 ORDER BY p.name`,
    [programme],
  );
}

/** The person with their roles; nobody has none. A person who has no account is refused. */
export async function askerOf(tx: Tx, person: Id | null): Promise<Asker> {
  if (person === null) return { person, roles: new Map() };
  const rows = await tx.query<{ programme: string | null; role: Role | null }>(
    `SELECT r.programme, r.role FROM office.person p LEFT JOIN office.role r ON r.person = p.id WHERE p.id = $1`,
    [person],
  );
  if (rows.length === 0) throw new Refusal(problem('person-unknown', { name: person }));
  const roles = new Map<string, Role>();
  for (const { programme, role } of rows) if (programme !== null && role !== null) roles.set(programme, role);
  return { person, roles };
}
