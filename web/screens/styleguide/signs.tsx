import { DialogTrigger } from 'react-aria-components/Dialog';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { Popup } from '../../ui/popup.tsx';
import { Specimen } from './styleguide.tsx';

const tones = [undefined, 'main', 'alarm', 'plain'] as const;
const chips: readonly ChipTone[] = ['plain', 'disputed', 'pending', 'alarm', 'notice'];

/** What is pressed, and short marks. */
export function Signs() {
  const { say } = useLanguage();
  return (
    <>
      {tones.map((tone) => (
        <Specimen key={tone ?? 'usual'} code={tone === undefined ? '<Button>' : `tone="${tone}"`}>
          <Button {...(tone && { tone })}>{say('web.form.add')}</Button>
          <Button {...(tone && { tone })} icon="plus">
            {say('web.form.add')}
          </Button>
          <Button {...(tone && { tone })} icon="close" label={say('web.search.clear')} />
          <Button {...(tone && { tone })} isDisabled>
            {say('web.form.add')}
          </Button>
        </Specimen>
      ))}
      <Specimen code="<PlaceLink>">
        <PlaceLink to={{}}>{say('web.start')}</PlaceLink>
      </Specimen>
      <Specimen code="<CopyButton>">
        <CopyButton text="OL-HA-0001" label={say('web.settings.people.copy')} />
      </Specimen>
      <Specimen code="<Popup>">
        <DialogTrigger>
          <Button icon="clock">{say('web.again')}</Button>
          <Popup title={say('web.styleguide')}>
            {(close) => <Button onPress={close}>{say('web.settings.leave')}</Button>}
          </Popup>
        </DialogTrigger>
      </Specimen>
      {chips.map((tone) => (
        <Specimen key={tone} code={`<Chip tone="${tone}">`}>
          <Chip tone={tone}>{say('web.settings.history.holds')}</Chip>
        </Specimen>
      ))}
    </>
  );
}
