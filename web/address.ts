/**
 * Every state of the app that can be shared stands in the address, and nothing else does: programme, screen, kind, item,
 * list on show, the two times, search, filter, ground, sort, columns, hidden map layers, the view of the map and a pin on it. Never a personal value: ids, codes and
 * what the reader typed to search for are all there is. Reading forgives what it doesn't know; writing leaves out what
 * is as usual, so that plain addresses stay short.
 */

export type Show = 'list' | 'locate' | 'totals' | 'overlaps' | 'review';
export const shows: readonly Show[] = ['list', 'locate', 'totals', 'overlaps', 'review'];

/** Centre in degrees WGS 84 and the zoom of the map. */
export interface MapView {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** Degrees WGS 84. */
export interface Pin {
  readonly lat: number;
  readonly lon: number;
}

/**
 * The screens. `map` is the map with its lists, which an address without a screen means too; only the plain address of a
 * programme opens Today instead for people who work in it (screens/frame/home.ts).
 */
export const screenIds = [
  'today',
  'map',
  'item',
  'disputes',
  'reading',
  'place',
  'report',
  'import',
  'reconcile',
  'settings',
  'products',
  'dashboards',
  'sheet',
  'lifetimes',
  'accountability',
  'treaties',
] as const;
export type ScreenId = (typeof screenIds)[number];

export interface Address {
  readonly programme: string | null;
  /** null: the map and what stands beside it */
  readonly screen: ScreenId | null;
  /** what a screen itself keeps in the address; another screen begins without it */
  readonly own: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly item: string | null;
  /** kind of `item`, when it differs from the kind listed */
  readonly itemKind: string | null;
  /** what is being done about the item, with the report it is about: `merge`, `move:<report>`, `copy` */
  readonly part: string | null;
  readonly show: Show;
  /** report chosen in the review queue */
  readonly report: string | null;
  /** day, or null for today */
  readonly at: string | null;
  /** receipt number or instant, or null for everything received */
  readonly known: string | null;
  readonly q: string;
  /** property, with `-` before it for descending */
  readonly sort: string | null;
  /** what the list is narrowed by, in the words of domain/filter/read.ts; empty: nothing */
  readonly filter: string;
  /** ground the list is narrowed to, as domain/filter/ground.ts reads it: a box or a ring in degrees, longitude first */
  readonly within: string | null;
  /** the columns of the list; none: those that suit the kind */
  readonly columns: readonly string[];
  readonly hidden: readonly string[];
  /** kinds drawn on the map besides the usual ones */
  readonly also: readonly string[];
  readonly map: MapView | null;
  /** a position that somebody went to, marked on the map; nothing on record */
  readonly pin: Pin | null;
  /** on narrow screens: the map or what stands beside it */
  readonly narrow: 'map' | 'side';
  readonly lang: string | null;
}

export const noAddress: Address = {
  programme: null,
  screen: null,
  own: {},
  kind: 'hazardous-area',
  item: null,
  itemKind: null,
  part: null,
  show: 'list',
  report: null,
  at: null,
  known: null,
  q: '',
  sort: null,
  filter: '',
  within: null,
  columns: [],
  hidden: [],
  also: [],
  map: null,
  pin: null,
  narrow: 'map',
  lang: null,
};

/**
 * The same screen in another programme. What was looked for and listed here is not there: filters, columns, ground, drafts and
 * receipts are a programme's own. The day asked for and the language are the reader's.
 */
export function inProgramme({ screen, show, at, narrow, lang }: Address, programme: string): Address {
  return { ...noAddress, programme, screen: screen === 'item' ? null : screen, show, at, narrow, lang };
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const known = /^(\d{1,12}|\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/;

/** `search` is the query part of an address, with or without `?`. What can't be read is left at its usual value. */
export function readAddress(search: string): Address {
  const from = new URLSearchParams(search);
  const get = (name: string) => from.get(name) || null;
  const match = (name: string, shape: RegExp) => {
    const text = get(name);
    return text && shape.test(text) ? text : null;
  };
  const screen = screenIds.find((s) => s === get('screen')) ?? null;
  const show = shows.find((s) => s === get('show')) ?? noAddress.show;
  // said shortly in links from elsewhere: a letter, another system
  const corrects = screen === 'report' ? match('corrects', /^[0-9a-f-]{36}$/) : null;
  return {
    programme: get('programme'),
    screen,
    own: { ...(corrects && { corrects }), ...readOwn(from, ownerOf(screen, show)) },
    kind: match('kind', /^[a-z][a-z-]*$/) ?? noAddress.kind,
    item: get('item'),
    itemKind: match('item-kind', /^[a-z][a-z-]*$/),
    part: get('item') === null ? null : match('part', /^[a-z]+(:[0-9a-f-]{1,36})?$/),
    show,
    report: get('report'),
    at: match('at', day),
    known: match('known', known),
    q: get('q') ?? '',
    sort: match('sort', /^-?[a-z0-9_]+$/),
    filter: get('filter') ?? '',
    within: match('within', /^[-\d., ]+$/),
    columns: (get('columns') ?? '').split(',').filter((name) => /^[a-z][a-z0-9_]*$/.test(name)),
    hidden: (get('hide') ?? '').split(',').filter(Boolean),
    also: (get('also') ?? '').split(',').filter((kind) => /^[a-z][a-z-]*$/.test(kind)),
    map: readMapView(get('map')),
    pin: readPin(get('pin')),
    narrow: get('view') === 'side' ? 'side' : 'map',
    lang: match('lang', /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  };
}

/** The query part of the address, with `?`; the empty string when all is as usual. */
export function writeAddress(a: Address): string {
  const to = new URLSearchParams();
  const put = (name: string, text: string | null, usual: string | null = null) => {
    if (text && text !== usual) to.set(name, text);
  };
  put('programme', a.programme);
  put('screen', a.screen);
  const owner = ownerOf(a.screen, a.show);
  for (const [name, text] of Object.entries(a.own)) put(`${owner}.${name}`, text);
  put('kind', a.kind, noAddress.kind);
  put('item', a.item);
  put('item-kind', a.item ? a.itemKind : null, a.kind);
  put('part', a.item ? a.part : null);
  put('show', a.show, 'list');
  put('report', a.show === 'review' ? a.report : null);
  put('at', a.at);
  put('known', a.known);
  put('q', a.q);
  put('sort', a.sort);
  put('filter', a.filter);
  put('within', a.within);
  put('columns', a.columns.join(','));
  put('hide', a.hidden.join(','));
  put('also', a.also.join(','));
  put('map', a.map ? `${a.map.zoom.toFixed(2)}/${a.map.lat.toFixed(5)}/${a.map.lon.toFixed(5)}` : null);
  put('pin', a.pin ? `${a.pin.lat.toFixed(6)}/${a.pin.lon.toFixed(6)}` : null);
  put('view', a.narrow, 'map');
  put('lang', a.lang);
  const text = to.toString().replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text ? `?${text}` : '';
}

/** By which name the state of its own stands in the address: the screen's, or of what stands beside the map. */
function ownerOf(screen: ScreenId | null, show: Show): string {
  return screen === null || screen === 'map' ? show : screen;
}

/** Parameters that the screen of the address has for itself, or what stands beside the map: `screen=disputes&disputes.by=age`. */
function readOwn(from: URLSearchParams, owner: string): Record<string, string> {
  const before = `${owner}.`;
  const own = [...from]
    .filter(
      ([name, text]) => name.startsWith(before) && OWN_NAME.test(name.slice(before.length)) && text !== '',
    )
    .map(([name, text]) => [name.slice(before.length), text]);
  return Object.fromEntries(own);
}

const OWN_NAME = /^[a-z][a-z_-]*$/;

function readMapView(text: string | null): MapView | null {
  const [zoom, ...rest] = numbersOf(text);
  const at = pinOf(rest);
  return at === null || zoom === undefined || !(zoom >= 0 && zoom <= 24) ? null : { zoom, ...at };
}

function readPin(text: string | null): Pin | null {
  return pinOf(numbersOf(text));
}

const numbersOf = (text: string | null) =>
  (text ?? '').split('/').map((n) => (n === '' ? Number.NaN : Number(n)));

function pinOf([lat, lon, ...more]: readonly number[]): Pin | null {
  if (lat === undefined || lon === undefined || more.length > 0) return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}
