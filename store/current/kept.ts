/**
 * Things worked out that may be asked for again: the least recently used goes when the whole grows too large. Every key
 * names the receipt number it holds for, so nothing here can be out of date. Who asks for what is being worked out waits
 * for it: the tiles of a map at another time all need one fold of the kind.
 */
interface Thing<T> {
  readonly value: T;
  readonly weight: number;
}

export class Kept<T> {
  readonly #limit: number;
  readonly #things = new Map<string, Thing<T>>();
  readonly #making = new Map<string, Promise<Thing<T>>>();
  #weight = 0;

  /** @param limit of all weights together, in whatever `make` counts */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The thing under the key, which says all that it depends on; made now where it is not kept. A failure is not kept. */
  async get(key: readonly unknown[], make: () => Promise<Thing<T>>): Promise<T> {
    const name = JSON.stringify(key);
    const found = this.#things.get(name);
    if (found) {
      // now the most recently used
      this.#things.delete(name);
      this.#things.set(name, found);
      return found.value;
    }
    const making = this.#making.get(name) ?? this.#make(name, make);
    return (await making).value;
  }

  #make(name: string, make: () => Promise<Thing<T>>): Promise<Thing<T>> {
    const making = make()
      .then((thing) => {
        this.#keep(name, thing);
        return thing;
      })
      .finally(() => this.#making.delete(name));
    this.#making.set(name, making);
    return making;
  }

  #keep(name: string, thing: Thing<T>): void {
    this.#things.set(name, thing);
    this.#weight += thing.weight;
    for (const [oldest, { weight }] of this.#things) {
      if (this.#weight <= this.#limit || oldest === name) break;
      this.#things.delete(oldest);
      this.#weight -= weight;
    }
  }
}
