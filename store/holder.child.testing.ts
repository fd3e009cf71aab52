/** A process that holds the directory it is given, says so, and ends when its input does. Run by holder.test.ts. */
import { Refusal } from '@tilth/domain/problem';
import { holdDirectory, serveHolder } from './holder.ts';

const directory = process.argv[2] ?? '';
try {
  await holdDirectory(directory);
  await serveHolder(directory, async (request, out) => {
    await out({ saw: request, by: process.pid });
    if (request === 'slow') await new Promise(() => undefined);
    return 7;
  });
  process.stdout.write(`held ${process.pid}\n`);
  process.stdin.resume();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stdout.write(`${JSON.stringify(error.problem)}\n`);
}
