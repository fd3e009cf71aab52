/** What a reader's rights are in a programme, and the record kinds as they hold over several programmes together. */
import { mayRead, readLevel } from '@tilth/domain/access/level';
import type { Kind, Model, Property, Sensitivity } from '@tilth/domain/record/kind';
import type { Asker, Programme, Store } from '@tilth/store/store';

export interface Room {
  readonly programme: Programme;
  readonly model: Model;
  /** this asker's level for a kind here */
  level(kind: string): Sensitivity | null;
}

/** `models`: where the model of a programme comes from, when not fresh from the store. */
export async function roomsFor(
  store: Store,
  asker: Asker,
  programmes: readonly Programme[],
  models: (programme: string) => Promise<Model> = (programme) => store.model(programme),
): Promise<readonly Room[]> {
  return Promise.all(
    programmes.map(async (programme) => ({
      programme,
      model: await models(programme.id),
      level: (kind: string) => readLevel(asker.roles.get(programme.id), programme.public, kind),
    })),
  );
}

/** The rooms in which a kind exists and may be read, with what it is there. */
export function roomsWith(rooms: readonly Room[], kind: string): readonly { room: Room; kind: Kind }[] {
  return rooms.flatMap((room) => {
    const found = room.model.kinds.get(kind);
    return found !== undefined && mayRead(room.level(kind), found.sensitivity) ? [{ room, kind: found }] : [];
  });
}

/** Those of the rooms in which this asker may read all these properties of the kind: elsewhere a filter on them finds nothing. */
export function roomsToFilter<F extends { readonly room: Room; readonly kind: Kind }>(
  found: readonly F[],
  properties: readonly string[],
): readonly F[] {
  return found.filter(({ room, kind }) =>
    properties.every((name) => {
      const property = Object.hasOwn(kind.properties, name) ? kind.properties[name] : undefined;
      return property !== undefined && mayRead(room.level(kind.name), property.sensitivity);
    }),
  );
}

/** A kind's properties over several programmes that this asker may read in at least one, in the order they are defined. */
export function openProperties(found: readonly { room: Room; kind: Kind }[]): ReadonlyMap<string, Property> {
  const open = new Map<string, Property>();
  for (const { room, kind } of found) {
    for (const [name, property] of Object.entries(kind.properties)) {
      if (mayRead(room.level(kind.name), property.sensitivity) && !open.has(name)) open.set(name, property);
    }
  }
  return open;
}
