/** Where one can go: the map with its lists, and the screens that need the whole width. */
import { useEffect, useRef } from 'react';
import type { ScreenId } from '../../address.ts';
import { useLanguage } from '../../language/language.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from './here.tsx';
import { screens } from './screens.ts';

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
  const open = screens.filter((s) => s.aside !== true && (s.needs === null || may.has(s.needs)));
  const named = open.map(({ id, icon }) => ({ id, icon, name: say(`web.screen.${id}`) }));
  const map = { id: 'map', icon: 'map', name: say('web.screen.map') } as const;
  const before = named.filter((s) => s.id === 'today');
  const places: readonly { id: ScreenId; icon: IconName; name: string }[] = [
    ...before,
    map,
    ...named.filter((s) => !before.includes(s)),
  ];
  return (
    <nav className="rail" ref={rail} aria-label={say('web.rail')}>
      <ul>
        {places.map(({ id, icon, name }) => (
          <li key={id}>
            <PlaceLink
              className={id === 'report' ? 'rail-place rail-main' : 'rail-place'}
              to={{ screen: id, own: {}, item: null, itemKind: null }}
              current={(screen ?? 'map') === id}
            >
              <Icon name={icon} />
              <span>{name}</span>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
