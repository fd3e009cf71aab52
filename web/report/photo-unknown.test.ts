/** What nobody knew of when this was written goes too, or the person is told that it may go along. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { box, bytesOf, invented, inventedHeic } from './photo.testing.ts';
import { barePhoto, readPhoto } from './photo.ts';

const SECRET = 'Somebody of the village';
const NAME = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFXYZ '),
  minLength: 4,
  maxLength: 4,
});
const has = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);
const bare = (photo: Uint8Array) => barePhoto(photo);

/** Gone, with the picture as it was, or said to be unclear. Never said to carry nothing. */
function goneOrSaid(photo: Uint8Array, picture: string | Uint8Array, what: string) {
  const { extras } = readPhoto(photo, 'image/any');
  assert.notEqual(extras, 'none', what);
  if (extras === 'fixed') return;
  const without = bare(photo);
  assert.ok(!has(without, SECRET), what);
  assert.ok(Buffer.from(without).includes(picture), `the picture: ${what}`);
  assert.equal(readPhoto(without, 'image/any').extras, 'none', `twice: ${what}`);
}

const whole = Buffer.from(invented([10, 20], 6));
/** from its first table to its end */
const picture = whole.subarray(whole.indexOf(Buffer.from([0xff, 0xdb])));
const segment = (marker: number, body: string) =>
  Buffer.concat([Buffer.from([0xff, marker, 0, body.length + 2]), Buffer.from(body, 'latin1')]);
const jpeg = (...segments: readonly Uint8Array[]) =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, picture]);

test('no segment of a JPEG but those that draw it is left, whatever it is called and however it begins', () => {
  const markers = [1, 2, 0xbf, 0xc8, 0xde, 0xdf, 0xfe];
  for (let marker = 0xe0; marker <= 0xfd; marker++) markers.push(marker);
  const starts = ['', 'JP\0', 'Exif\0\0II*\0', 'JFIF\0', 'JFXX\0', 'MPF\0', 'Ducky', 'Photoshop 3.0\0'];
  for (const marker of markers)
    for (const start of starts) {
      const what = `${marker.toString(16)} ${start}`;
      goneOrSaid(jpeg(segment(marker, start + ' '.repeat(16) + SECRET)), picture, what);
      goneOrSaid(jpeg(Buffer.from([0xff, 0xff]), segment(marker, start + SECRET)), picture, `fill, ${what}`);
    }
  goneOrSaid(jpeg(Buffer.from(SECRET)), picture, 'between the segments');
});

test('a colour profile, the density and how colours are coded stay in a JPEG, without a preview or more behind', () => {
  const profile = segment(0xe2, 'ICC_PROFILE\0\u0001\u0001profile');
  const density = segment(0xe0, 'JFIF\0\u0001\u0002\u0001\0\u0048\0\u0048\0\0');
  const adobe = segment(0xee, 'Adobe\0\u0064\0\0\0\0\u0001');
  const clean = jpeg(density, profile, adobe);
  assert.equal(readPhoto(clean, 'image/jpeg').extras, 'none');
  assert.deepEqual(Buffer.from(bare(clean)), clean);
  const more = (known: Buffer, from: number) =>
    segment(known[1] ?? 0, known.toString('latin1', 4, from) + SECRET);
  assert.deepEqual(Buffer.from(bare(jpeg(more(density, 16), profile, more(adobe, 16)))), clean);
});

const chunk = (name: string, body: string | Uint8Array) => {
  const content = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content, Buffer.alloc(4)]);
};
const png = (...more: readonly Uint8Array[]) =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', 'thirteen size'),
    ...more,
    chunk('IDAT', 'the picture'),
    chunk('IEND', ''),
  ]);

test('no chunk of a PNG but those that draw it is left, nor what stands behind its end', () => {
  const known = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'caBX', 'sPLT', 'gAMA', 'sRGB', 'pHYs', 'dSIG'];
  for (const name of known) goneOrSaid(png(chunk(name, ' '.repeat(20) + SECRET)), 'the picture', name);
  goneOrSaid(Buffer.concat([png(), Buffer.from(SECRET)]), 'the picture', 'behind its end');
  fc.assert(fc.property(NAME, (name) => goneOrSaid(png(chunk(name, SECRET)), 'the picture', name)));
  const clean = png(chunk('sRGB', '\0'), chunk('acTL', '\0\0\0\u0001\0\0\0\0'));
  assert.deepEqual(Buffer.from(bare(clean)), clean);
});

const part = (name: string, body: string | Uint8Array) => {
  const content = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
};
const webp = (...parts: readonly Uint8Array[]) => {
  const head = Buffer.from('RIFF....WEBP');
  head.writeUInt32LE(4 + parts.reduce((n, p) => n + p.length, 0), 4);
  return Buffer.concat([head, ...parts]);
};

test('no chunk of a WebP but those that draw it is left, in its frames neither, and its head says so', () => {
  const drawn = part('VP8 ', 'the picture');
  for (const name of ['EXIF', 'XMP ', 'C2PA', 'JUNK'])
    goneOrSaid(webp(part('VP8X', '\x0c234567890'), drawn, part(name, SECRET)), drawn, name);
  goneOrSaid(Buffer.concat([webp(drawn), Buffer.from(SECRET)]), drawn, 'behind its end');
  fc.assert(
    fc.property(NAME, (name) => {
      goneOrSaid(webp(part(name, SECRET), drawn), drawn, name);
      const frame = Buffer.concat([Buffer.from('0123456789012345'), drawn, part(name, SECRET)]);
      goneOrSaid(webp(part('ANMF', frame)), drawn, `frame, ${name}`);
    }),
  );
  const head = Buffer.from(bare(webp(part('VP8X', '\x1c234567890'), drawn, part('EXIF', SECRET))));
  assert.equal(head[20], 0x10, 'it still says that it is partly clear, and no more that it has EXIF and XMP');
});

test('no box, property or stray bytes of a HEIC are left but what draws the picture, or the person is told', () => {
  const secret = box('udes', [0, 0, 0, 0, ...bytesOf(SECRET)]);
  const kinds = ['hvc1', 'Exif', 'mime'];
  const heic = (more: Parameters<typeof inventedHeic>[3]) =>
    inventedHeic([10, 20], 'the picture', kinds, more);
  assert.ok(!has(bare(heic({ properties: secret })), SECRET), 'a description among the properties');
  assert.ok(!has(bare(heic({ data: bytesOf(SECRET) })), SECRET), 'bytes of no item');
  assert.equal(readPhoto(heic({ top: box('meta', secret) }), 'image/heic').extras, 'fixed', 'two lists');
  assert.ok(!has(bare(heic({ meta: box('hdlr', bytesOf('0'.repeat(24) + SECRET)) })), SECRET), 'a name');
  const large = box('uuid', bytesOf(SECRET));
  const long = [0, 0, 0, 1, ...large.slice(4, 8), 0, 0, 0, 0, 0, 0, 0, large.length + 8, ...large.slice(8)];
  const after = box('mdat', bytesOf('more'));
  goneOrSaid(heic({ top: [...long, ...after] }), 'the picture', 'a box that says its length in eight bytes');
  fc.assert(
    fc.property(NAME, fc.constantFrom('properties', 'meta', 'top'), (name, where) => {
      goneOrSaid(heic({ [where]: box(name, bytesOf(SECRET)) }), 'the picture', `${name} in ${where}`);
    }),
  );
  for (const name of [
    'iinf',
    'iloc',
    'iref',
    'pitm',
    'grpl',
    'dinf',
    'iprp',
    'idat',
    'free',
    'moov',
    'mini',
    'uuid',
  ])
    for (const where of ['properties', 'meta', 'top'])
      goneOrSaid(heic({ [where]: box(name, bytesOf(SECRET)) }), 'the picture', `${name} in ${where}`);
});
