import { useState } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { inProgramme } from '../../address.ts';
import { thisTab } from '../../ask/left.ts';
import { languages, useLanguage } from '../../language/language.tsx';
import { sendAllNow } from '../../report/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { applyTheme, themeChosen, themes } from '../../ui/theme.ts';
import { addressNow, go } from '../../use-address.ts';
import { GlobalSearch } from './global-search.tsx';
import { useHere } from './here.tsx';
import { TimesControl } from './times-control.tsx';

/** Mark, programme, the two times and the person: always in sight. */
export function Header() {
  const { say } = useLanguage();
  const { programme, programmes, may } = useHere();
  return (
    <header className="header">
      <PlaceLink
        className="mark"
        label={say('web.app.title')}
        to={{
          screen: may.has('report') ? 'today' : null,
          own: {},
          item: null,
          itemKind: null,
          q: '',
          show: 'list',
          map: null,
        }}
      >
        <img src="/mark.svg" alt="" width="26" height="26" />
        <span>{say('web.app.title')}</span>
      </PlaceLink>
      <Choice
        label={say('web.programme')}
        value={programme.id}
        options={programmes.map((p) => ({ id: p.id, label: p.name }))}
        onChange={(id) => go(inProgramme(addressNow(), id))}
      />
      <GlobalSearch />
      <TimesControl />
      <div className="header-end">
        <Display />
        <Person />
      </div>
    </header>
  );
}

function Display() {
  const { say, tag } = useLanguage();
  const [theme, setTheme] = useState(themeChosen);
  return (
    <>
      {languages.length > 1 && (
        <Choice
          label={say('web.language')}
          value={languages.find((l) => l.tag === tag)?.tag ?? tag.split('-')[0] ?? null}
          options={languages.map(({ tag: id, name, reviewed }) => ({
            id,
            label: name,
            ...(reviewed ? {} : { note: say('web.language.unreviewed') }),
          }))}
          onChange={(lang) => go({ lang })}
        />
      )}
      <MenuTrigger>
        <Button tone="plain" icon="display" label={say('web.theme')} />
        <Popover className="popover">
          <Menu
            className="options"
            selectionMode="single"
            selectedKeys={[theme]}
            onAction={(key) => {
              const chosen = themes.find((t) => t === key) ?? 'system';
              applyTheme(chosen);
              setTheme(chosen);
            }}
          >
            {themes.map((t) => (
              <MenuItem key={t} id={t} className="option">
                {say(`web.theme.${t}`)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}

function Person() {
  const { say } = useLanguage();
  const { me, role } = useHere();
  if (me.person === null)
    return (
      <a className="button" data-tone="plain" href="/sign-in">
        {say('web.sign-in')}
      </a>
    );
  const signOut = async () => {
    // what waits to be sent goes out first
    await sendAllNow().catch(() => {
      // what could not go out keeps nobody signed in
    });
    // every tab hears of it and forgets (left.tsx)
    thisTab.leave(new Date().toISOString());
  };
  return (
    <MenuTrigger>
      <Button tone="plain" icon="person">
        <span className="person">
          <span>{me.person.name || say('web.signed-in')}</span>
          <small>{role ? say(`web.role.${role}`) : say('web.role.none')}</small>
        </span>
      </Button>
      <Popover className="popover">
        <p className="option-head" aria-hidden="true">
          <bdi>{me.person.name}</bdi>
        </p>
        <Menu className="options">
          <MenuItem className="option" onAction={signOut}>
            {say('web.sign-out')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
