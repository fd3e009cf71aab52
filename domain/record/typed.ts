/** TypeScript types of what may be claimed on a kind, from its definition: `Values<typeof hazardousArea.properties>`. */
import type { Value } from '../report/entry.ts';
import type { Property } from './kind.ts';

/** The values a property takes in clear. */
export type ValueOf<P extends Property> = Extract<Value, { readonly type: P['type'] | 'member' | 'unknown' }>;

/** Per property of a kind's own file the values it takes; none has to be there. */
export type Values<P extends Readonly<Record<string, Property>>> = {
  readonly [N in keyof P]?: ValueOf<P[N]>;
};
