/** The process behind `tilth`: arguments, terminal and exit status; everything else is in run.ts. */
import { runFromProcess } from './run.ts';

process.exitCode = await runFromProcess(process.argv.slice(2));
