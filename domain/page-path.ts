/**
 * Which addresses of a Tilth server open the app: all but those of its protocols and of files. The server answers them with the
 * page, and a browser without the server with the page it kept.
 */
const PROTOCOLS: ReadonlySet<string> = new Set([
  'api',
  'ogc',
  'tiles',
  'basemaps',
  'assets',
  'openapi.json',
  'healthz',
]);

/** @param path of an address, from its first "/" and without its query */
export function isPagePath(path: string): boolean {
  return !PROTOCOLS.has(path.split('/')[1] ?? '') && !/\.[a-z0-9]+$/u.test(path);
}
