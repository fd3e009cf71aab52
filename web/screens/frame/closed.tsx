/** A screen whose address was opened by somebody who may not open it: said so, not another screen in its place. */
import { useLanguage } from '../../language/language.tsx';
import { Empty } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from './here.tsx';

export function Closed() {
  const { say } = useLanguage();
  const { me } = useHere();
  const { screen } = useAddress();
  return (
    <Empty title={say('web.screen-closed', { screen: say(`web.screen.${screen ?? 'map'}`) })}>
      <p>{say(me.person === null ? 'web.screen-closed.visitor' : 'web.screen-closed.role')}</p>
      <PlaceLink to={{ screen: null, own: {} }}>{say('web.screen-closed.map')}</PlaceLink>
    </Empty>
  );
}
