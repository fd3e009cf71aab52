/** Any of several columns: those picked stand as marks that can be taken off, the others are offered. */
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import type { Option } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Suggest } from '../../ui/suggest.tsx';

interface Props {
  readonly label: string;
  readonly all: readonly Option[];
  readonly picked: readonly string[];
  readonly onChange: (picked: readonly string[]) => void;
}

export function Picked({ label, all, picked, onChange }: Props) {
  const { say } = useLanguage();
  return (
    <Labelled label={label}>
      {picked.length > 0 && (
        <ul className="chips">
          {picked.map((column) => (
            <li key={column} className="chip">
              <bdi>{column}</bdi>
              <Button
                tone="plain"
                icon="close"
                label={say('web.import.take-off', { column })}
                onPress={() => onChange(picked.filter((c) => c !== column))}
              />
            </li>
          ))}
        </ul>
      )}
      <Suggest
        label={label}
        options={all.filter((o) => !picked.includes(o.id))}
        none={say('web.import.no-column')}
        onChoose={(column) => onChange([...picked, column])}
      />
    </Labelled>
  );
}
