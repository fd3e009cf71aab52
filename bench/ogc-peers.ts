/**
 * The peers that serve OGC API Features from PostGIS, each as its documentation starts it: one process, under uvicorn, on a
 * table of the database that ours is on. Their programs are looked for in the directory TILTH_PEERS, else on the PATH:
 * `python3 -m venv peers && peers/bin/pip install tipg 'psycopg[binary]' pygeoapi uvicorn geoalchemy2 psycopg2-binary`.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { has, runs } from './peer.ts';

const SCHEMA = 'peer';
const TABLE = 'area';

export interface OgcPeer {
  readonly name: string;
  /** address of the first page of `limit` features */
  page(limit: number): string;
  stop(): Promise<void>;
}

const bin = (name: string) => (process.env.TILTH_PEERS ? path.join(process.env.TILTH_PEERS, name) : name);

interface Plan {
  readonly name: string;
  readonly app: string;
  readonly collection: string;
  /** whether its program is here, when it is not the server's own */
  readonly program?: string;
  env(directory: string, database: URL, port: number): Promise<Readonly<Record<string, string>>>;
}

const plans: readonly Plan[] = [
  {
    name: 'pygeoapi',
    app: 'pygeoapi.starlette_app:APP',
    collection: TABLE,
    program: 'pygeoapi',
    async env(directory, database, port) {
      const config = path.join(directory, 'config.yml');
      const openapi = path.join(directory, 'openapi.yml');
      await writeFile(config, JSON.stringify(pygeoapiConfig(database, port)));
      await runs(bin('pygeoapi'), ['openapi', 'generate', config, '--output-file', openapi]);
      return { PYGEOAPI_CONFIG: config, PYGEOAPI_OPENAPI: openapi };
    },
  },
  {
    name: 'tipg',
    app: 'tipg.main:app',
    collection: `${SCHEMA}.${TABLE}`,
    env: async (_directory, database) => ({
      DATABASE_URL: `postgresql://${database.username}:trusted@${database.host}${database.pathname}`,
      TIPG_DB_SCHEMAS: JSON.stringify([SCHEMA]),
    }),
  },
];

/** JSON is YAML too. */
function pygeoapiConfig(database: URL, port: number): object {
  const text = { title: 'bench', description: 'bench', keywords: ['bench'], url: 'http://127.0.0.1' };
  const who = { name: 'bench', url: 'http://127.0.0.1', email: 'bench@example.org' };
  return {
    server: {
      bind: { host: '127.0.0.1', port },
      url: `http://127.0.0.1:${port}`,
      mimetype: 'application/json; charset=UTF-8',
      encoding: 'utf-8',
      languages: ['en-US'],
      limits: { default_items: 10, max_items: 10_000 },
      map: { url: 'http://127.0.0.1/{z}/{x}/{y}', attribution: 'none' },
    },
    logging: { level: 'ERROR' },
    metadata: {
      identification: { ...text, terms_of_service: 'none' },
      license: { name: 'none', url: text.url },
      provider: who,
      contact: who,
    },
    resources: {
      [TABLE]: {
        type: 'collection',
        title: TABLE,
        description: TABLE,
        keywords: [TABLE],
        extents: {
          spatial: { bbox: [-180, -90, 180, 90], crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' },
        },
        providers: [
          {
            type: 'feature',
            name: 'PostgreSQL',
            data: {
              host: database.hostname,
              port: Number(database.port),
              dbname: database.pathname.slice(1),
              user: database.username,
              password: 'trusted',
              search_path: [SCHEMA, 'public'],
            },
            id_field: 'id',
            table: TABLE,
            geom_field: 'geometry',
          },
        ],
      },
    },
  };
}

/**
 * A table with what the current view says of the areas, for those who do not read ours: the columns that hold anything in
 * one value, and the outline, with a key and an index.
 */
export async function makePeerTable(database: string): Promise<void> {
  await runs('psql', [
    '-qAt',
    '-v',
    'ON_ERROR_STOP=1',
    '-d',
    database,
    '-c',
    `
    DO $$
    DECLARE named text; kept text[] := '{}'; held boolean;
    BEGIN
      FOR named IN SELECT column_name FROM information_schema.columns
        WHERE table_schema = 'current' AND table_name = 'hazardous_area' AND column_name <> 'id'
          AND data_type IN ('text', 'double precision', 'boolean')
      LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM current.hazardous_area WHERE %I IS NOT NULL)', named) INTO held;
        IF held THEN kept := kept || quote_ident(named); END IF;
      END LOOP;
      CREATE SCHEMA ${SCHEMA};
      EXECUTE format('CREATE TABLE ${SCHEMA}.${TABLE} AS SELECT id, %s, geom AS geometry FROM current.hazardous_area',
        array_to_string(kept, ', '));
    END $$;
    ALTER TABLE ${SCHEMA}.${TABLE} ADD PRIMARY KEY (id);
    ALTER TABLE ${SCHEMA}.${TABLE} ALTER COLUMN geometry TYPE geometry(Geometry, 4326);
    CREATE INDEX ON ${SCHEMA}.${TABLE} USING gist (geometry);
    ANALYZE ${SCHEMA}.${TABLE};`,
  ]);
}

/** Starts those that are installed here; `started` gets each as soon as there is something to stop. */
export async function startOgcPeers(
  database: string,
  started: OgcPeer[],
  say: (what: string) => void,
): Promise<void> {
  for (const plan of plans) {
    const here =
      (await has(bin('uvicorn'))) &&
      (await has(bin('python3'), ['-c', `import ${plan.app.split(':')[0]?.split('.')[0]}`]));
    if (here) started.push(await start(plan, new URL(database)));
    else say(`${plan.name} is not installed: no figure beside ours`);
  }
}

async function start(plan: Plan, database: URL): Promise<OgcPeer> {
  const directory = await mkdtemp(path.join(tmpdir(), 'tilth-bench-'));
  const port = await freePort();
  const env = { ...process.env, ...(await plan.env(directory, database, port)) };
  const server = spawn(bin('uvicorn'), [plan.app, '--port', `${port}`, '--log-level', 'error'], {
    env,
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const page = (limit: number) =>
    `http://127.0.0.1:${port}/collections/${plan.collection}/items?f=${plan.name === 'tipg' ? 'geojson' : 'json'}&limit=${limit}`;
  const stop = async () => {
    if (server.exitCode === null) {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill();
      await ended;
    }
    await rm(directory, { recursive: true });
  };
  for (let tries = 0; ; tries++) {
    const ok = await fetch(page(1)).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return { name: plan.name, page, stop };
    if (tries === 100 || server.exitCode !== null) {
      await stop();
      throw new Error(`${plan.name} did not answer`);
    }
    await setTimeout(200);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
