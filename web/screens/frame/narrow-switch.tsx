import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useLanguage } from '../../language/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { go, useAddress } from '../../use-address.ts';

/** On a narrow screen the map and what stands beside it take turns. */
export function NarrowSwitch() {
  const { say } = useLanguage();
  const { narrow, item } = useAddress();
  return (
    <ToggleButtonGroup
      className="narrow-switch"
      aria-label={say('web.narrow')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[narrow]}
      onSelectionChange={(keys) => go({ narrow: keys.has('side') ? 'side' : 'map' })}
    >
      <ToggleButton id="map" className="narrow-choice">
        <Icon name="map" />
        {say('web.narrow.map')}
      </ToggleButton>
      <ToggleButton id="side" className="narrow-choice">
        <Icon name={item ? 'file' : 'table'} />
        {say(item ? 'web.narrow.item' : 'web.narrow.list')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
