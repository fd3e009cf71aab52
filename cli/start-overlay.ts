/** Starts GEOS (WebAssembly) for this process; rules get it handed in. */

import { overlayOf } from '@tilth/domain/geometry/geos';
import type { Overlay } from '@tilth/domain/geometry/overlay';
import initGeosJs from 'geos-wasm';

export async function startOverlay(): Promise<Overlay> {
  return overlayOf(await initGeosJs());
}
