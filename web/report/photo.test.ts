import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invented, inventedHeic } from './photo.testing.ts';
import { barePhoto, photoType, readPhoto } from './photo.ts';

test('a photo says where it was taken, and without what the camera wrote it says nothing', () => {
  const photo = Buffer.from(invented([-18.8281, -31.6021], 6));
  const read = readPhoto(photo, 'image/jpeg');
  assert.equal(read.extras, 'removable');
  assert.ok(
    read.place && Math.abs(read.place[0] + 18.8281) < 1e-5 && Math.abs(read.place[1] + 31.6021) < 1e-5,
  );
  const bare = barePhoto(photo);
  assert.equal(readPhoto(bare, 'image/jpeg').place, null);
  const text = Buffer.from(bare).toString('latin1');
  assert.ok(!text.includes('Telephone of somebody') && !text.includes('<x:xmpmeta'));
});

test('the picture itself is untouched, and stays the right way up', () => {
  const photo = Buffer.from(invented([10, 20], 6));
  const picture = photo.subarray(photo.indexOf(0xdb) - 1);
  const bare = Buffer.from(barePhoto(photo));
  assert.ok(bare.subarray(-picture.length).equals(picture));
  assert.ok(bare.includes(Buffer.from([0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0])), 'orientation 6');
  assert.deepEqual(barePhoto(bare), new Uint8Array(bare), 'twice is once');
});

test('a file that is no photo has no such extras; an image of a format we can’t take apart may have', () => {
  assert.deepEqual(readPhoto(Buffer.from('%PDF-1.7'), 'application/pdf'), { place: null, extras: 'none' });
  assert.deepEqual(readPhoto(Buffer.from('GIF89a'), 'image/gif'), { place: null, extras: 'fixed' });
  const film = Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ');
  assert.equal(readPhoto(film, 'application/octet-stream').extras, 'fixed', 'a film without a name');
});

test('a HEIC says where it was taken, and without what the telephone wrote it is as long, and nobody’s', () => {
  const photo = inventedHeic([-18.8281, -31.6021], 'the coded picture');
  // a browser that does not know the format names none
  const read = readPhoto(photo, 'application/octet-stream');
  assert.equal(photoType(photo), 'image/heic');
  assert.equal(read.extras, 'removable');
  assert.ok(read.place && Math.abs(read.place[0] + 18.8281) < 1e-5);
  const bare = barePhoto(photo);
  const words = Buffer.from(bare).toString('latin1');
  assert.equal(bare.length, photo.length, 'what the picture is made of stays where it is looked for');
  assert.ok(words.includes('the coded picture'));
  for (const own of ['Telephone of somebody', 'Somebody', 'film of the moment'])
    assert.ok(!words.includes(own), own);
  assert.deepEqual(readPhoto(bare, 'image/heic'), { place: null, extras: 'none' });
});

test('of a HEIC with something in it that we do not know we say that it goes along', () => {
  const photo = inventedHeic([10, 20], 'picture', ['hvc1', 'Exif', 'abcd']);
  assert.equal(readPhoto(photo, 'image/heic').extras, 'fixed');
  for (let length = 12; length < photo.length; length += 5) {
    readPhoto(photo.subarray(0, length), 'image/heic');
    barePhoto(photo.subarray(0, length));
  }
});

test('what a telephone appends behind a JPEG is taken out with the rest', () => {
  const end = Buffer.from([0xff, 0xd9]);
  const photo = Buffer.concat([invented([10, 20], 1), Buffer.from('film of the moment')]);
  assert.ok(
    Buffer.from(invented([10, 20], 1))
      .subarray(-2)
      .equals(end),
  );
  const bare = Buffer.from(barePhoto(photo));
  assert.ok(!bare.includes('film of the moment') && bare.subarray(-2).equals(end));
});

test('texts in a PNG and EXIF in a WebP are taken out, and the file says its new length', () => {
  const chunk = (name: string, body: string) => {
    const bytes = Buffer.alloc(12 + body.length);
    bytes.writeUInt32BE(body.length);
    bytes.write(name + body, 4, 'latin1');
    return bytes;
  };
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', 'head'),
    chunk('tEXt', 'Author Somebody'),
    chunk('IDAT', 'picture'),
    chunk('IEND', ''),
  ]);
  assert.equal(readPhoto(png, 'image/png').extras, 'removable');
  const barePng = Buffer.from(barePhoto(png)).toString('latin1');
  assert.ok(!barePng.includes('Somebody') && barePng.includes('picture') && barePng.includes('IEND'));

  const part = (name: string, body: string) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(name), size, Buffer.from(body + (body.length % 2 ? '\0' : ''))]);
  };
  const parts = Buffer.concat([part('VP8 ', 'picture'), part('EXIF', 'Exif\0\0II*\0\0\0\0\0')]);
  const head = Buffer.from('RIFF....WEBP');
  head.writeUInt32LE(parts.length + 4, 4);
  const bareWebp = Buffer.from(barePhoto(Buffer.concat([head, parts])));
  assert.ok(!bareWebp.includes('EXIF') && bareWebp.includes('picture'));
  assert.equal(bareWebp.readUInt32LE(4), bareWebp.length - 8);
});

test('a damaged file is read as far as it goes', () => {
  const photo = Buffer.from(invented([10, 20], 1));
  for (let length = 2; length < photo.length; length += 7) {
    const torn = photo.subarray(0, length);
    readPhoto(torn, 'image/jpeg');
    barePhoto(torn);
  }
});
