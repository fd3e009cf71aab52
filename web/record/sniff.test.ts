import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sniff } from './sniff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('a picture is one by its first bytes', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
  assert.deepEqual(sniff(png), { type: 'image', media_type: 'image/png' });
  assert.equal(sniff(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])).type, 'image');
});

test('what could run a script is read as text, whatever it is called', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  assert.deepEqual(sniff(bytes(svg)), { type: 'text', text: svg });
});

test('text in any script is text; a PDF and other bytes are only saved', () => {
  assert.equal(sniff(bytes('حقل ألغام, поле')).type, 'text');
  assert.equal(sniff(bytes('%PDF-1.7 …')).type, 'other');
  assert.equal(sniff(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])).type, 'other');
  assert.equal(sniff(new Uint8Array([0xc3, 0x28, 0x41])).type, 'other');
});

test('a text that is cut in the middle of a character is still text', () => {
  const cut = bytes('поле').slice(0, -1);
  assert.deepEqual(sniff(cut), { type: 'text', text: 'пол' });
});
