/** A row of the bench: what it needs, and the figures it gives. */
import type { Shapes } from '@tilth/domain/geometry/geos';
import type { Engine, Result } from './result.ts';

export interface Setting {
  readonly engine: Engine;
  readonly overlay: Shapes;
  /** 1: the sizes of design §7; smaller for a quick look */
  readonly scale: number;
  say(what: string): void;
}

export interface Row {
  readonly name: string;
  readonly about: string;
  run(setting: Setting): Promise<readonly Result[]>;
}
