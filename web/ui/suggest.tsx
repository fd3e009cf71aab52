import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Collection } from 'react-aria-components/Collection';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import type { Option } from './choice.tsx';
import { Icon } from './icon.tsx';

export interface Suggestion extends Option {
  /** what it means, under its label; typing finds it too */
  readonly description?: string | undefined;
  /** other words it is found by: its code, other spellings */
  readonly also?: readonly string[];
  /** heading it stands under */
  readonly group?: string | undefined;
}

interface Props {
  readonly label: string;
  readonly options: readonly Suggestion[];
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
  // opened to be looked through, the whole list stands there, whatever is chosen
  const found = onType || typed === null || typed === chosen ? options : fitting(options, typed);
  const headed = found.some((o) => o.group !== undefined);
  return (
    <ComboBox
      className="suggest"
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
      defaultFilter={() => true}
      items={headed ? grouped(found) : found.map((o) => ({ ...o, options: [] }))}
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
          items={headed ? grouped(found) : found.map((o) => ({ ...o, options: [] }))}
          renderEmptyState={() => <p className="option soft">{none}</p>}
        >
          {(one: Group) =>
            headed ? (
              <ListBoxSection id={one.id} className="suggest-group">
                {one.label && <Header className="option-title">{one.label}</Header>}
                <Collection items={one.options}>
                  {(option: Suggestion) => <Item option={option} />}
                </Collection>
              </ListBoxSection>
            ) : (
              <Item option={one} />
            )
          }
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

interface Group extends Suggestion {
  readonly options: Suggestion[];
}

function Item({ option }: { option: Suggestion }) {
  const { id, label, description, note } = option;
  return (
    <ListBoxItem className="option" id={id} textValue={label}>
      <Text slot="label">{label}</Text>
      {note !== undefined && <span className="count option-note">{note}</span>}
      {description !== undefined && (
        <Text slot="description" className="option-description">
          {description}
        </Text>
      )}
    </ListBoxItem>
  );
}

/** In the order given, under their headings; those without one first. */
function grouped(options: readonly Suggestion[]): Group[] {
  const by = Map.groupBy(options, (o) => o.group ?? '');
  return [...by]
    .sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : 0))
    .map(([label, of]) => ({ id: `group ${label}`, label, options: [...of] }));
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Those that hold every word typed, in label, code, description or heading; by label first. */
function fitting(options: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const fits = (text: string) => words.every((w) => text.includes(w));
  const all = (o: Suggestion) => plain([o.label, o.description, o.group, ...(o.also ?? [])].join(' '));
  const [byLabel, others] = [
    options.filter((o) => fits(plain(o.label))),
    options.filter((o) => !fits(plain(o.label)) && fits(all(o))),
  ];
  return [...byLabel, ...others];
}
