import { problem, Refusal } from '@tilth/domain/problem';
import type { Role } from '@tilth/store/store';
import type { Command } from '../command.ts';

const roles: readonly string[] = ['viewer', 'collector', 'reviewer', 'administrator'] satisfies Role[];

export const personAdd: Command = {
  name: 'person add',
  usage: 'person add NAME --role ROLE --programme ID',
  summary: 'give a person a role in a programme',
  help: `Roles: viewer (reads what partners may), collector (reports), reviewer (decides), administrator (also people and settings). A person who exists keeps the roles in other programmes. Send them the link that “tilth sign-in NAME” prints.`,
  options: { role: { type: 'string', value: 'ROLE', help: roles.join(', ') } },
  words: [1, 1],
  async run({ store, positionals, flags, json, terminal, programme }) {
    const [name = ''] = positionals;
    const role = flags.role;
    if (typeof role !== 'string' || !roles.includes(role)) {
      throw new Refusal(problem('role-unknown', { role: String(role ?? ''), roles: [...roles] }));
    }
    const { id } = await programme();
    const person = await store.addPerson({ name, role: role as Role, programme: id });
    await terminal.out(
      json
        ? `${JSON.stringify({ person })}\n`
        : `${name} is ${role} in ${id}. For a link to sign in: tilth sign-in "${name}"\n`,
    );
    return 0;
  },
};
