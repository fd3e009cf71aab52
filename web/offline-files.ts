/**
 * Tells the service worker at the end of the build which files to keep: the page's own script first, then all that it and the
 * report form load before anything is pressed. What else is opened is kept as it is used (offline/shell.ts).
 */
import type { Plugin, Rolldown } from 'vite';

export const WORKER = 'offline.js';
const FORM = 'report-screen.tsx';

export function offlineFiles(): Plugin {
  return {
    name: 'tilth-offline-files',
    apply: 'build',
    // after chunks of style alone are gone
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = new Map<string, Rolldown.OutputChunk>();
        for (const file of Object.values(bundle)) if (file.type === 'chunk') chunks.set(file.fileName, file);
        const worker = chunks.get(WORKER);
        const page = [...chunks.values()].find((c) => c.isEntry && c !== worker);
        const form = [...chunks.values()].find((c) => c.facadeModuleId?.endsWith(FORM));
        if (!worker || !page || !form || worker.imports.length > 0)
          throw new Error('the build has no page, no report form or no worker that stands alone');
        const files = new Set<string>();
        const take = (name: string) => {
          const chunk = chunks.get(name);
          if (!chunk || files.has(name)) return;
          files.add(name);
          chunk.imports.forEach(take);
          for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
        };
        take(page.fileName);
        take(form.fileName);
        const list = JSON.stringify([...files].map((f) => `/${f}`));
        worker.code = worker.code.replaceAll('TILTH_FILES', list);
      },
    },
  };
}
