/**
 * A person who is named and speaks for no office may be a resident or a victim who never asked to stand on record: the name
 * is restricted, and personal on victims, accidents and contacts, as free words are (design, law 9). What they said stays,
 * and that a named person said it.
 */
import type { Party } from '../report/entry.ts';

export function isPrivateSpeaker(party: Party | undefined): boolean {
  return party?.speaker_kind === 'person-named' && party.name !== undefined;
}

/** The party without the name, where it is a private person's. */
export function withoutPrivateName(party: Party): Party {
  if (!isPrivateSpeaker(party)) return party;
  const { name: _, ...rest } = party;
  return rest;
}
