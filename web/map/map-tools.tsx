/** The tools at the side of the map. */

import { DialogTrigger } from 'react-aria-components/Dialog';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useLanguage } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import { Popup } from '../ui/popup.tsx';
import { go } from '../use-address.ts';
import { BasemapPanel } from './basemap-panel.tsx';
import type { Tool } from './sketch.ts';
import type { BaseInUse } from './use-base.ts';

interface Props {
  readonly zoomBy: (step: number) => void;
  readonly fit: () => void;
  readonly begin: (tool: Tool) => void;
  readonly use: BaseInUse;
}

export function MapTools({ zoomBy, fit, begin, use }: Props) {
  const { say } = useLanguage();
  return (
    <div className="map-tools">
      <Button icon="plus" label={say('web.map.in')} onPress={() => zoomBy(1)} />
      <Button icon="minus" label={say('web.map.out')} onPress={() => zoomBy(-1)} />
      <Button icon="fit" label={say('web.map.all')} onPress={fit} />
      <Several icon="ruler" label={say('web.map.measure')} tools={['distance', 'area']} begin={begin} />
      <Several icon="select" label={say('web.map.select')} tools={['box', 'polygon']} begin={begin} />
      <DialogTrigger>
        <Button icon="base" label={say('web.base')} />
        <Popup title={say('web.base')}>{() => <BasemapPanel use={use} />}</Popup>
      </DialogTrigger>
      <Button
        icon="print"
        label={say('web.map.sheet')}
        onPress={() => go({ screen: 'sheet', own: {}, item: null, itemKind: null })}
      />
    </div>
  );
}

interface SeveralProps {
  readonly icon: IconName;
  readonly label: string;
  readonly tools: readonly Tool[];
  readonly begin: (tool: Tool) => void;
}

function Several({ icon, label, tools, begin }: SeveralProps) {
  const { say } = useLanguage();
  return (
    <MenuTrigger>
      <Button icon={icon} label={label} />
      <Popover className="popover" placement="start top">
        <Menu
          className="options"
          onAction={(key) => {
            const tool = tools.find((t) => t === key);
            if (tool) begin(tool);
          }}
        >
          {tools.map((tool) => (
            <MenuItem key={tool} id={tool} className="option">
              {say(`web.sketch.${tool}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
