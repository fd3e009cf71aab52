/** Starts GEOS (WebAssembly) for this process; rules get it handed in. */

import type { Shapes } from '@tilth/domain/geometry/geos';
import { overlayOf } from '@tilth/domain/geometry/geos';
import initGeosJs from 'geos-wasm';

export async function startOverlay(): Promise<Shapes> {
  return overlayOf(await initGeosJs());
}
