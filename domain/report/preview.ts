/** What decisions would change, shown before they are made: nothing of it is written. */
import type { Decision, Geometry, Id } from './entry.ts';
import type { ItemView } from './view.ts';

/** One drawn part of an item: a point, a line or an outline. */
export interface Mark {
  readonly kind: string;
  readonly item: Id;
  readonly geometry: Geometry;
}

/** Land of hazards that the map would gain or lose. */
export interface LandMoved {
  readonly m2: number;
  readonly land: Geometry;
}

/** Of the hazards a decision touches; m² rounded to 0.01. */
export interface Touched {
  readonly hazards: number;
  /** sum of outlines, and land counted once */
  readonly sum: number;
  readonly once: number;
  readonly sha: number;
  readonly cha: number;
  /** properties in dispute, of items of every kind */
  readonly disputed: number;
}

export interface Preview {
  /** as they can be sent, but for the reason: each comes after the decisions that stand now */
  readonly decisions: readonly Decision[];
  readonly before: readonly ItemView[];
  readonly after: readonly ItemView[];
  readonly gained: LandMoved | null;
  readonly lost: LandMoved | null;
  /** marks that come onto the map and that go off it, beside the land of hazards; as far as the asker may see them */
  readonly come: readonly Mark[];
  readonly gone: readonly Mark[];
  readonly figures: { readonly before: Touched; readonly after: Touched };
  /** a void among them stands only once a second person confirms it: what is told holds from then on */
  readonly waits_for_second: boolean;
}
