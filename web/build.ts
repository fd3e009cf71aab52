/** Builds the app into web/dist: what `npm run build -w web` does, for a process that has only Node. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

await build({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)) });
