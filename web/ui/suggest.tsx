import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { Option } from './choice.tsx';
import { Icon } from './icon.tsx';

interface Props {
  readonly label: string;
  readonly options: readonly Option[];
  readonly onChoose: (id: string) => void;
  /** what is chosen, where only one can be: its label stands in the box */
  readonly value?: string | null;
  /** told what is typed, when the options are looked for elsewhere; they are then shown as they come */
  readonly onType?: (text: string) => void;
  /** shown in the list when nothing fits */
  readonly none: ReactNode;
  readonly describedBy?: string | undefined;
}

/** One of many, found by typing. Without `value` the box empties after each choice, to add another. */
export function Suggest({ label, options, onChoose, value, onType, none, describedBy }: Props) {
  const chosen = options.find((o) => o.id === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const type = (text: string) => {
    setTyped(text);
    onType?.(text);
  };
  return (
    <ComboBox
      className="suggest"
      items={options.map((o) => ({ ...o }))}
      inputValue={typed ?? chosen}
      onInputChange={type}
      value={value ?? null}
      onChange={(key) => {
        if (key === null) return;
        type('');
        setTyped(null);
        onChoose(String(key));
      }}
      onBlur={() => setTyped(null)}
      menuTrigger="focus"
      allowsEmptyCollection
      {...(onType ? { defaultFilter: () => true } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
    >
      <Label className="visually-hidden">{label}</Label>
      <div className="suggest-box">
        <Input className="input" />
        <Button className="button" data-tone="plain" data-square>
          <Icon name="down" />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox
          className="options"
          items={options.map((o) => ({ ...o }))}
          renderEmptyState={() => <p className="option soft">{none}</p>}
        >
          {(option: Option) => (
            <ListBoxItem className="option" id={option.id} textValue={option.label}>
              <span>{option.label}</span>
              {option.note !== undefined && <span className="count option-note">{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
