/**
 * Things worked out that may be asked for again: the least recently used goes when the whole grows too large. Every key
 * names the receipt number it holds for, so nothing here can be out of date.
 */
export class Kept<T> {
  readonly #limit: number;
  readonly #things = new Map<string, { readonly value: T; readonly weight: number }>();
  #weight = 0;

  /** @param limit of all weights together, in whatever `make` counts */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The thing under the key, which says all that it depends on; made now where it is not kept. */
  async get(
    key: readonly unknown[],
    make: () => Promise<{ readonly value: T; readonly weight: number }>,
  ): Promise<T> {
    const name = JSON.stringify(key);
    const found = this.#take(name);
    const thing = found ?? (await make());
    this.#take(name);
    this.#things.set(name, thing);
    this.#weight += thing.weight;
    for (const oldest of this.#things.keys()) {
      if (this.#weight <= this.#limit || oldest === name) break;
      this.#take(oldest);
    }
    return thing.value;
  }

  #take(name: string): { readonly value: T; readonly weight: number } | undefined {
    const found = this.#things.get(name);
    if (found && this.#things.delete(name)) this.#weight -= found.weight;
    return found;
  }
}
