/**
 * What every resource file is written against: the application with types taken from TypeBox schemas, and what the
 * resources share. A resource file exports one function of (app, context) and adds its addresses.
 */
import type { Asker, Store } from '@tilth/store/store';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Words } from './answer.ts';

export interface TypeBoxTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypes
>;

export interface Context {
  readonly store: Store;
  readonly words: Words;
  /** one JSON object a line: never an address, a query or a value */
  readonly log: (line: Readonly<Record<string, unknown>>) => void;
  /** scheme, host and port this server is reached at, without a trailing slash: for links a person is handed */
  readonly base: string;
  /** directory of PMTiles archives that this server holds */
  readonly basemaps?: string;
  /** whether cookies are marked Secure and HSTS is sent */
  readonly secure: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** who asks: worked out from the session cookie before any handler runs */
    asker: Asker;
  }
  interface FastifyReply {
    /** notes in the log that an answer broke off after its headers were sent */
    broke(error: unknown): void;
  }
  interface FastifySchema {
    summary?: string;
    description?: string;
    tags?: readonly string[];
    operationId?: string;
  }
}
