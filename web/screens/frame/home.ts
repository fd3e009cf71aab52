/** What the plain address of a programme opens: Today for people who work in it, the map for everybody else. */
import { type Address, noAddress, writeAddress } from '../../address.ts';

/** Whether the address says nothing but programme, language and the two times. */
export function isPlain({ programme: _, lang: __, at: ___, known: ____, ...rest }: Address): boolean {
  const { programme, lang, at, known } = noAddress;
  return writeAddress({ ...rest, programme, lang, at, known }) === '';
}

/** `may`: what the reader may do in the programme. Null: the address says itself what it opens. */
export function homeOf(address: Address, may: ReadonlySet<string>): 'today' | null {
  return isPlain(address) && may.has('report') ? 'today' : null;
}
