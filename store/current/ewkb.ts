/**
 * Geometry in and out of PostGIS as hexadecimal EWKB, little-endian, SRID 4326: exact to the last bit both ways, and
 * read by PostGIS more quickly than GeoJSON. EWKB is WKB with a flag in the type and the SRID after it.
 */
import { readWkb, writeWkb } from '@tilth/domain/geometry/wkb';
import type { Geometry } from '@tilth/domain/report/entry';

const WGS84 = 'e6100000';
/** the SRID flag, in the highest byte of the little-endian type */
const FLAG = 0x20;

/** A WGS 84 geometry as hex EWKB. */
export function toHexEwkb(g: Geometry): string {
  const bytes = Buffer.from(writeWkb(g).buffer);
  bytes[4] = (bytes[4] ?? 0) | FLAG;
  return bytes.toString('hex', 0, 5) + WGS84 + bytes.toString('hex', 5);
}

/** The geometry behind hex EWKB of ours, as PostGIS prints it. Anything else is a fault and throws. */
export function fromHexEwkb(hex: string): Geometry {
  const bytes = Buffer.from(hex.slice(0, 10) + hex.slice(18), 'hex');
  bytes[4] = (bytes[4] ?? 0) & ~FLAG;
  const [g, ...more] = readWkb(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  if (!g || more.length > 0) throw new Error('a stored geometry is not of a kind the current view writes');
  return g;
}
