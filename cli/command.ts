/**
 * What a command of `tilth` is. A command never touches the terminal or the process itself: it may be running inside
 * the server that holds the data directory, on behalf of another process, so all it writes goes through `Terminal`.
 */

import type { Shapes } from '@tilth/domain/geometry/geos';
import type { Asker, Programme, Store } from '@tilth/store/store';

/** 0 done; 1 done but something was found wrong; 2 not understood or not possible. */
export type ExitStatus = 0 | 1 | 2;

export interface Terminal {
  /** directory that relative paths are meant from */
  readonly cwd: string;
  /** resolves when the reader has room again, so that long output never piles up in memory */
  out(text: string | Uint8Array): Promise<void>;
  err(text: string): void;
  /** replaces the progress line; null removes it. Does nothing where no terminal is watching */
  progress(text: string | null): void;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly short?: string;
  /** what stands for the value in the help, as `ID` */
  readonly value?: string;
  readonly help: string;
}

export interface Call {
  readonly store: Store;
  readonly overlay: Shapes;
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly json: boolean;
  readonly terminal: Terminal;
  /** address of the server that runs the command; undefined when none does */
  readonly servingAt?: string;
  /** the person the writes are by: `--as NAME`, else the local administrator */
  asker(): Promise<Asker>;
  /** the programme meant: `--programme`, else the only one; several and none named: Refusal */
  programme(): Promise<Programme>;
}

export interface Command {
  /** as typed: `import`, or `programme add` */
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly help: string;
  readonly options: Readonly<Record<string, Option>>;
  /** may begin a database where there is none; the others would only find an empty one, and call it faultless */
  readonly begins?: boolean;
  /** how many words may follow the command: [least, most] */
  readonly words: readonly [number, number];
  run(call: Call): Promise<ExitStatus>;
}
