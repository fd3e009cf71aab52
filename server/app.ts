/**
 * The HTTP server over a store: every protocol's addresses, behind one door. What it does with a request is in
 * doorkeeper.ts (who asks), validate.ts (what is asked) and answer.ts (what is said when it can't be done).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import fastifyCookie from '@fastify/cookie';
import type { Shapes } from '@tilth/domain/geometry/geos';
import { FOLD_VERSION } from '@tilth/domain/report/view';
import type { Store } from '@tilth/store/store';
import Fastify, { type FastifyError } from 'fastify';
import { Type } from 'typebox';
import { type Address, addressOf, methodsOf } from './address.ts';
import { answerFault, answerSocket, BODY_LIMIT, faultOf, type Words } from './answer.ts';
import { addApi } from './api/api.ts';
import { addImporting } from './api/importing.ts';
import { addCompression } from './compress.ts';
import { addDoorkeeper } from './doorkeeper.ts';
import { addFeatures } from './features/features.ts';
import { headersOfEvery } from './headers.ts';
import { addHeavyQuestions } from './heavy-questions.ts';
import { type Described, describedRoute, openApi } from './openapi.ts';
import { addOtherTimes } from './other-times.ts';
import type { App, Context, TypeBoxTypes } from './route.ts';
import { addStatic } from './static.ts';
import { addTiles } from './tiles/tiles.ts';
import { validatorOf } from './validate.ts';

export interface AppOptions {
  readonly store: Store;
  readonly words: Words;
  /** directory of the built web page */
  readonly webRoot?: string;
  /** scheme, host and port people reach this server at, as http://127.0.0.1:7171 */
  readonly base: string;
  /** further names, without port, under which it answers; loopback names always do */
  readonly names?: readonly string[];
  /** directory of PMTiles archives to lie below the map, served under /basemaps */
  readonly basemaps?: string;
  /** what importing files takes; without it there are no addresses for that */
  readonly imports?: { readonly shapes: Shapes; readonly ready: readonly unknown[] };
  /** one JSON object a line: requests (method, route, status, ms) and faults. Never an address, a query or a value */
  readonly log?: (line: Readonly<Record<string, unknown>>) => void;
}

const Health = Type.Object({
  ok: Type.Literal(true),
  engine: Type.String(),
  office: Type.String(),
  fold: Type.Integer(),
});

/** Milliseconds after which a database that has not answered counts as busy. */
const BUSY = 1000;

export function buildApp(options: AppOptions): App {
  const { store, words } = options;
  const log = options.log ?? (() => undefined);
  const base = options.base.replace(/\/$/u, '');
  const context: Context = {
    store,
    words,
    log,
    base,
    secure: base.startsWith('https:'),
    ...(options.basemaps !== undefined && { basemaps: options.basemaps }),
  };
  const headers = headersOfEvery(context.secure);
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    // a photo over a slow line takes its time; who may not send one is refused before its body
    requestTimeout: 900_000,
    // who is being answered is answered to the end (serve.ts says for how long)
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => answerSocket(error, socket, words),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, _request, reply) => {
      // addresses that can't be read are answered before any hook runs
      answerFault(error, reply.headers(headers), words, (fault) => log({ level: 'error', ...fault }));
    },
  }).withTypeProvider<TypeBoxTypes>();
  const described: Described[] = [];
  const addresses: Address[] = [];

  app.setValidatorCompiler(validatorOf);
  // answers are ours: the schemas document them, and cutting them to shape would hide a fault
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: FastifyError, request, reply) =>
    answerFault(error, reply, words, (fault) =>
      log({ level: 'error', method: request.method, route: request.routeOptions.url ?? null, ...fault }),
    ),
  );
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/ogc')) described.push(...describedRoute(route));
    addresses.push(addressOf(route));
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? null;
    log({ level: 'info', method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
  });

  app.decorateReply('broke', function (error) {
    const { method, routeOptions } = this.request;
    log({ level: 'error', method, route: routeOptions.url ?? null, broken_off: true, ...faultOf(error) });
  });
  app.decorateRequest('asker');
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
  app.addHook('onSend', async (_request, reply) => {
    // what a person may see is nobody else's to keep
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-cache');
  });
  app.register(fastifyCookie);
  addCompression(app);
  addDoorkeeper(app, context, [new URL(base).hostname, ...(options.names ?? [])]);
  addOtherTimes(app);
  addHeavyQuestions(app);

  const health = { summary: 'Whether server and database are well', response: { 200: Health } };
  app.get('/healthz', { schema: health }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    // a database that is not there is a refusal at once; one that is busy with a long import is well
    await Promise.race([store.asker(null), sleep(BUSY, undefined, { ref: false })]);
    return { ok: true as const, engine: store.engine, office: store.office, fold: FOLD_VERSION };
  });
  addApi(app, context);
  if (options.imports) addImporting(app, context, options.imports);
  addFeatures(app, context);
  addTiles(app, context);
  app.get('/openapi.json', async () =>
    openApi(
      '3.1.0',
      { title: 'Tilth', description: 'The record of a mine action programme, in two times.', server: base },
      described,
    ),
  );
  addStatic(app, context, options.webRoot, (path) => methodsOf(addresses, path));
  return app;
}
