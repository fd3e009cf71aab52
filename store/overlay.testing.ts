/** GEOS for the store's tests, started once a process. */
import { overlayOf } from '@tilth/domain/geometry/geos';
import type { Overlay } from '@tilth/domain/geometry/overlay';
import initGeosJs from 'geos-wasm';

let started: Promise<Overlay> | undefined;

export function testOverlay(): Promise<Overlay> {
  started ??= initGeosJs().then(overlayOf);
  return started;
}
