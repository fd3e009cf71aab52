/**
 * The whole test command, quickest first: what the machine needs, types, style, the house laws, then the shelves from
 * the inside out, the build, and stories in a real browser. Stops at nothing: every step runs, so that one run tells all.
 * `npm test -- domain store` runs the named steps only.
 */
import { spawn } from 'node:child_process';
import { chmodSync, globSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareMachine } from './machine.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => `${root}node_modules/.bin/${name}`;

/** Hundreds of databases are made and thrown away: in memory where there is plenty, since writing them took a fifth of a run. */
const MEMORY_BYTES = 6 * 1024 ** 3;

function scratchRoot(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize >= MEMORY_BYTES ? '/dev/shm' : tmpdir();
  } catch {
    // other systems have no such directory
    return tmpdir();
  }
}

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

function tests(name: string, pattern: string, ...more: string[]): Step {
  const files = globSync(pattern, { cwd: root }).sort();
  // without names node looks for tests everywhere
  if (files.length === 0) throw new Error(`no tests match ${pattern}`);
  const command = [
    process.execPath,
    '--test',
    '--test-reporter=dot',
    '--import=./e2e/seed.ts',
    `--test-concurrency=${cpus().length}`,
    ...more,
    ...files,
  ];
  return { name, command };
}

/** One cluster for all the files of a step. */
const cluster = '--test-global-setup=store/cluster-once.testing.ts';

/** These wait for disks and processes a third of their time: one file more than there are cores. */
const waiting = `--test-concurrency=${cpus().length + 1}`;

const steps: readonly Step[] = [
  {
    name: 'style',
    command: [bin('biome'), 'ci', '--colors=off', '--max-diagnostics=30', '--error-on-warnings', '.'],
  },
  { name: 'types', command: [process.execPath, 'e2e/check-types.ts'] },
  tests('house', 'e2e/house/*.test.ts'),
  tests('domain', 'domain/**/*.test.ts'),
  tests('formats', 'formats/**/*.test.ts'),
  tests('cli', 'cli/**/*.test.ts', cluster),
  tests('fixtures', 'fixtures/**/*.test.ts'),
  tests('server', 'server/**/*.test.ts', cluster),
  tests('store', 'store/**/*.test.ts', waiting, cluster),
  { name: 'build', command: [process.execPath, 'web/build.ts'] },
  tests('web', 'web/**/*.test.ts'),
  // TILTH_REAL_DATA=directory has these runs take the real files, which takes minutes more
  tests('acceptance', 'e2e/acceptance/*.test.ts', waiting, cluster),
  tests('stories', 'e2e/stories/{first-page,day}.test.ts', '--test-global-setup=e2e/samples-once.ts'),
];

/** Run when they are named: they take minutes more than a submission has. */
const named: readonly Step[] = [
  tests('tools', 'e2e/stories/tools.test.ts', '--test-global-setup=e2e/samples-once.ts'),
];

interface Outcome {
  readonly name: string;
  readonly seconds: number;
  readonly ok: boolean;
}

async function run(step: Step, scratch: string): Promise<Outcome> {
  process.stdout.write(`\n== ${step.name}\n`);
  const began = performance.now();
  const [command = '', ...args] = step.command;
  const ok = await new Promise<boolean>((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        TZ: 'Pacific/Chatham',
        TMPDIR: scratch,
        NODE_NO_WARNINGS: '1',
        // hundreds of processes load the same files
        NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
      },
    });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
  return { name: step.name, seconds: (performance.now() - began) / 1000, ok };
}

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? steps : [...steps, ...named].filter((s) => wanted.includes(s.name));
if (chosen.length === 0) {
  process.stderr.write(
    `There is no such step. Steps: ${[...steps, ...named].map((s) => s.name).join(', ')}\n`,
  );
  process.exit(2);
}
await prepareMachine();
const outcomes: Outcome[] = [];
const scratch = mkdtempSync(join(scratchRoot(), 'tilth-test-'));
try {
  // the databases of PostgreSQL belong to another user
  chmodSync(scratch, 0o755);
  for (const step of chosen) outcomes.push(await run(step, scratch));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

process.stdout.write('\n');
for (const o of outcomes)
  process.stdout.write(`${o.ok ? 'ok    ' : 'FAILED'}  ${o.name.padEnd(10)} ${o.seconds.toFixed(1)} s\n`);
const failed = outcomes.filter((o) => !o.ok).length;
process.stdout.write(`${outcomes.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
