/** What a claim can state: the value types, and geometries as they stand in the log. Plain JSON; law 7 keeps what was typed. */
import type { ClaimRef, Day, Digest, Id, Span } from './entry.ts';

export type Position = readonly [number, number];
/** WGS 84 longitude, latitude; no heights, no empty geometries. Rings are closed. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'MultiPoint'; readonly coordinates: readonly Position[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

/**
 * What a claim states. Each value stands for the set of values it allows. `typed` keeps what was written wherever it
 * differs from what was understood (law 7).
 */
export type Value =
  | { readonly type: 'text'; readonly text: string; readonly language?: string }
  | { readonly type: 'code'; readonly code: string; readonly typed?: string }
  | { readonly type: 'yesno'; readonly yes: boolean; readonly typed?: string }
  /** `number` ± `precision`, or a bound/range by `min`/`max` (either may be missing). In the property's unit. */
  | {
      readonly type: 'number';
      readonly number?: number;
      readonly precision?: number;
      readonly min?: number;
      readonly max?: number;
      readonly typed?: string;
    }
  | { readonly type: 'date'; readonly span: Span }
  /** `width` (m) buffers a line, `radius` (m) a point; `accuracy` (m) is how far the true outline may lie. */
  | {
      readonly type: 'geometry';
      readonly geometry: Geometry;
      readonly accuracy?: number;
      readonly width?: number;
      readonly radius?: number;
      readonly basis?: string;
      readonly typed?: string;
    }
  /** A link to an item by id, or by local key until it is found. `programme` when it is another's. */
  | {
      readonly type: 'link';
      readonly item?: Id;
      readonly key?: { readonly kind: string; readonly id: string; readonly issuer?: string };
      readonly programme?: string;
    }
  /** An id somebody else gave the item. */
  | { readonly type: 'identifier'; readonly id: string; readonly issuer: string }
  /** Land said to be released from a hazardous area; the one value that can take land off the map (see fold). */
  | {
      readonly type: 'release';
      readonly method: 'cancelled' | 'reduced' | 'cleared';
      /** the process report behind it; missing: the release is only claimed */
      readonly process?: 'nts' | 'ts' | 'clearance';
      readonly land: Geometry;
      readonly accepted?: 'inspection-passed' | 'authority-decision';
      readonly handed_over?: Day;
      readonly depth_mm?: number;
      /** ordnance categories it covers; a hazard with a category outside stays drawn */
      readonly categories?: readonly string[];
      readonly released_land?: Id;
      /** outlines of the hazardous area it names as dealt with, whatever their dates; else those that end before it begins */
      readonly outlines?: readonly ClaimRef[];
    }
  /** A member of a set: `yes` false takes it out again. */
  | { readonly type: 'member'; readonly of: Value; readonly yes: boolean }
  /** A personal value: only its salted commitment stands in the log (law 9). */
  | { readonly type: 'personal'; readonly commitment: Digest }
  /** Known to be unknown: `not-stated`, `not-recorded`, `not-measured`, `unreadable`; never a zero. */
  | { readonly type: 'unknown'; readonly why: string; readonly typed?: string };
