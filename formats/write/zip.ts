/** A ZIP archive as a stream, deflated, sizes behind the data (APPNOTE 4.3.9): enough for a workbook below 4 GiB. */
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { problem, Refusal } from '@tilth/domain/problem';

export interface ZipPart {
  readonly name: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

const LIMIT = 0xffff_ffff;
/** 1980-01-01, the earliest: the same input gives the same bytes. */
const DOS_DATE = 0x0021;

export async function* zipped(parts: readonly ZipPart[]): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x0808, 6);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(DOS_DATE, 12);
    local.writeUInt16LE(name.length, 26);
    yield Buffer.concat([local, name]);
    const at = offset;
    offset += local.length + name.length;
    const sums = { crc: 0, size: 0, packed: 0 };
    for await (const chunk of deflated(part.text, sums)) {
      sums.packed += chunk.length;
      yield chunk;
    }
    offset += sums.packed + 16;
    if (offset > LIMIT || sums.size > LIMIT) throw new Refusal(problem('export-too-large', { limit: LIMIT }));
    const behind = Buffer.alloc(16);
    behind.writeUInt32LE(0x08074b50, 0);
    behind.writeUInt32LE(sums.crc, 4);
    behind.writeUInt32LE(sums.packed, 8);
    behind.writeUInt32LE(sums.size, 12);
    yield behind;
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(0x0808, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt16LE(DOS_DATE, 14);
    entry.writeUInt32LE(sums.crc, 16);
    entry.writeUInt32LE(sums.packed, 20);
    entry.writeUInt32LE(sums.size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(Buffer.concat([entry, name]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([central, end]);
}

async function* deflated(
  text: AsyncIterable<string> | Iterable<string>,
  sums: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED });
  async function* bytes(): AsyncGenerator<Buffer> {
    for await (const piece of gathered(text)) {
      sums.crc = crc32(piece, sums.crc);
      sums.size += piece.length;
      yield piece;
    }
  }
  const feeding = (async () => {
    try {
      for await (const piece of bytes()) {
        if (!deflate.write(piece)) await new Promise((resolve) => deflate.once('drain', resolve));
      }
      deflate.end();
    } catch (e) {
      deflate.destroy(e instanceof Error ? e : new Error('unknown'));
    }
  })();
  yield* deflate as AsyncIterable<Buffer>;
  await feeding;
}

/** Small pieces of text as larger pieces of bytes. */
export async function* gathered(text: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Buffer> {
  let held = '';
  for await (const piece of text) {
    held += piece;
    if (held.length >= 65_536) {
      yield Buffer.from(held, 'utf8');
      held = '';
    }
  }
  if (held !== '') yield Buffer.from(held, 'utf8');
}
