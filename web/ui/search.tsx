import { useEffect, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { useLanguage } from '../language/language.tsx';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A search box that tells what was typed once the typing rests for a moment, or at Enter. */
export function Search({ label, value, onChange }: Props) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const rest = setTimeout(() => onChange(typed.trim()), 300);
    return () => clearTimeout(rest);
  }, [typed, value, onChange]);
  return (
    <SearchField
      className="search"
      aria-label={label}
      value={typed}
      onChange={setTyped}
      onSubmit={(text) => onChange(text.trim())}
    >
      <Icon name="search" />
      <Input className="input" placeholder={label} />
      <Button tone="plain" icon="close" label={say('web.search.clear')} />
    </SearchField>
  );
}
