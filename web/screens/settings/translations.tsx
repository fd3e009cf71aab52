/** The same label in the other languages of the app; who reads in one without gets the first. */
import { Button as Pressed } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { languages, useLanguage } from '../../language/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextLine } from '../../ui/text-line.tsx';

interface Props {
  readonly labels: Readonly<Record<string, string>>;
  readonly onChange: (labels: Readonly<Record<string, string>>) => void;
}

export function Translations({ labels, onChange }: Props) {
  const { say } = useLanguage();
  return (
    <Disclosure>
      <Pressed slot="trigger" className="button" data-tone="plain">
        <Icon name="down" />
        {say('web.settings.translations')}
      </Pressed>
      <DisclosurePanel>
        <div className="field-grid">
          {languages.map(({ tag, name }) => (
            <TextLine
              key={tag}
              label={name}
              value={labels[tag] ?? ''}
              onChange={(label) => onChange({ ...labels, [tag]: label })}
            />
          ))}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
