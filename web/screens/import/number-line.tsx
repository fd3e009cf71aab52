/** A number typed into a line: what is typed stays as it is, and counts only while it is a number. */
import { useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { TextLine } from '../../ui/text-line.tsx';

interface Props {
  readonly label: string;
  readonly value: number | undefined;
  /** undefined: nothing is said */
  readonly onChange: (value: number | undefined) => void;
  readonly hint?: string;
  /** whether nought may be said */
  readonly zero?: boolean;
}

export function NumberLine({ label, value, onChange, hint, zero = false }: Props) {
  const { say } = useLanguage();
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const fits = (text: string) => {
    const n = Number(text.trim().replace(',', '.'));
    return text.trim() !== '' && Number.isFinite(n) && (zero ? n >= 0 : n > 0) ? n : undefined;
  };
  return (
    <TextLine
      label={label}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const n = fits(text);
        if (n !== undefined || text.trim() === '') onChange(n);
      }}
      wrong={typed.trim() !== '' && fits(typed) === undefined ? say('web.import.no-number') : null}
      {...(hint !== undefined && { hint })}
    />
  );
}
