/** Whose work a command is, and on which programme. */
import { problem, Refusal } from '@tilth/domain/problem';
import type { Asker, Programme, Store } from '@tilth/store/store';

/** Who sits at the machine itself: may do everything there, is recorded by this name, and has no password anywhere. */
export const LOCAL_ADMINISTRATOR = 'Local administrator';

/**
 * The person named, or the local administrator, made and given the role in every programme as needed.
 * Refusal `person-unknown` when `name` is nobody's.
 */
export async function askerNamed(store: Store, name: string | undefined): Promise<Asker> {
  if (name !== undefined && name !== LOCAL_ADMINISTRATOR) {
    const person = await store.findPerson(name);
    if (person === null) throw new Refusal(problem('person-unknown', { name }));
    return store.asker(person);
  }
  let person = await store.findPerson(LOCAL_ADMINISTRATOR);
  const before = person === null ? null : await store.asker(person);
  for (const { id } of await store.everyProgramme()) {
    if (before?.roles.get(id) === 'administrator') continue;
    person = await store.addPerson({ name: LOCAL_ADMINISTRATOR, role: 'administrator', programme: id });
  }
  return store.asker(person);
}

/** The programme meant. Refusals `programme-unknown`, `programme-not-named` (several: facts list them), `programme-none`. */
export async function programmeNamed(store: Store, id: string | undefined): Promise<Programme> {
  const all = await store.everyProgramme();
  const ids = all.map((p) => p.id);
  if (id !== undefined) {
    const named = all.find((p) => p.id === id);
    if (named === undefined)
      throw new Refusal(problem('programme-unknown', { programme: id, programmes: ids }));
    return named;
  }
  if (all.length > 1) throw new Refusal(problem('programme-not-named', { programmes: ids }));
  const only = all[0];
  if (only === undefined) throw new Refusal(problem('programme-none'));
  return only;
}
