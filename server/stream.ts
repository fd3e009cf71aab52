/**
 * Sends bytes as they come. The first chunk is waited for before any header is written, so that a refusal still becomes
 * a proper problem answer.
 */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export async function sendStream(
  reply: FastifyReply,
  headers: Readonly<Record<string, string>>,
  bytes: AsyncIterable<Uint8Array>,
): Promise<FastifyReply> {
  const from = bytes[Symbol.asyncIterator]();
  const first = await from.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      for (let step = first; step.done !== true; step = await from.next()) yield step.value;
    } finally {
      await from.return?.();
    }
  }
  return reply.headers(headers).send(Readable.from(all(), { objectMode: false }));
}
