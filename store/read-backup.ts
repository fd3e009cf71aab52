/** A backup's bytes (backup.ts) as lines that have the shape of such: whatever else comes is `backup-unreadable`. */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { problem, Refusal } from '@tilth/domain/problem';
import { BACKUP_FORMAT, type BackupHead, type EntryLine } from './backup.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface RowLine {
  readonly table: string;
  readonly row: Fields;
}

type Line = EntryLine | RowLine | { readonly end: number };

/** No backup, or one cut short at this line. */
export function unreadable(line: number, cause?: unknown): Refusal {
  return new Refusal(problem('backup-unreadable', { line }), { cause });
}

/** Lines of the unpacked text. A file that is no gzip, or ends in the middle, is unreadable where it ends. */
export async function* linesOf(read: AsyncIterable<Uint8Array>): AsyncGenerator<string, undefined> {
  let count = 0;
  let rest: string[] = [];
  const packed = Readable.from(read);
  const unpacked = createGunzip();
  // pipe does not carry on what goes wrong in reading
  packed.on('error', (error) => unpacked.destroy(error));
  packed.pipe(unpacked);
  unpacked.setEncoding('utf8');
  try {
    for await (const chunk of unpacked) {
      const parts = String(chunk).split('\n');
      for (const [i, part] of parts.entries()) {
        rest.push(part);
        if (i === parts.length - 1) break;
        count++;
        yield rest.join('');
        rest = [];
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw unreadable(count + 1, error);
    }
    throw error;
  } finally {
    // refused in the middle: whoever gives the bytes is told to stop
    packed.destroy();
  }
  if (rest.join('') !== '') throw unreadable(count + 1);
}

function isFields(x: unknown): x is Fields {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

function fieldsIn(text: string, count: number): Fields {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch (error) {
    throw unreadable(count, error);
  }
  if (!isFields(line)) throw unreadable(count);
  return line;
}

const all = (fields: Fields, type: 'string' | 'number', ...names: readonly string[]) =>
  names.every((name) => typeof fields[name] === type);

function isEnd(line: object): line is { readonly end: number } {
  return 'end' in line && typeof line.end === 'number';
}

function isEntry(line: object): line is EntryLine {
  if (!('entry' in line && isFields(line.entry) && 'body' in line && typeof line.body === 'string'))
    return false;
  const texts = ['programme', 'instant', 'id', 'digest', 'previous', 'receipt_digest'];
  return all(line.entry, 'string', ...texts) && all(line.entry, 'number', 'number');
}

function isRow(line: object): line is RowLine {
  return 'table' in line && typeof line.table === 'string' && 'row' in line && isFields(line.row);
}

/** The line of this text: an entry, a row of a table beside the log, or the end. */
export function lineIn(text: string, count: number): Line {
  const line: object = fieldsIn(text, count);
  if (isEnd(line) || isEntry(line) || isRow(line)) return line;
  throw unreadable(count);
}

function isHead(line: object): line is BackupHead {
  if (!('tilth_backup' in line && line.tilth_backup === BACKUP_FORMAT)) return false;
  const lists = {
    programmes: ['id', 'name', 'zone', 'public'],
    people: ['id', 'name'],
    roles: ['programme', 'person', 'role'],
  };
  const whole = Object.entries(lists).every(([name, texts]) => {
    const list: unknown = Object.getOwnPropertyDescriptor(line, name)?.value;
    return Array.isArray(list) && list.every((one) => isFields(one) && all(one, 'string', ...texts));
  });
  return whole && 'office' in line && isFields(line.office) && all(line.office, 'string', 'id', 'name');
}

/** The first line. */
export function headIn(text: string | undefined): BackupHead {
  if (text === undefined) throw unreadable(1);
  const line: object = fieldsIn(text, 1);
  if (!isHead(line)) throw unreadable(1);
  return line;
}
