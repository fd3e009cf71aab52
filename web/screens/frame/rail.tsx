/**
 * Where one can go: the map with its lists, and the screens that need the whole width. A telephone has room for the few that are
 * opened most; the others are behind “More”, so that nothing has to be scrolled for sideways.
 */
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { ScreenId } from '../../address.ts';
import { useLanguage } from '../../language/language.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from './here.tsx';
import { onTelephone } from './on-telephone.ts';
import { mayOpen, screens } from './screens.ts';

interface Place {
  readonly id: ScreenId;
  readonly icon: IconName;
  readonly name: string;
}

export function Rail() {
  const { say } = useLanguage();
  const { may } = useHere();
  const { screen } = useAddress();
  const rail = useRef<HTMLElement>(null);
  // where not all of them have room, the one that is open is in sight
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen is another current place
  useEffect(() => {
    rail.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [screen]);
  const open = screens.filter((s) => s.aside !== true && mayOpen(s, may));
  const named = open.map(({ id, icon }) => ({ id, icon, name: say(`web.screen.${id}`) }));
  const map = { id: 'map', icon: 'map', name: say('web.screen.map') } as const;
  const before = named.filter((s) => s.id === 'today');
  const places: readonly Place[] = [...before, map, ...named.filter((s) => !before.includes(s))];
  const most = onTelephone(places.map((p) => p.id));
  const others = places.filter((p) => !most.includes(p.id));
  return (
    <nav className="rail" ref={rail} aria-label={say('web.rail')}>
      <ul>
        {places.map((place) => (
          <li key={place.id} data-spare={others.includes(place) || undefined}>
            <RailPlace place={place} />
          </li>
        ))}
        {others.length > 0 && (
          <li className="rail-more">
            <More places={others} />
          </li>
        )}
      </ul>
    </nav>
  );
}

function RailPlace({ place: { id, icon, name }, onGo }: { place: Place; onGo?: () => void }) {
  const { screen } = useAddress();
  return (
    <PlaceLink
      className={id === 'report' ? 'rail-place rail-main' : 'rail-place'}
      to={{ screen: id, own: {}, item: null, itemKind: null }}
      current={(screen ?? 'map') === id}
      {...(onGo && { onGo })}
    >
      <Icon name={icon} />
      <span>{name}</span>
    </PlaceLink>
  );
}

function More({ places }: { places: readonly Place[] }) {
  const { say } = useLanguage();
  const { screen } = useAddress();
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="rail-place" data-current={places.some((p) => p.id === screen) || undefined}>
        <Icon name="more" />
        <span>{say('web.rail.more')}</span>
      </Button>
      <Popover className="popover rail-sheet" placement="top end">
        <Dialog className="dialog">
          <ul>
            {places.map((place) => (
              <li key={place.id}>
                <RailPlace place={place} onGo={() => setOpen(false)} />
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
