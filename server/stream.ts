/**
 * Sends bytes as they come. The first chunk is waited for before any header is written, so that a refusal still becomes
 * a proper problem answer. What breaks later can only end the connection: the asker sees that the answer is not whole, and
 * the log why.
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
    } catch (error) {
      reply.broke(error);
      throw error;
    } finally {
      await from.return?.();
    }
  }
  return reply.headers(headers).send(Readable.from(all(), { objectMode: false }));
}
