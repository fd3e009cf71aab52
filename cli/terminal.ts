/** The two terminals: the process's own, and the one at the other end of the holder's socket. */
import type { Terminal } from './command.ts';

/** What a command writes, on its way to the process that asked for it. */
export type Reply =
  | { readonly out: string }
  | { readonly bytes: string }
  | { readonly err: string }
  | { readonly progress: string | null };

export function processTerminal(): Terminal {
  const live = process.stderr.isTTY === true;
  let shown = false;
  // `tilth export … | head`: who reads has had enough; the work ends in order, without a word
  let gone = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      gone ||= stream === process.stdout;
    });
  }
  const clear = () => {
    if (shown) process.stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    cwd: process.cwd(),
    async out(text) {
      clear();
      if (!gone) await new Promise<void>((done) => process.stdout.write(text, () => done()));
    },
    err(text) {
      clear();
      process.stderr.write(text);
    },
    progress(text) {
      if (!live) return;
      clear();
      if (text === null) return;
      process.stderr.write(text.slice(0, (process.stderr.columns || 80) - 1));
      shown = true;
    },
  };
}

/** `sent` resolves when all that was written so far is on its way: what is still queued when a command ends would be lost. */
export function terminalOfHolder(
  cwd: string,
  send: (reply: Reply) => Promise<void>,
): Terminal & { sent(): Promise<void> } {
  // replies keep their order; a reader that has gone ends the output, not the work that was asked for
  let gone = false;
  let last: Promise<void> = Promise.resolve();
  const queue = (reply: Reply): Promise<void> => {
    last = last.then(async () => {
      if (gone) return;
      try {
        await send(reply);
      } catch {
        gone = true;
      }
    });
    return last;
  };
  return {
    cwd,
    out: (text) =>
      queue(typeof text === 'string' ? { out: text } : { bytes: Buffer.from(text).toString('base64') }),
    err: (text) => void queue({ err: text }),
    progress: (text) => void queue({ progress: text }),
    sent: () => last,
  };
}

export function writeReply(reply: Reply, terminal: Terminal): void | Promise<void> {
  if ('out' in reply) return terminal.out(reply.out);
  if ('bytes' in reply) return terminal.out(Buffer.from(reply.bytes, 'base64'));
  if ('err' in reply) return terminal.err(reply.err);
  return terminal.progress(reply.progress);
}
