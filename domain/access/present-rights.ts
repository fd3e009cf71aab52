/**
 * Kinds as they were known at an earlier time, for a reader of now: a property is as secret as it is today, or as it was
 * then where that was more (design, law 9). Else whoever asks as known before a property was raised to restricted would
 * read it still. A property that is no longer defined keeps what it was.
 */
import type { Kind, Model } from '../record/kind.ts';
import { moreSecret } from '../record/own-property.ts';

/** `then` with the sensitivities of `now` where those are higher. */
export function withPresentRights(then: Model, now: Model): Model {
  if (then === now) return then;
  const kinds = new Map<string, Kind>();
  for (const [name, kind] of then.kinds) kinds.set(name, raised(kind, now.kinds.get(name)));
  return { ...then, kinds };
}

function raised(then: Kind, now: Kind | undefined): Kind {
  if (now === undefined || now === then) return then;
  const properties = Object.entries(then.properties).map(([name, property]) => {
    const today = Object.hasOwn(now.properties, name) ? now.properties[name] : undefined;
    const sensitivity = moreSecret(property.sensitivity, today?.sensitivity ?? property.sensitivity);
    return [name, sensitivity === property.sensitivity ? property : { ...property, sensitivity }] as const;
  });
  return {
    ...then,
    sensitivity: moreSecret(then.sensitivity, now.sensitivity),
    properties: Object.fromEntries(properties),
  };
}
