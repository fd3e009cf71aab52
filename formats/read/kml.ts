/**
 * KML 2.2 as rows, one a placemark. Read here and not by GDAL, because its reader in WebAssembly leaves out extended data
 * and placemarks without a place. Links to other files are never followed.
 */
import { type Problem, problem, Refusal } from '@tilth/domain/problem';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { decoded, type Encoding, findEncoding } from './encoding.ts';
import { doubleEncoded } from './header.ts';
import { type Cell, isText, LARGEST_ROW, type SourceRow, type Table } from './table.ts';
import { xmlGuard } from './xml-guard.ts';

/** Elements whose text becomes a column of that name. */
const WORDS = new Set([
  'name',
  'description',
  'address',
  'phoneNumber',
  'when',
  'begin',
  'end',
  'styleUrl',
  'Snippet',
]);
/** Elements that are a geometry; those that are none of ours come out by their name, so that none is lost without a word. */
const SHAPES = new Set([
  'Point',
  'LineString',
  'LinearRing',
  'Polygon',
  'MultiGeometry',
  'Track',
  'MultiTrack',
  'Model',
]);
const LINKS = new Set(['NetworkLink', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay']);

/** Opens a KML file. Throws Refusal `file-empty`, `file-broken` (with line and column), before any row is taken. */
export async function openKml(path: string, options: { readonly encoding?: string } = {}): Promise<Table> {
  const encoding = await findEncoding(path, options.encoding);
  const columns = new Set<string>();
  let rows = 0;
  let links = 0;
  const first = new PlacemarkReader(() => links++);
  for await (const row of walk(path, encoding, first)) {
    rows++;
    for (const name of Object.keys(row.values)) columns.add(name);
  }
  const notices: Problem[] = [...encoding.notices];
  if (rows === 0) notices.push(problem('rows-missing'));
  if (links > 0) notices.push(problem('kml-parts-left-out', { count: links }));
  const second = walk(path, encoding, new PlacemarkReader(() => {}));
  return {
    format: 'kml',
    encoding: encoding.name,
    columns: [...columns],
    hxl: {},
    sheets: [],
    crs: null,
    rows: second,
    notices,
    close: async () => {
      await second.return(undefined);
    },
  };
}

async function* walk(path: string, encoding: Encoding, reader: PlacemarkReader): AsyncGenerator<SourceRow> {
  const parser = new SaxesParser();
  const guard = xmlGuard('kml');
  const bare = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', (tag: SaxesTagPlain) => reader.open(bare(tag.name), tag.attributes));
  parser.on('closetag', (tag: SaxesTagPlain) => reader.close(bare(tag.name)));
  parser.on('text', (t) => reader.text(t));
  parser.on('cdata', (t) => reader.text(t));
  parser.on('error', (e) => {
    throw new Refusal(problem('file-broken', { format: 'kml', why: e.message }), { cause: e });
  });
  for await (const text of decoded(path, encoding)) {
    guard(text, () => parser.write(text));
    yield* reader.take();
  }
  parser.close();
  yield* reader.take();
}

/** A geometry being read: its element and its members. */
interface Shape {
  readonly type: string;
  readonly members: unknown[];
  rings: number[][][];
  coordinates: number[][];
}

class PlacemarkReader {
  private readonly onLink: () => void;
  private done: SourceRow[] = [];
  private row = 0;
  private readonly folders: string[] = [];
  private readonly path: string[] = [];
  private inside = false;
  private values: Record<string, Cell> = {};
  private geometry: unknown = null;
  private shapes: Shape[] = [];
  private words = '';
  private size = 0;
  private key: string | null = null;

  constructor(onLink: () => void) {
    this.onLink = onLink;
  }

  take(): SourceRow[] {
    const rows = this.done;
    this.done = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.path.push(name);
    this.words = '';
    if (name === 'Folder') this.folders.push('');
    else if (LINKS.has(name)) this.onLink();
    else if (name === 'Placemark') {
      this.inside = true;
      this.values = Object.create(null);
      this.geometry = null;
      this.shapes = [];
      this.size = 0;
      if (attributes.id !== undefined) this.values['@id'] = attributes.id;
    } else if (this.inside && (name === 'Data' || name === 'SimpleData')) this.key = attributes.name ?? null;
    else if (this.inside && SHAPES.has(name))
      this.shapes.push({ type: name, members: [], rings: [], coordinates: [] });
  }

  text(t: string): void {
    this.size += t.length;
    if (this.size <= LARGEST_ROW) this.words += t;
  }

  close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1);
    const words = this.words.trim();
    this.words = '';
    if (name === 'Folder') this.folders.pop();
    else if (!this.inside) {
      if (name === 'name' && parent === 'Folder') this.folders[this.folders.length - 1] = words;
      this.size = 0;
    } else if (name === 'Placemark') this.endPlacemark();
    else if (name === 'coordinates') this.shapes.at(-1)?.coordinates.push(...positions(words));
    else if (name === 'coord') this.shapes.at(-1)?.coordinates.push(words.split(/\s+/u).map(Number));
    else if (SHAPES.has(name)) this.endShape();
    else if ((name === 'value' && parent === 'Data') || name === 'SimpleData') this.put(this.key, words);
    else if (WORDS.has(name) && (parent === 'Placemark' || parent === 'TimeStamp' || parent === 'TimeSpan')) {
      this.values[name] = words === '' ? null : words;
    }
  }

  private put(key: string | null, words: string): void {
    if (key === null || key === '') return;
    const base = WORDS.has(key) || key === 'folder' || key === '@id' ? `data: ${key}` : key;
    // the same name twice is two cells, as in a table
    let name = base;
    for (let n = 2; Object.hasOwn(this.values, name); n++) name = `${base} (${n})`;
    this.values[name] = words === '' ? null : words;
  }

  private endShape(): void {
    const shape = this.shapes.pop()!;
    const parent = this.shapes.at(-1);
    const made = geoJson(shape);
    if (shape.type === 'LinearRing' && parent?.type === 'Polygon') parent.rings.push(shape.coordinates);
    else if (parent?.type === 'MultiGeometry' || parent?.type === 'MultiTrack') parent.members.push(made);
    else if (parent === undefined) this.geometry = made;
  }

  private endPlacemark(): void {
    this.inside = false;
    const row = ++this.row;
    const folder = this.folders.filter((f) => f !== '').join(' / ');
    if (folder !== '') this.values.folder = folder;
    if (this.size > LARGEST_ROW) {
      this.done.push({ row, values: {}, problem: problem('row-too-large', { row, limit: LARGEST_ROW }) });
      return;
    }
    const bad = Object.entries(this.values).find(
      ([k, v]) => !isText(k) || (typeof v === 'string' && (!isText(v) || v.includes('\uFFFD'))),
    );
    if (bad)
      this.done.push({ row, values: {}, problem: problem('cell-broken-encoding', { row, column: bad[0] }) });
    else this.done.push(doubleEncoded({ row, values: this.values, geometry: this.geometry }));
  }
}

/** `x,y,z x,y,z …`; what is no number stays in as such, so that the geometry is refused by name and not bent. */
function positions(words: string): number[][] {
  return words
    .replace(/\s*,\s*/gu, ',')
    .split(/\s+/u)
    .filter((p) => p !== '')
    .map((p) => p.split(',').map((n) => (n === '' ? Number.NaN : Number(n))));
}

function geoJson(shape: Shape): unknown {
  switch (shape.type) {
    case 'Point':
      return { type: 'Point', coordinates: shape.coordinates[0] ?? [] };
    case 'LineString':
    case 'LinearRing':
    case 'Track':
      return { type: 'LineString', coordinates: shape.coordinates };
    case 'Polygon':
      return { type: 'Polygon', coordinates: shape.rings };
    case 'MultiGeometry':
    case 'MultiTrack':
      return { type: 'GeometryCollection', geometries: shape.members };
    default:
      return { type: shape.type };
  }
}
