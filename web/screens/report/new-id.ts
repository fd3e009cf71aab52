import { uuidv7 } from '@tilth/domain/report/id';

/** A fresh id for an entry or item written on this device. */
export function newId(): string {
  return uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
