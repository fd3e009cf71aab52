/** The process behind `tilth`: arguments, terminal and exit status; everything else is in run.ts. */
import { enableCompileCache } from 'node:module';

// from the second time on nothing is compiled again: the command is there in half the time
enableCompileCache();
const { runFromProcess } = await import('./run.ts');
process.exitCode = await runFromProcess(process.argv.slice(2));
