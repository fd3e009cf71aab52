/** Prints the mapping schema to docs/mapping.schema.json. Run it when mapping.ts has changed. */
import { writeFileSync } from 'node:fs';
import { Mapping } from './mapping.ts';

writeFileSync(
  new URL('../../docs/mapping.schema.json', import.meta.url),
  `${JSON.stringify(Mapping, null, 2)}\n`,
);
