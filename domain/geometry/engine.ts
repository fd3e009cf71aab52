/**
 * GEOS in WebAssembly, as far as the rules use it, and the care its memory needs: everything a calculation makes is
 * registered in a scope and destroyed when the calculation ends, however it ends.
 *
 * A context of our own is opened beside the one geos-wasm opens at its start. It has no message handlers, so GEOS prints
 * nothing and a failing operation answers with a null pointer instead of throwing through WebAssembly frames.
 */
import type { Geometry } from '../report/entry.ts';
import { readWkb, writeWkb } from './wkb.ts';

/** What `await initGeosJs()` of geos-wasm gives, as far as it is used here. All numbers are pointers or C results. */
export interface Geos {
  readonly Module: {
    readonly HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(pointer: number): void;
    UTF8ToString(pointer: number): string;
  };
  GEOS_init_r(): number;
  GEOSFree_r(context: number, pointer: number): unknown;
  GEOSGeom_destroy_r(context: number, g: number): unknown;
  GEOSGeomFromWKB_buf_r(context: number, bytes: number, size: number): number;
  GEOSGeomToWKB_buf_r(context: number, g: number, size: number): number;
  GEOSisValidDetail_r(context: number, g: number, flags: number, reason: number, location: number): number;
  GEOSGeom_setPrecision_r(context: number, g: number, grid: number, flags: number): number;
  GEOSUnaryUnionPrec_r(context: number, g: number, grid: number): number;
  GEOSIntersectionPrec_r(context: number, a: number, b: number, grid: number): number;
  GEOSDifferencePrec_r(context: number, a: number, b: number, grid: number): number;
  GEOSConvexHull_r(context: number, g: number): number;
  GEOSBuffer_r(context: number, g: number, width: number, quadrant_segments: number): number;
  GEOSDistanceWithin_r(context: number, a: number, b: number, distance: number): number;
  GEOSPolygonize_full_r(
    context: number,
    g: number,
    cuts: number,
    dangles: number,
    invalid_rings: number,
  ): number;
  GEOSPointOnSurface_r(context: number, g: number): number;
}

/** Why a polygon is no valid polygon, in GEOS's words, and where (longitude, latitude). */
export interface Fault {
  readonly reason: string;
  readonly at: readonly [number, number];
}

/** Geometry operations whose operands and results live in GEOS memory until the scope ends. */
export interface Scope {
  /** copies a geometry in; several are copied as one collection */
  put(g: Geometry | readonly Geometry[]): number;
  /** copies a geometry out; collections come out as their members */
  take(pointer: number): Geometry[];
  /** runs one operation of GEOS; throws when GEOS itself fails, which valid finite operands never cause */
  make(operation: (geos: Geos, context: number) => number): number;
  /** asks a yes/no question of GEOS */
  ask(operation: (geos: Geos, context: number) => number): boolean;
  fault(pointer: number): Fault | null;
}

export type Engine = <T>(calculation: (scope: Scope) => T) => T;

/** Opens the engine over a started geos-wasm. One engine per started module is enough; it keeps one context open. */
export function engineOf(geos: Geos): Engine {
  const context = geos.GEOS_init_r();
  // One small block for the out-parameters (two pointers) of every call; calculations never overlap.
  const out = geos.Module._malloc(8);
  const view = () => new DataView(geos.Module.HEAPU8.buffer);

  const scopeOver = (owned: number[]): Scope => {
    const own = (pointer: number): number => {
      if (pointer === 0) throw new Error('GEOS gave no result');
      owned.push(pointer);
      return pointer;
    };
    const take = (pointer: number): Geometry[] => {
      const at = geos.GEOSGeomToWKB_buf_r(context, pointer, out);
      if (at === 0) throw new Error('GEOS gave no bytes');
      const size = view().getUint32(out, true);
      const geometries = readWkb(new DataView(geos.Module.HEAPU8.buffer, at, size));
      geos.GEOSFree_r(context, at);
      return geometries;
    };
    return {
      take,
      put(g) {
        const bytes = writeWkb(g);
        const at = geos.Module._malloc(bytes.length);
        if (at === 0) throw new Error('GEOS has no memory left');
        geos.Module.HEAPU8.set(bytes, at);
        const pointer = geos.GEOSGeomFromWKB_buf_r(context, at, bytes.length);
        geos.Module._free(at);
        return own(pointer);
      },
      make: (operation) => own(operation(geos, context)),
      ask(operation) {
        const answer = operation(geos, context);
        if (answer !== 0 && answer !== 1) throw new Error('GEOS gave no answer');
        return answer === 1;
      },
      fault(pointer) {
        const valid = geos.GEOSisValidDetail_r(context, pointer, 0, out, out + 4);
        if (valid === 1) return null;
        if (valid !== 0) throw new Error('GEOS could not check validity');
        const text = view().getUint32(out, true);
        const reason = geos.Module.UTF8ToString(text);
        const location = own(view().getUint32(out + 4, true));
        geos.GEOSFree_r(context, text);
        const [point] = take(location);
        return { reason, at: point?.type === 'Point' ? point.coordinates : [0, 0] };
      },
    };
  };

  return (calculation) => {
    const owned: number[] = [];
    try {
      return calculation(scopeOver(owned));
    } finally {
      for (const pointer of owned) geos.GEOSGeom_destroy_r(context, pointer);
    }
  };
}
