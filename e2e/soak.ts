/**
 * The long test of what a crash may do (design §4, law 8): many kills and power cuts at random instants, during appends and
 * approvals (store/kill.test.ts) and during imports, on both databases.
 *
 *   npm run soak                     200 of each, and 20 whole imports struck on each database
 *   npm run soak -- --rounds 5       5 of each
 *   npm run soak -- --only imports   (or `appends`)
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startOverlay } from '@tilth/cli/start-overlay';
import { chance } from '@tilth/fixtures/orlia/chance';
import { removeDatabases } from '@tilth/store/databases.testing';
import { embedded, type Soaked, served, soakImports } from './soak-import.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    only: { type: 'string' },
    engines: { type: 'string', default: 'pglite,postgres' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const rounds = Number(values.rounds);
/** a round of imports is a whole one, struck, and then done to its end */
const importRounds = Math.max(1, Math.round(rounds / 10));
const wanted = (part: string) => values.only === undefined || values.only === part;
const say = (what: string) => process.stderr.write(`${what}\n`);
const summary: string[] = [];
let failed = false;

say(`seed ${values.seed}`);
if (wanted('appends')) {
  const test = fileURLToPath(new URL('../store/kill.test.ts', import.meta.url));
  const began = performance.now();
  const status = await new Promise<number>((done) => {
    const env = {
      ...process.env,
      TILTH_KILLS: String(rounds),
      TILTH_POWER_CUTS: String(rounds),
      TILTH_SEED: values.seed,
    };
    spawn(process.execPath, ['--test', '--test-reporter=spec', test], { stdio: 'inherit', env }).on(
      'exit',
      (code) => done(code ?? 1),
    );
  });
  failed ||= status !== 0;
  summary.push(
    `appends and approvals: ${rounds} of each, ${status === 0 ? 'sound' : 'FAILED'}${took(began)}`,
  );
}
if (wanted('imports')) {
  const overlay = await startOverlay();
  const { next } = chance('soak', Number(values.seed));
  try {
    for (const engine of values.engines.split(',')) {
      const began = performance.now();
      const ground = engine === 'pglite' ? await embedded(overlay, next) : await served(overlay);
      try {
        summary.push(tell(engine, await soakImports(ground, importRounds, overlay, next, say)) + took(began));
      } catch (error) {
        failed = true;
        summary.push(
          `imports on ${engine}: FAILED, ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  } finally {
    await removeDatabases();
  }
}
process.stdout.write(`\n${summary.join('\n')}\nseed ${values.seed}\n`);
process.exitCode = failed ? 1 : 0;

function tell(engine: string, { blows, found, whole }: Soaked): string {
  const what = Object.entries(blows).map(([blow, n]) => `${n} × ${blow}`);
  const amid = found.filter((n) => n > 0 && n < whole).length;
  const none = found.filter((n) => n === 0).length;
  return `imports on ${engine}: ${what.join(', ')}: sound; struck with nothing on record ${none}, a part ${amid}, all ${found.length - amid - none} times`;
}

function took(began: number): string {
  return `, ${((performance.now() - began) / 1000).toFixed(0)} s`;
}
