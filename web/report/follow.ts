/**
 * One draft open in two tabs: each takes over what the other wrote, so that neither writes over what it has not seen. Every
 * keystroke is kept at once and told to the other tabs (drafts.ts), and nobody types in two of them in the same instant.
 */
import type { Draft } from './draft.ts';

/** Whether a tab that shows `mine` takes over the draft as another tab left it on disk. */
export function takesOver(mine: Draft, found: Draft): boolean {
  // on its way, taken back or received: the same words in another state
  if (mine.changed === found.changed)
    return mine.out?.digest !== found.out?.digest || mine.receipt?.digest !== found.receipt?.digest;
  // what was typed here last is still on its way to disk
  return mine.changed < found.changed;
}
