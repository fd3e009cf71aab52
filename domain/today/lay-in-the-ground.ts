/**
 * Whether a find tells that its place is contaminated. What was seized, handed in, or found in a store or a place of making
 * was brought there by people: its position says nothing of the land. Not known how it came to be found: it tells.
 */
const brought: ReadonlySet<unknown> = new Set(['seized', 'handed-in', 'stored-found', 'workshop-found']);

/** `context` of a find, as in the code list find-context. */
export function layInTheGround(context: unknown): boolean {
  return !brought.has(context);
}

/** The contexts in which it doesn't, for a database to leave out. */
export const broughtContexts: readonly string[] = [...brought].map(String);
