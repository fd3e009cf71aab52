/**
 * Sends what was asked for with GET in gzip where the asker takes it: a page of ten thousand areas is some megabytes, and
 * many offices have thin lines. Answers to writes are left alone, so that a secret in one (a sign-in link) never shares a
 * compressed body with what somebody else chose.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { App } from './route.ts';

const LEAST_BYTES = 1400;
const zip = promisify(gzip);

export function addCompression(app: App): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const whole = typeof payload === 'string' || Buffer.isBuffer(payload);
    const type = String(reply.getHeader('content-type'));
    if (!whole || request.method !== 'GET' || !/json/u.test(type)) return payload;
    reply.header('vary', 'accept-encoding, cookie');
    const taken = /\bgzip\b(?!\s*;\s*q=0(\.0+)?\b)/u.test(request.headers['accept-encoding'] ?? '');
    if (!taken || Buffer.byteLength(payload) < LEAST_BYTES) return payload;
    reply.removeHeader('content-length').header('content-encoding', 'gzip');
    return zip(payload);
  });
}
