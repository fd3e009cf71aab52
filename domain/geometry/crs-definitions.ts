/**
 * Coordinate reference systems met in mine action, as data: for each datum the shift to WGS 84 that the EPSG data set
 * (as of PROJ 9.1) gives for the widest area, with its stated accuracy in metres, and the projections on it. Where EPSG
 * lists shifts for regions that differ by more, the accuracy is widened to hold them. A programme that needs another
 * shift states its own PROJ string (crs.ts).
 */

export interface Datum {
  /** PROJ parameters: ellipsoid and shift (geocentric translations; rotations as position vectors) */
  readonly proj: string;
  /** metres within which a shifted position lies */
  readonly accuracy_m: number;
}

export const DATUMS = {
  'wgs-84': { proj: '+datum=WGS84', accuracy_m: 0 },
  // Web Mercator: degrees of WGS 84 on a sphere, no shift
  sphere: { proj: '+a=6378137 +b=6378137 +nadgrids=@null', accuracy_m: 0 },
  // ETRS89, SIRGAS, Moznet, HTRS96, KOSOVAREF01: within a metre of WGS 84
  geocentric: { proj: '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0', accuracy_m: 1 },
  'wgs-72': { proj: '+a=6378135 +rf=298.26 +towgs84=0,0,4.5,0,0,0.554,0.2263', accuracy_m: 2 }, // EPSG 1237
  adindan: { proj: '+a=6378249.145 +rf=293.465 +towgs84=-166,-15,204,0,0,0,0', accuracy_m: 9 }, // 1100
  afgooye: { proj: '+ellps=krass +towgs84=-43,-163,45,0,0,0,0', accuracy_m: 44 }, // 1107
  'arc-1950': { proj: '+a=6378249.145 +rf=293.4663077 +towgs84=-143,-90,-294,0,0,0,0', accuracy_m: 44 }, // 1113
  'arc-1960': { proj: '+a=6378249.145 +rf=293.465 +towgs84=-160,-6,-302,0,0,0,0', accuracy_m: 35 }, // 1122
  'bogota-1975': { proj: '+ellps=intl +towgs84=307,304,-318,0,0,0,0', accuracy_m: 10 }, // 1125
  'deir-ez-zor': { proj: '+a=6378249.2 +b=6356515 +towgs84=-190.421,8.532,238.69,0,0,0,0', accuracy_m: 5 }, // 15742
  'ed-50': { proj: '+ellps=intl +towgs84=-87,-98,-121,0,0,0,0', accuracy_m: 44 }, // 1133, widened for the regional ones
  'indian-1960': { proj: '+ellps=evrst30 +towgs84=198,881,317,0,0,0,0', accuracy_m: 44 }, // 1542
  'indian-1975': { proj: '+ellps=evrst30 +towgs84=210,814,289,0,0,0,0', accuracy_m: 5 }, // 1304
  'israel-1993': { proj: '+ellps=GRS80 +towgs84=-48,55,52,0,0,0,0', accuracy_m: 2 }, // 1073
  'karbala-1979': {
    proj: '+a=6378249.145 +rf=293.465 +towgs84=70.995,-335.916,262.898,0,0,0,0',
    accuracy_m: 1,
  }, // 5078
  'lao-1997': { proj: '+ellps=krass +towgs84=44.585,-131.212,-39.544,0,0,0,0', accuracy_m: 5 }, // 1065
  massawa: { proj: '+ellps=bessel +towgs84=639,405,60,0,0,0,0', accuracy_m: 44 }, // 1165
  'mgi-1901': { proj: '+ellps=bessel +towgs84=682,-203,480,0,0,0,0', accuracy_m: 5 }, // 3962
  'palestine-1923': {
    proj: '+a=6378300.789 +b=6356566.435 +towgs84=-275.7224,94.7824,340.8944,-8.001,-4.42,-11.821,1',
    accuracy_m: 2,
  }, // 1074
  'pulkovo-1942': { proj: '+ellps=krass +towgs84=25,-141,-78.5,0,0.35,0.736,0', accuracy_m: 5 }, // 15865
  'sld-99': {
    proj: '+ellps=evrst30 +towgs84=-0.293,766.95,87.713,0.195704,1.695068,3.473016,-0.039338',
    accuracy_m: 14,
  }, // 5236
  tete: { proj: '+ellps=clrk66 +towgs84=-80,-100,-228,0,0,0,0', accuracy_m: 30 }, // 6901, widened
  'ucs-2000': { proj: '+ellps=krass +towgs84=24,-121,-76,0,0,0,0', accuracy_m: 1 }, // 5840
  'vn-2000': {
    proj: '+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278',
    accuracy_m: 1,
  }, // 6960
} as const satisfies Record<string, Datum>;

export type DatumName = keyof typeof DATUMS;
type Definition = readonly [datum: DatumName, projection: string];

const GEOGRAPHIC: Readonly<Record<number, DatumName>> = {
  4326: 'wgs-84',
  4979: 'wgs-84',
  4258: 'geocentric',
  4686: 'geocentric',
  4674: 'geocentric',
  4130: 'geocentric',
  4322: 'wgs-72',
  4201: 'adindan',
  4205: 'afgooye',
  4209: 'arc-1950',
  4210: 'arc-1960',
  4218: 'bogota-1975',
  4227: 'deir-ez-zor',
  4230: 'ed-50',
  4131: 'indian-1960',
  4240: 'indian-1975',
  4141: 'israel-1993',
  4743: 'karbala-1979',
  4678: 'lao-1997',
  4262: 'massawa',
  3906: 'mgi-1901',
  4281: 'palestine-1923',
  4284: 'pulkovo-1942',
  5233: 'sld-99',
  4127: 'tete',
  5561: 'ucs-2000',
  4756: 'vn-2000',
};

const tmerc = (longitude: number, k: number, east: number, north = 0, latitude = 0) =>
  `+proj=tmerc +lat_0=${latitude} +lon_0=${longitude} +k=${k} +x_0=${east} +y_0=${north}`;

/** Single projected systems. */
const PROJECTED: Readonly<Record<number, Definition>> = {
  3857: ['sphere', '+proj=merc +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1'],
  2039: ['israel-1993', tmerc(35.2045169444444, 1.0000067, 219529.584, 626907.39, 31.7343936111111)],
  28191: [
    'palestine-1923',
    '+proj=cass +lat_0=31.7340969444444 +lon_0=35.2120805555556 +x_0=170251.555 +y_0=126867.909',
  ],
  22770: [
    'deir-ez-zor',
    '+proj=lcc +lat_1=34.65 +lat_0=34.65 +lon_0=37.35 +k_0=0.9996256 +x_0=300000 +y_0=300000',
  ],
  22780: ['deir-ez-zor', '+proj=sterea +lat_0=34.2 +lon_0=39.15 +k=0.9995341 +x_0=0 +y_0=0'],
  3765: ['geocentric', tmerc(16.5, 0.9999, 500000)],
  9141: ['geocentric', tmerc(21, 0.9999, 7500000)],
  3114: ['geocentric', tmerc(-80.0775079166667, 1, 1e6, 1e6, 4.59620041666667)],
  3115: ['geocentric', tmerc(-77.0775079166667, 1, 1e6, 1e6, 4.59620041666667)],
  3116: ['geocentric', tmerc(-74.0775079166667, 1, 1e6, 1e6, 4.59620041666667)],
  3117: ['geocentric', tmerc(-71.0775079166667, 1, 1e6, 1e6, 4.59620041666667)],
  3118: ['geocentric', tmerc(-68.0775079166667, 1, 1e6, 1e6, 4.59620041666667)],
  9377: ['geocentric', tmerc(-73, 0.9992, 5e6, 2e6, 4)],
  21897: ['bogota-1975', tmerc(-74.0809166666667, 1, 1e6, 1e6, 4.59904722222222)],
  5235: ['sld-99', tmerc(80.7717130833333, 0.9999238418, 500000, 500000, 7.00047152777778)],
};

/** Zones numbered in a row: the code of zone `first`, and how the projection of a zone is made. */
const FAMILIES: readonly (readonly [
  code: number,
  first: number,
  last: number,
  datum: DatumName,
  projection: (zone: number) => string,
])[] = [
  [32601, 1, 60, 'wgs-84', utm],
  [32701, 1, 60, 'wgs-84', utmSouth],
  [32201, 1, 60, 'wgs-72', utm],
  [32301, 1, 60, 'wgs-72', utmSouth],
  [25828, 28, 38, 'geocentric', utm],
  [3036, 36, 37, 'geocentric', utmSouth],
  [2736, 36, 37, 'tete', utmSouth],
  [20135, 35, 38, 'adindan', utm],
  [20538, 38, 39, 'afgooye', utm],
  [20934, 34, 36, 'arc-1950', utmSouth],
  [21035, 35, 37, 'arc-1960', utmSouth],
  [21095, 35, 37, 'arc-1960', utm],
  [23028, 28, 38, 'ed-50', utm],
  [3148, 48, 49, 'indian-1960', utm],
  [24047, 47, 48, 'indian-1975', utm],
  [3391, 37, 39, 'karbala-1979', utm],
  [26237, 37, 37, 'massawa', utm],
  [3405, 48, 49, 'vn-2000', utm],
  // MGI 1901 / Balkans zones 5 to 8, and the older codes of the same grids
  [3907, 5, 8, 'mgi-1901', balkans],
  [31275, 5, 7, 'mgi-1901', balkans],
  [31278, 7, 8, 'mgi-1901', balkans],
  [28404, 4, 32, 'pulkovo-1942', gaussKrueger],
  [5562, 4, 7, 'ucs-2000', gaussKrueger],
  [6381, 7, 13, 'ucs-2000', (zone) => tmerc(zone * 3, 1, 300000)],
];

function utm(zone: number): string {
  return `+proj=utm +zone=${zone}`;
}

function utmSouth(zone: number): string {
  return `+proj=utm +zone=${zone} +south`;
}

function balkans(zone: number): string {
  return tmerc(zone * 3, 0.9999, zone * 1e6 + 500000);
}

function gaussKrueger(zone: number): string {
  return tmerc(zone * 6 - 3, 1, zone * 1e6 + 500000);
}

/** Datum and projection of an EPSG code, or null when it is not among those known here. */
export function definitionOf(epsg: number): Definition | null {
  const geographic = GEOGRAPHIC[epsg];
  if (geographic) return [geographic, '+proj=longlat'];
  const single = PROJECTED[epsg];
  if (single) return single;
  for (const [code, first, last, datum, projection] of FAMILIES) {
    const zone = first + epsg - code;
    if (zone >= first && zone <= last) return [datum, projection(zone)];
  }
  return null;
}
