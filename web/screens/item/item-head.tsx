/** What the item is, how it stands, and what can be done about it. */
import type { ItemView } from '@tilth/domain/report/view';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import type { OpenKind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { focusMapOn } from '../../map/focus.ts';
import { StandingChips } from '../../record/standing-chips.tsx';
import { titleOf } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';

interface Props {
  readonly view: ItemView;
  readonly kind: OpenKind | undefined;
  readonly decides: boolean;
}

export function ItemHead({ view, kind, decides }: Props) {
  const language = useLanguage();
  const { say, exactArea } = language;
  const { lists, may } = useHere();
  const title = titleOf(view, kind, { language, lists });
  const geometry = view.drawing?.geometry ?? null;
  const { screen } = useAddress();
  const disputed = [
    ...new Set(
      view.properties
        .filter((p) => p.state === 'disputed')
        .map((p) => kind?.properties[p.property]?.label ?? p.property),
    ),
  ];
  return (
    <header className="item-head">
      <p className="soft">{kind?.label ?? view.kind}</p>
      <h1 tabIndex={-1}>{title}</h1>
      <div className="chips">
        <StandingChips standing={view.standing} disputed={view.disputed && disputed.length === 0} />
        {disputed.length > 0 && (
          <Chip tone="disputed">{say('web.disputed-what', { what: language.list(disputed) })}</Chip>
        )}
        {view.contested.length > 0 && (
          <Chip tone="alarm">{say('web.contested', { n: view.contested.length })}</Chip>
        )}
        {view.joined.length > 1 && <Chip>{say('web.joined', { n: view.joined.length })}</Chip>}
      </div>
      {view.to_locate && <p className="callout">{say('web.item.to-locate')}</p>}
      {view.standing === 'reported' && <p className="callout">{say('web.item.reported')}</p>}
      {view.standing === 'unsupported' && <p className="callout">{say('web.item.unsupported')}</p>}
      {view.drawing && (
        <p>
          {view.drawing.m2 === null
            ? say(`web.extent.${view.drawing.extent}`)
            : say('web.item.area', { area: exactArea(view.drawing.m2) })}
        </p>
      )}
      <div className="row item-actions">
        {may.has('report') && (
          <Button
            icon="plus"
            data-testid="report-about"
            onPress={() =>
              go({
                screen: 'report',
                own: { kind: view.kind, about: view.id, draft: newId() },
                item: null,
                itemKind: null,
              })
            }
          >
            {say('web.form.report-about')}
          </Button>
        )}
        {geometry && screen !== 'item' && (
          <Button
            icon="fit"
            onPress={() => {
              go({ narrow: 'map' });
              focusMapOn(geometry);
            }}
          >
            {say('web.item.on-map')}
          </Button>
        )}
        <More decides={decides} />
      </div>
    </header>
  );
}

function More({ decides }: { decides: boolean }) {
  const { say } = useLanguage();
  const parts = ['copy', ...(decides ? (['merge', 'move', 'void'] as const) : [])] as const;
  return (
    <MenuTrigger>
      <Button icon="down" data-testid="more">
        {say('web.item.more')}
      </Button>
      <Popover className="popover">
        <Menu className="options" onAction={(part) => go({ part: String(part) })}>
          {parts.map((part) => (
            <MenuItem key={part} id={part} className="option" data-testid={`part-${part}`}>
              {say(`web.item.do-${part}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
