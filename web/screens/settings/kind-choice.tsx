/** A kind of record, or all that have nothing of their own set. */
import { useLanguage } from '../../language/language.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';

export const EVERY = '*';

/** `value`: a kind's name, or the empty text for every kind. */
export function KindChoice({ value, onChange }: { value: string; onChange: (kind: string) => void }) {
  const { say } = useLanguage();
  const { kinds } = useHere();
  return (
    <Labelled label={say('web.settings.kind')}>
      <Suggest
        label={say('web.settings.kind')}
        value={value === '' ? EVERY : value}
        options={[
          { id: EVERY, label: say('web.settings.every-kind') },
          ...[...kinds.values()].map((k) => ({ id: k.name, label: k.label })),
        ]}
        onChoose={(id) => onChange(id === EVERY ? '' : id)}
        none={say('web.form.no-match')}
      />
    </Labelled>
  );
}
