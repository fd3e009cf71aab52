/** Sends reports that wait on this device, whichever screen is open, and says so as long as any waits. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { onOutboxChange, outboxNow, sendNow, startOutbox } from '../../report/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from './here.tsx';

export function OutboxBar() {
  const { say } = useLanguage();
  const { me, programme } = useHere();
  const { screen } = useAddress();
  const client = useQueryClient();
  const by = me.person?.id;
  useEffect(() => {
    if (by === undefined) return;
    return startOutbox({
      by,
      programme: programme.id,
      onReceived: () =>
        void client.invalidateQueries({
          predicate: (q) => q.queryKey[0] !== 'kinds' && q.queryKey[0] !== 'me',
        }),
    });
  }, [by, programme.id, client]);
  const { waiting, now, held } = useSyncExternalStore(onOutboxChange, outboxNow);
  // the screen itself says it of each report
  if (by === undefined || waiting === 0 || now !== null || held === null || screen === 'report') return null;
  return (
    <p className="bar" data-bar="outbox" role="status">
      <Icon name="clock" />
      <strong>{say('web.form.waiting', { n: waiting })}</strong>
      <PlaceLink to={{ screen: 'report', own: {}, item: null, itemKind: null }}>
        {say('web.form.look')}
      </PlaceLink>
      <Button onPress={sendNow}>{say('web.form.way.now')}</Button>
    </p>
  );
}
