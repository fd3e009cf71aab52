/** What is asked about ground: what lies near a place, and what lies inside an outline somebody drew. */
import type { Geometry } from '@tilth/domain/report/entry';
import type { Row, Stamp, Times } from './store.ts';

/** What somebody asks about a place: a geometry (WGS 84) and how near. */
export interface NearQuery extends Times {
  readonly programme: string;
  readonly geometry: Geometry;
  readonly metres: number;
}

export interface NearAnswer {
  readonly stamp: Stamp;
  /**
   * kinds of which something is near, each nearest first; `metres`: 0 where it meets the place or may, never more than true;
   * `accuracy`: metres by which what is drawn may be off, where somebody says
   */
  readonly kinds: readonly {
    readonly kind: string;
    readonly found: readonly { readonly row: Row; readonly metres: number; readonly accuracy?: number }[];
  }[];
  /** m² of the ground asked about, and of it what some survey covered */
  readonly asked_m2: number;
  readonly surveyed_m2: number;
  /** hazards that cannot be drawn: any of them may be near */
  readonly to_locate: number;
}

/** Ground somebody drew on the map: a polygon or multipolygon, WGS 84. */
export interface InsideQuery extends Times {
  readonly programme: string;
  readonly ground: Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>;
}

/** Land of hazards within the ground only, in the words of the totals; all m². */
export interface LandInside {
  /** hazards that reach into it, without those closed according to an earlier system */
  readonly items: number;
  readonly sum: number;
  readonly once: number;
  readonly sha: number;
  readonly cha: number;
  /** of which no land could be measured: a position, or a line without width */
  readonly unmeasured: number;
  readonly papers_not_held: { readonly items: number; readonly m2: number };
}

export interface InsideAnswer {
  readonly stamp: Stamp;
  /** m² of the ground itself */
  readonly ground_m2: number;
  /** kinds of which something lies in it, as a list of the kind within this ground counts them */
  readonly kinds: readonly { readonly kind: string; readonly items: number; readonly reported: number }[];
  /** null: more outlines than are measured at once */
  readonly land: LandInside | null;
  /** m² inside it that releases cover, each way counted once */
  readonly released: readonly { readonly method: string; readonly items: number; readonly m2: number }[];
  /** m² of it that some survey on record covered */
  readonly surveyed_m2: number;
  /** hazards that cannot be drawn: any of them may lie here */
  readonly to_locate: number;
}
