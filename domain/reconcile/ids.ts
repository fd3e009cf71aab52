/**
 * The ids by which items of a list and of the record know each other. An id is one only with who gave it: UNMAS's 12 is not the
 * operator's 12. An id without an issuer is the side's own; in a list, so are those of who speaks in it. Where one side gives the
 * issuer and the other does not, nobody can tell whether both mean the same: that is a doubt, and no key.
 */
import type { Value } from '../report/entry.ts';
import { keyWord, type Side } from './sides.ts';

type Values = Readonly<Record<string, readonly Value[]>>;

/** `own`: names of who speaks in the list, whose ids need no issuer there and are known on record by that issuer. */
export function idsOf(
  values: Values,
  side: 'record' | 'list',
  own: readonly string[],
): Required<Pick<Side, 'keys' | 'perhaps'>> {
  const speakers = new Set(own.map(keyWord));
  const ids = [...(values.local_id ?? []), ...(values.other_ids ?? [])].flatMap((v) => {
    if (v.type === 'text') return [{ id: v.text, issuer: '' }];
    return v.type === 'identifier' ? [v] : [];
  });
  const bare = (issuer: string) => issuer === '' || speakers.has(keyWord(issuer));
  return {
    keys: ids.map(({ id, issuer }) => (bare(issuer) ? id : `${issuer}: ${id}`)),
    // an id of the one side without an issuer meets those of the other with one, and none of its own side
    perhaps: ids
      .filter(({ id }) => keyWord(id) !== '')
      .map(({ id, issuer }) => `${bare(issuer) === (side === 'list') ? 'list' : 'record'} ${id}`),
  };
}
