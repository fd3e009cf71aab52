import type { ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { useLanguage } from '../language/language.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly hint?: ReactNode;
  /** what is wrong with it */
  readonly wrong?: string | null;
  readonly needed?: boolean;
  readonly disabled?: boolean;
  readonly lines?: number;
  /** of a code or a name of the machine: written from left to right in every language */
  readonly code?: boolean;
}

/** A box to type into, with its label above, and below it what is wrong or what is meant. */
export function TextLine(props: Props) {
  const { label, value, onChange, hint, wrong, needed = false, disabled = false, lines = 1, code } = props;
  const { say } = useLanguage();
  const box = { className: code ? 'input mono' : 'input', ...(code ? { dir: 'ltr' as const } : {}) };
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isRequired={needed}
      isDisabled={disabled}
      isInvalid={Boolean(wrong)}
      validationBehavior="aria"
    >
      <Label>
        {label}{' '}
        {needed && (
          // that it is required is told by the field itself
          <span className="needed" aria-hidden="true">
            {say('web.form.needed')}
          </span>
        )}
      </Label>
      {lines > 1 ? <TextArea {...box} rows={lines} /> : <Input {...box} />}
      {wrong && <p className="wrong">{wrong}</p>}
      {hint && <Text slot="description">{hint}</Text>}
    </TextField>
  );
}
