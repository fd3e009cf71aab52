/**
 * For whom a transaction runs. Row-level security reads two settings that live as long as the transaction:
 * `tilth.programmes`, a set of programmes, and `tilth.person`. Unset means nobody and nothing. This is the only place
 * that sets them, by SET LOCAL with quoted literals, because that is what a distributed PostgreSQL (Citus with
 * `citus.propagate_set_commands = 'local'`) carries on to its workers; `set_config` it does not.
 */
import { problem, Refusal } from '@tilth/domain/problem';
import type { Actor, DbRole, Tx } from './db.ts';

const roles: Readonly<Record<DbRole, string>> = {
  server: 'tilth_server',
  fold: 'tilth_fold',
  migrate: 'tilth_migrate',
  reader: 'tilth_reader',
};

/** Lower-case letters, digits and hyphens, at most 63; so a comma can part programmes in the setting. */
const PROGRAMME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const PERSON = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The statements that make the transaction run as `actor`. Refuses ids that do not look like ids. */
export function actAs(actor: Actor): string {
  const wrong = actor.programmes.find((id) => !PROGRAMME.test(id));
  if (wrong !== undefined) throw new Refusal(problem('programme-id-wrong', { programme: wrong }));
  if (actor.person !== null && !PERSON.test(actor.person)) {
    throw new Refusal(problem('person-unknown', { name: actor.person }));
  }
  return (
    `SET LOCAL ROLE ${roles[actor.role]};` +
    `SET LOCAL tilth.programmes = '${actor.programmes.join(',')}';` +
    `SET LOCAL tilth.person = '${actor.person ?? ''}'`
  );
}

/** Goes on in another role within the same transaction, for the same programmes and person: the fold after an append. */
export async function continueAs(tx: Tx, role: DbRole): Promise<void> {
  await tx.exec(`SET LOCAL ROLE ${roles[role]}`);
}
