/** Another item by its name, as a link that opens it. A key that names nothing here yet is shown as it was typed. */

import { useQueries } from '@tanstack/react-query';
import type { Party, Value } from '@tilth/domain/report/entry';
import { rowQuestion } from '../ask/questions.ts';
import { useLanguage } from '../language/language.tsx';
import { useHere } from '../screens/frame/here.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { useAddress } from '../use-address.ts';
import { sourceName } from './attribution.ts';
import { titleOfRow } from './title.ts';

/** The item among the kinds it may be of; null while it is looked for and when it is not there for this reader. */
function useFound(id: string | undefined, candidates: readonly string[]) {
  const { programme, kinds } = useHere();
  const address = useAddress();
  const asked = id === undefined ? [] : candidates.filter((k) => kinds.has(k)).slice(0, 4);
  const answers = useQueries({
    queries: asked.map((kind) => rowQuestion(programme.id, kind, id ?? '', address)),
  });
  return answers.map((a) => a.data).find((row) => row !== null && row !== undefined) ?? null;
}

type Link = Extract<Value, { type: 'link' }>;

/** @param to the kinds the property may point to; none: any, and then only a key tells which */
export function LinkedItem({ link, to }: { link: Link; to: readonly string[] }) {
  const language = useLanguage();
  const { kinds, lists } = useHere();
  const row = useFound(link.item, link.key ? [link.key.kind] : to);
  const typed = link.key?.id ?? link.item?.slice(0, 8) ?? '';
  if (!row) return <span>{typed}</span>;
  const change = { item: row.id, itemKind: row.kind };
  return <PlaceLink to={change}>{titleOfRow(row, kinds.get(row.kind), { language, lists })}</PlaceLink>;
}

/** Who speaks: a name, or an organisation on record. */
export function PartyName({ party }: { party: Party }) {
  const language = useLanguage();
  const { kinds, lists } = useHere();
  const row = useFound(party.name ? undefined : party.item, ['organisation']);
  const found = row && titleOfRow(row, kinds.get(row.kind), { language, lists });
  // a private person's name is not for everybody
  const unnamed = party.speaker_kind === 'person-named' ? language.say('web.speaker.person-hidden') : '';
  return <>{(party.name && sourceName(party.name)) ?? found ?? party.item?.slice(0, 8) ?? unnamed}</>;
}
