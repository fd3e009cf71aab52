/**
 * Keeps what was made under a key, the least recently used first to go, up to a number of bytes. Two that ask for the same
 * at once wait for one making.
 */
export function keptUpTo(bytes: number) {
  const made = new Map<string, Uint8Array>();
  const under = new Map<string, Promise<Uint8Array>>();
  let size = 0;

  function keep(key: string, value: Uint8Array): void {
    made.set(key, value);
    size += value.length + key.length;
    for (const [oldest, old] of made) {
      if (size <= bytes) return;
      made.delete(oldest);
      size -= old.length + oldest.length;
    }
  }

  return {
    /** What stands under the key, made if need be. A making that fails is not kept. */
    async get(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
      const known = made.get(key);
      if (known !== undefined) {
        made.delete(key);
        made.set(key, known);
        return known;
      }
      const running = under.get(key);
      if (running !== undefined) return running;
      const promise = make();
      under.set(key, promise);
      try {
        const value = await promise;
        keep(key, value);
        return value;
      } finally {
        under.delete(key);
      }
    },
  };
}
