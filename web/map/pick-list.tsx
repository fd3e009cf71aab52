/** Several items under one click: a small list to choose from, beside the place. */
import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Row } from '../ask/answers.ts';
import { rowQuestion } from '../ask/questions.ts';
import { useLanguage } from '../language/language.tsx';
import { titleOfRow } from '../record/title.ts';
import { useHere } from '../screens/frame/here.tsx';
import { Button } from '../ui/button.tsx';
import { go, useAddress } from '../use-address.ts';
import type { Picked } from './draw-map.ts';

const most = 8;

interface Props {
  readonly found: readonly Picked[];
  readonly x: number;
  readonly y: number;
  readonly close: () => void;
}

export function PickList({ found, x, y, close }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { programme, kinds, lists } = useHere();
  const address = useAddress();
  const list = useRef<HTMLDivElement>(null);
  const shown = found.slice(0, most);
  const rows = useQueries({
    queries: shown.map(({ kind, id }) => rowQuestion(programme.id, kind, id, address)),
  });
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const name = ({ kind, id }: Picked, row: Row | null | undefined) =>
    row ? titleOfRow(row, kinds.get(kind), { language, lists }) : id.slice(0, 8);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from any of its buttons
    <div
      className="pick-list popover"
      ref={list}
      style={{ left: `min(${x}px, 100% - 15rem)`, top: `min(${y}px, 100% - 12rem)` }}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className="pick-head">
        <h3>{say('web.map.several', { n: found.length })}</h3>
        <Button tone="plain" icon="close" label={say('web.close')} onPress={close} />
      </div>
      <ul>
        {shown.map((p, i) => (
          <li key={p.id}>
            <Button
              tone="plain"
              onPress={() => {
                go({ item: p.id, itemKind: p.kind });
                close();
              }}
            >
              <span>{name(p, rows[i]?.data)}</span>{' '}
              <small className="soft">{kinds.get(p.kind)?.label ?? p.kind}</small>
            </Button>
          </li>
        ))}
      </ul>
      {found.length > most && <p className="soft">{say('web.map.more', { n: found.length - most })}</p>}
    </div>
  );
}
