/**
 * How a column of a result becomes a JavaScript value: the table of db.ts, by PostgreSQL's type number (OID). Both engines
 * send text, so one table serves both. What is not in the table stays the text PostgreSQL prints.
 */

/** What a session must be set to for these readers, whatever its server's own settings are. */
export const readable: readonly string[] = ['TimeZone=UTC', 'DateStyle=ISO,YMD', 'bytea_output=hex'];

type Read = (text: string) => unknown;

/** Exact as a number, else left as text: 9007199254740993 or 0.1234567890123456789 must not change on the way. */
function exactNumber(text: string): number | string {
  const n = Number(text);
  if (/^-?\d+$/.test(text)) return Number.isSafeInteger(n) ? n : text;
  const digits = text.replace(/^-?0*\.?0*/, '').replace('.', '');
  return Number.isFinite(n) && digits.length <= 15 ? n : text;
}

/** `2026-11-22 06:23:08.1234+00` → `2026-11-22T06:23:08.123Z`; sessions run in UTC. `infinity` stays as it is. */
function instant(text: string): string {
  const found = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text);
  if (!found) return text;
  return `${found[1]}T${found[2]}.${(found[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

const hex: Read = (text) => text.slice(2);

/** `{a,"b,c",NULL}`, nested too. Our arrays hold no box, so the delimiter is always a comma. */
function arrayOf(read: Read): Read {
  return (text) => {
    let at = 0;
    const list = (): unknown[] => {
      const out: unknown[] = [];
      at++;
      while (text[at] !== '}') {
        if (text[at] === ',') at++;
        else if (text[at] === '{') out.push(list());
        else if (text[at] === '"') out.push(read(quoted()));
        else {
          const from = at;
          while (text[at] !== ',' && text[at] !== '}') at++;
          const word = text.slice(from, at);
          out.push(word === 'NULL' ? null : read(word));
        }
      }
      at++;
      return out;
    };
    const quoted = (): string => {
      let out = '';
      for (at++; text[at] !== '"'; at++) {
        if (text[at] === '\\') at++;
        out += text[at];
      }
      at++;
      return out;
    };
    return list();
  };
}

const same: Read = (text) => text;
const scalars: readonly (readonly [type: number, array: number, read: Read])[] = [
  [16, 1000, (text) => text === 't'],
  [17, 1001, hex],
  [20, 1016, exactNumber],
  [21, 1005, Number],
  [23, 1007, Number],
  [25, 1009, same],
  [26, 1028, Number],
  [700, 1021, Number],
  [701, 1022, Number],
  [1042, 1014, same],
  [1043, 1015, same],
  [1082, 1182, same],
  [1184, 1185, instant],
  [1700, 1231, exactNumber],
  [2950, 2951, same],
  [114, 199, same],
  [3802, 3807, same],
];

const readers = new Map<number, Read>();
for (const [type, array, read] of scalars) {
  readers.set(type, read);
  readers.set(array, arrayOf(read));
}

/** The reader of a type; text as it is for types the table does not know. */
export function readerOf(type: number): Read {
  return readers.get(type) ?? same;
}
