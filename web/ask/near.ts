import type { Geometry, Row, Stamp } from './answers.ts';
import { tell } from './ask.ts';
import type { Times } from './questions.ts';

/** What is on record near a place. */
export interface Near {
  readonly stamp: Stamp;
  readonly kinds: readonly {
    readonly kind: string;
    /**
     * nearest first; `metres`: 0 where it meets the place or may, never more than the true distance; `accuracy`: metres by
     * which what is drawn may be off
     */
    readonly found: readonly { readonly row: Row; readonly metres: number; readonly accuracy?: number }[];
  }[];
  /** m² of the ground asked about, and of it what some survey covered */
  readonly asked_m2: number;
  readonly surveyed_m2: number;
  /** hazards that cannot be drawn */
  readonly to_locate: number;
}

export interface NearWish extends Times {
  readonly programme: string;
  readonly geometry: Geometry;
  readonly metres: number;
}

/** Asked when told to, and kept by nobody: where somebody means to go is their own business. */
export async function askNear({ programme, geometry, metres, at, known }: NearWish): Promise<Near> {
  const times = { ...(at !== null && { at }), ...(known !== null && { known }) };
  const near = await tell<Near>('POST', '/api/near', { programme, geometry, metres, ...times });
  if (near === null) throw new Error('the server answered without an answer');
  return near;
}
