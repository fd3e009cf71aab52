/**
 * The web page: files of web/dist. Their names carry a hash, so they may be kept for ever; index.html is asked for each
 * time. Every address of the page itself gives index.html, since the page finds its way by itself.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { isPagePath } from '@tilth/domain/page-path';
import { problem, Refusal } from '@tilth/domain/problem';
import { answerProblem } from './answer.ts';
import { BASEMAP_COOKIE, basemapSources, policyWith, programmeSources } from './basemaps.ts';
import type { App, Context } from './route.ts';

/** `webRoot`: directory of the built page; while it holds none, `/` says so. `methodsOf`: what an address takes. */
export function addStatic(
  app: App,
  { store, words, basemaps }: Context,
  webRoot: string | undefined,
  methodsOf: (path: string) => readonly string[],
): void {
  const served = webRoot !== undefined && existsSync(webRoot);
  const built = () => served && existsSync(join(webRoot, 'index.html'));
  if (served) {
    app.register(fastifyStatic, {
      root: webRoot,
      index: false,
      wildcard: true,
      cacheControl: false,
      // what the build laid beside them: a page of half a megabyte is a third of that on the line
      preCompressed: true,
      setHeaders: (reply, path) => {
        const kept = path.includes('/assets/');
        reply.header('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  if (basemaps !== undefined)
    app.register(fastifyStatic, {
      root: basemaps,
      prefix: '/basemaps/',
      index: false,
      decorateReply: !served,
      allowedPath: (path) => path.endsWith('.pmtiles'),
      setHeaders: (reply) => {
        reply.header('cache-control', 'no-cache');
      },
    });
  // a directory is no file to the plugin, and this one has a page
  app.get('/', (_request, reply) => reply.callNotFound());
  app.setNotFoundHandler(async (request, reply) => {
    const [path = ''] = request.url.split('?');
    const allowed = methodsOf(path);
    if (allowed.length > 0 && !allowed.includes(request.method))
      return answerProblem(problem('method-not-allowed', { allowed: allowed.join(', ') }), reply, words);
    const page =
      request.method === 'GET' &&
      isPagePath(path) &&
      (request.headers.accept ?? '*/*').match(/text\/html|\*\/\*/u);
    if (!page) return answerProblem(problem('address-unknown'), reply, words);
    if (!built()) return answerProblem(problem('web-not-built'), reply, words);
    // its policy depends on whose page it is, and a page said to be unchanged would keep the policy it had
    const own = basemapSources(request.cookies[BASEMAP_COOKIE]);
    // while the database is not there the page is served all the same, and opened to nothing of a programme's
    const set = await programmeSources(store, request.asker).catch((error: unknown) => {
      if (error instanceof Refusal) return [];
      throw error;
    });
    reply.header('content-security-policy', policyWith([...new Set([...own, ...set])]));
    return reply.header('vary', 'cookie').sendFile('index.html', { etag: false, lastModified: false });
  });
}
