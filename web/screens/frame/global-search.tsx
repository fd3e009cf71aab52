/**
 * One box for whatever somebody knows of a thing: a name, a local id, a code, a word, an id, or a position in any of the
 * usual systems. What is typed stands in no address: a name typed to find a person is nobody else's business. A position gone to does, as a
 * pin that can be shared.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { type FoundPosition, searchQuestion } from '../../ask/search.ts';
import { useLanguage } from '../../language/language.tsx';
import { focusMapOn } from '../../map/focus.ts';
import { titleOfRow } from '../../record/title.ts';
import { Icon } from '../../ui/icon.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { go, useAddress } from '../../use-address.ts';
import { firstOffer, POSITION } from './first-offer.ts';
import { useHere } from './here.tsx';

/** How near the map goes to a position: some kilometres across. */
const NEAR_ZOOM = 13;

export function GlobalSearch() {
  const language = useLanguage();
  const { say, number } = language;
  const { programme, kinds, lists } = useHere();
  const [typed, setTyped] = useState('');
  const q = useRested(typed.trim());
  const box = useRef<HTMLInputElement>(null);
  useSlash(box);
  const answer = useQuery({
    ...searchQuestion(programme.id, q, useAddress()),
    placeholderData: keepPreviousData,
  });
  const found = q === '' ? undefined : answer.data;

  const open = (key: string) => {
    setTyped('');
    setWanted(null);
    if (key === POSITION && found?.position) return goTo(found.position);
    const reading = found?.readings.find((r) => r.letter_as === key);
    if (reading) return goTo(reading);
    const row = found?.kinds.flatMap((k) => k.rows).find((r) => r.id === key);
    if (row) go({ screen: null, own: {}, item: row.id, itemKind: row.kind, narrow: 'side' });
  };
  // Enter before the answer is there waits for it
  const [wanted, setWanted] = useState<string | null>(null);
  const current = answer.isPlaceholderData || typed.trim() !== q ? undefined : found;
  const offer = current && firstOffer(current);
  useEffect(() => {
    if (wanted !== null && wanted === typed.trim() && offer) open(offer);
  });
  const onEnter = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const { currentTarget: input, key, nativeEvent } = event;
    // with an option in focus the list itself opens that
    if (key !== 'Enter' || nativeEvent.isComposing || input.getAttribute('aria-activedescendant')) return;
    // left to itself the list would close
    event.preventDefault();
    event.stopPropagation();
    if (offer) open(offer);
    else if (current === undefined && typed.trim() !== '') setWanted(typed.trim());
  };
  return (
    <ComboBox
      className="global-search"
      aria-label={say('web.find')}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => key !== null && open(String(key))}
      defaultFilter={() => true}
      // an empty box has nothing to say: open, it would lie over the map until that is drawn
      allowsEmptyCollection={typed.trim() !== ''}
      allowsCustomValue
      menuTrigger="input"
    >
      <Icon name="search" />
      <Input ref={box} className="input" onKeyDownCapture={onEnter} placeholder={say('web.find.hint')} />
      <Popover className="popover search-found">
        <ListBox
          className="options"
          renderEmptyState={() => (
            <p className="message">
              {answer.error
                ? sentenceOf(answer.error, language)
                : say(q === '' || answer.isFetching ? 'web.waiting' : 'web.find.none')}
            </p>
          )}
        >
          {found?.position && (
            <ListBoxItem id={POSITION} className="option" textValue={typed}>
              <Icon name="map" />
              <span>
                {say('web.find.position', {
                  latitude: number(found.position.latitude, 5),
                  longitude: number(found.position.longitude, 5),
                })}
              </span>
            </ListBoxItem>
          )}
          {(found?.readings ?? []).map(({ letter_as, latitude, longitude }) => (
            <ListBoxItem key={letter_as} id={letter_as} className="option" textValue={typed}>
              <Icon name="map" />
              <span>
                {say('web.find.reading', {
                  latitude: number(latitude, 5),
                  longitude: number(longitude, 5),
                  reading: letter_as,
                })}
              </span>
            </ListBoxItem>
          ))}
          {(found?.kinds ?? []).map(({ kind: name, matched, rows }) => {
            const kind = kinds.get(name);
            return (
              <ListBoxSection key={name} className="option-group">
                <Header className="option-head">
                  {say('web.find.kind', { kind: kind?.plural ?? name, n: matched })}
                </Header>
                {rows.map((row) => {
                  const title = titleOfRow(row, kind, { language, lists });
                  return (
                    <ListBoxItem key={row.id} id={row.id} className="option" textValue={title}>
                      <bdi>{title}</bdi>
                    </ListBoxItem>
                  );
                })}
              </ListBoxSection>
            );
          })}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function goTo({ longitude, latitude }: FoundPosition): void {
  // the map may have to be drawn first, and then begins at what the address says
  go({
    screen: null,
    own: {},
    item: null,
    narrow: 'map',
    map: { zoom: NEAR_ZOOM, lat: latitude, lon: longitude },
    pin: { lat: latitude, lon: longitude },
  });
  focusMapOn({ type: 'Point', coordinates: [longitude, latitude] });
}

/** What was typed, once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const rest = setTimeout(() => setRested(text), text === '' ? 0 : 250);
    return () => clearTimeout(rest);
  }, [text]);
  return rested;
}

/** `/` goes to the box from anywhere but another field. */
function useSlash(box: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const writing =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || writing) return;
      event.preventDefault();
      box.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [box]);
}
