export interface Compared {
  readonly x: number;
}
