/** One item on a page of its own: its values side by side with what it is linked with, its files and its history. */
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/message.tsx';
import { go, useAddress } from '../../use-address.ts';
import { MadeBar } from '../decide/made-bar.tsx';
import { useHere } from '../frame/here.tsx';
import { ItemRecord } from './item-record.tsx';

export function ItemScreen() {
  const { say } = useLanguage();
  const { item, itemKind, kind } = useAddress();
  const { kinds } = useHere();
  if (item === null)
    return (
      <Empty title={say('web.item.none')}>
        <p>{say('web.item.none-hint')}</p>
      </Empty>
    );
  const name = itemKind ?? kind;
  return (
    <article className="item-page" aria-label={kinds.get(name)?.label ?? name} data-testid="item">
      <div className="item-tools">
        <Button
          tone="plain"
          icon="map"
          onPress={() => go({ screen: 'map', own: {}, item, itemKind: name, narrow: 'side' })}
        >
          {say('web.item.beside-map')}
        </Button>
      </div>
      <MadeBar />
      <ItemRecord key={item} kind={name} id={item} wide />
    </article>
  );
}
