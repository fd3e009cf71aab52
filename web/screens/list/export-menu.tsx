import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { addressOf } from '../../ask/ask.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';

const formats = ['geojson', 'csv', 'xlsx', 'gpkg', 'kml', 'gpx'] as const;

/** The list as a file, with the two times and the programme it is shown under. */
export function ExportMenu({ kind }: { kind: string }) {
  const { say } = useLanguage();
  const { programme } = useHere();
  const { at, known, q } = useAddress();
  return (
    <MenuTrigger>
      <Button>{say('web.export')}</Button>
      <Popover className="popover">
        <Menu className="options">
          {formats.map((format) => (
            <MenuItem
              key={format}
              className="option"
              href={addressOf(`/api/export/${kind}`, { programme: programme.id, format, at, known, q })}
              download=""
            >
              {say(`web.export.${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
