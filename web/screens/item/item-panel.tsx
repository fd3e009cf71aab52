/** One item beside the map: its record, or what is being done about it. */
import { useEffect, useRef } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { go, useAddress } from '../../use-address.ts';
import { MadeBar } from '../decide/made-bar.tsx';
import { useHere } from '../frame/here.tsx';
import { ItemRecord } from './item-record.tsx';

export function ItemPanel({ kind, id }: { kind: string; id: string }) {
  const { say } = useLanguage();
  const { part } = useAddress();
  const { kinds } = useHere();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.focus();
    // closed again: back to the row it was opened from
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('.side [data-index][tabindex="0"]')?.focus();
      });
    };
  }, []);
  return (
    <article
      className="item"
      ref={panel}
      tabIndex={-1}
      aria-label={kinds.get(kind)?.label ?? kind}
      data-testid="item"
    >
      <div className="item-tools">
        <Button tone="plain" icon="back" onPress={() => go({ item: null, itemKind: null })}>
          {say('web.item.back')}
        </Button>
        {part === null && (
          <Button
            tone="plain"
            onPress={() => go({ screen: 'item', own: {}, item: id, itemKind: kind })}
            data-testid="whole-page"
          >
            {say('web.item.whole-page')}
          </Button>
        )}
      </div>
      <MadeBar />
      <ItemRecord kind={kind} id={id} />
    </article>
  );
}
