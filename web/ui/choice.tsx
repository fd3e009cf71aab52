import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { useLanguage } from '../language/language.tsx';
import { Icon } from './icon.tsx';

export interface Option {
  readonly id: string;
  readonly label: string;
  /** drawn at the end of the line, as a count */
  readonly note?: string;
}

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly onOpen?: () => void;
}

/** One of several, in a list that opens. The label is read out, not drawn: the value says what it is. */
export function Choice({ label, options, value, onChange, onOpen }: Props) {
  const { say } = useLanguage();
  return (
    <Select
      className="select"
      aria-label={label}
      placeholder={say('web.choose')}
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      onOpenChange={(open) => open && onOpen?.()}
    >
      <Button className="button">
        {/* a name in another script is cut at its own end, not at its beginning */}
        <SelectValue className="select-value" dir="auto" />
        <Icon name="down" />
      </Button>
      <Popover className="popover">
        <ListBox className="options" items={options.map((o) => ({ ...o }))}>
          {(option) => (
            <ListBoxItem className="option" id={option.id} textValue={option.label}>
              <span>{option.label}</span>
              {option.note !== undefined && <span className="count option-note">{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
