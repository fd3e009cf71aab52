/**
 * Turns at the work of the desk: a few works at once in the whole process, one of each person, and persons by turns, so that who
 * brings many files keeps neither the server nor anybody else waiting for all of them.
 */

const AT_ONCE = 2;

export class Turns {
  /** persons in the order of their turns, each with works in the order they were asked for */
  readonly #waiting = new Map<string, readonly (() => Promise<void>)[]>();
  readonly #running = new Set<string>();

  /** `does` begins when its turn comes, never before this returns. It must not reject. */
  take(person: string, does: () => Promise<void>): void {
    this.#waiting.set(person, [...(this.#waiting.get(person) ?? []), does]);
    queueMicrotask(() => this.#next());
  }

  #next(): void {
    for (const [person, [first, ...rest]] of [...this.#waiting]) {
      if (this.#running.size >= AT_ONCE) return;
      if (first === undefined || this.#running.has(person)) continue;
      // who has a turn stands at the end again
      this.#waiting.delete(person);
      if (rest.length > 0) this.#waiting.set(person, rest);
      this.#running.add(person);
      void first().finally(() => {
        this.#running.delete(person);
        this.#next();
      });
    }
  }
}
