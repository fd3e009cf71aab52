/** One code of a list, or several: found by typing, since many lists are long. */
import { useLanguage } from '../../language/language.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';
import type { InputProps } from './field.tsx';
import { Members } from './members.tsx';

export function CodeField({ label, property, answer, onChange, describedBy }: InputProps) {
  const { say } = useLanguage();
  const { lists } = useHere();
  const codes = lists.get(property.codes ?? '')?.codes ?? {};
  const chosen = answer?.as === 'codes' ? answer.codes : [];
  const several = property.fold === 'set';
  const options = Object.entries(codes)
    .filter(([code]) => !several || !chosen.includes(code))
    .map(([code, { label }]) => ({ id: code, label }));
  return (
    <>
      {several && (
        <Members
          members={chosen.map((code) => codes[code]?.label ?? code)}
          onRemove={(n) => onChange({ as: 'codes', codes: chosen.filter((_, i) => i !== n) })}
        />
      )}
      <Suggest
        label={several ? say('web.form.add-to', { label }) : label}
        options={options}
        value={several ? null : (chosen[0] ?? null)}
        onChoose={(code) => onChange({ as: 'codes', codes: several ? [...chosen, code] : [code] })}
        none={say('web.form.no-match')}
        describedBy={describedBy}
      />
    </>
  );
}
