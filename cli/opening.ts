/** Opening the store from the command line: what takes a while on the way is said. */
import type { Shapes } from '@tilth/domain/geometry/geos';
import { openStore } from '@tilth/store/open';
import type { Store } from '@tilth/store/store';
import type { Terminal } from './command.ts';

/** After an update that reads the log in another way, or a restore cut short, the view is made anew at opening. */
export async function openTelling(
  place: { readonly url: string } | { readonly data: string },
  overlay: Shapes,
  terminal: Terminal,
): Promise<Store> {
  let told = false;
  const progress = (entries: number) => {
    if (!told) terminal.err('Making the current view anew from the log; nothing of the record changes …\n');
    told = true;
    terminal.progress(`${entries} entries`);
  };
  const store = await openStore({ ...place, overlay, progress });
  terminal.progress(null);
  return store;
}
