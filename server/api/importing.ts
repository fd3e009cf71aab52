/** All that importing needs: the desk with its mappings that come with Tilth, and the addresses under /api/imports. */
import type { Shapes } from '@tilth/domain/geometry/geos';
import { builtIn } from '@tilth/domain/record/kinds';
import { readMapping } from '@tilth/formats/mapping/read-mapping';
import { Desk } from '../import/desk.ts';
import type { App, Context } from '../route.ts';
import { addImportMeaning } from './import-meaning.ts';
import { addImportRun } from './import-run.ts';
import { addImports } from './imports.ts';
import { addReconcile } from './reconcile.ts';

/** `ready`: mappings as JSON, as docs/mapping.md has them. */
export function addImporting(
  app: App,
  context: Context,
  { shapes, ready }: { readonly shapes: Shapes; readonly ready: readonly unknown[] },
): void {
  const mappings = ready.map((json) => {
    const mapping = readMapping(JSON.stringify(json), builtIn);
    if ('records' in mapping) return mapping;
    throw new Error(`a mapping that comes with Tilth can't be read: ${mapping[0]?.code}`);
  });
  const desk = new Desk(shapes, mappings);
  app.addHook('onClose', () => desk.close());
  addImports(app, context, desk);
  addImportMeaning(app, context, desk);
  addImportRun(app, context, desk);
  addReconcile(app, context, desk);
}
