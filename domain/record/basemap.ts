/**
 * Basemaps: pictures by an address with {z}, {x} and {y}, or a PMTiles archive by address or from a file that this server
 * holds. A person enters their own; a programme's stand in its log as rules (`sets: 'basemap'`, key an id), so that who
 * opened the page to which address, and why, can be read there. Nothing is asked of an address until a reader chooses it.
 */
import { type Problem, problem } from '../problem.ts';
import type { Rule } from '../report/entry.ts';
import { isRecord } from './own-property.ts';
import { ruleHeads } from './rule-heads.ts';

export interface Basemap {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** who made it, as its licence asks: always shown with it */
  readonly attribution: string;
  /** drawn for whoever has chosen nothing else; only one that this server holds, so that no other is asked unbidden */
  readonly usual?: boolean;
}

/** Why an address can't be used, as a word of `web.base.wrong`. */
export type WrongAddress = 'address' | 'credentials' | 'tiles' | 'subdomains' | 'query';

/** As many as a programme may have: each is named in the head of every page its readers are given. */
export const MOST_BASEMAPS = 8;

const HELD = /^\/basemaps\/[\w.-]{1,200}\.pmtiles$/;
/** No quote, space, semicolon, comma or asterisk: nothing that could mean more than one address to a policy. */
const HOST = '[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\\d{1,5})?';
const PARTS = new RegExp(`^(https?://${HOST})(/[A-Za-z0-9._~/%@+=-]{0,300})?(\\?[^#]*)?$`);

export function isArchive(address: string): boolean {
  return /\.pmtiles$/i.test(address.split(/[?#]/)[0] ?? '');
}

/**
 * The source that a Content-Security-Policy has to admit for an address: its folder, or the one file; null where this
 * server holds it. Never what follows a question mark, which may be a key.
 */
export function sourceOf(
  address: string,
): { readonly source: string | null } | { readonly wrong: WrongAddress } {
  if (HELD.test(address)) return { source: null };
  // whoever opens the page would read them
  if (/^https?:\/\/[^/?#]*@/.test(address)) return { wrong: 'credentials' };
  if (/\{(s|switch:[^}]*|a-c)\}/.test(address)) return { wrong: 'subdomains' };
  const [, origin, path = '/', query] = PARTS.exec(address.split('{')[0] ?? '') ?? [];
  if (origin === undefined) return { wrong: 'address' };
  if (isArchive(address)) return { source: origin + path };
  if (!['{z}', '{x}', '{y}'].every((part) => address.includes(part))) return { wrong: 'tiles' };
  // a policy knows no query: the numbers of the tile have to stand before it
  if (query !== undefined) return { wrong: 'query' };
  return { source: origin + path.slice(0, path.lastIndexOf('/') + 1) };
}

/**
 * Whether browsers hold it back from a page that is served over https (Mixed Content, W3C): http, unless it is this very
 * machine, where an office without internet may serve its own.
 */
export function heldBackOverHttps(address: string): boolean {
  return /^http:\/\//i.test(address) && !/^http:\/\/(localhost|127(\.\d{1,3}){3})([:/]|$)/i.test(address);
}

/** Reads a rule's value; null where it can't be read, or its address can't be used. */
export function readBasemap(value: unknown): Omit<Basemap, 'id'> | null {
  if (!isRecord(value)) return null;
  const { name, address, attribution, usual } = value;
  const said = (text: unknown, most: number): text is string =>
    typeof text === 'string' && text.trim() !== '' && text.length <= most;
  if (!said(name, 60) || !said(address, 400) || !said(attribution, 200)) return null;
  const found = sourceOf(address);
  if (!('source' in found) || (usual === true && found.source !== null)) return null;
  return { name, address, attribution, ...(usual === true && { usual }) };
}

/** Whether there is room for what a rule sets, after these. Problem: `basemaps-too-many`. */
export function roomForBasemap(rule: Rule, before: readonly Rule[]): Problem | null {
  if (rule.sets !== 'basemap' || rule.value === null) return null;
  const then = basemapsOf([...before, rule]).length;
  const isMore = then > basemapsOf(before).length;
  return then > MOST_BASEMAPS && isMore ? problem('basemaps-too-many', { most: MOST_BASEMAPS }) : null;
}

/** A programme's basemaps, by name. Contested: what each says, for who chooses sees both. */
export function basemapsOf(rules: readonly Rule[]): readonly Basemap[] {
  return [...ruleHeads(rules, 'basemap')]
    .flatMap(([key, found]) =>
      found.flatMap(({ id, value }) => {
        const read = readBasemap(value);
        return read === null ? [] : [{ ...read, id: found.length > 1 ? `${key}-${id}` : key }];
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}
