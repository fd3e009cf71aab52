/** One code of a list, or several: found by typing its name, its code or what it means, since many lists are long. */
import type { CodeList } from '@tilth/domain/record/kind';
import { useLanguage } from '../../language/language.tsx';
import { Suggest, type Suggestion } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';
import type { InputProps } from './field.tsx';
import { Members } from './members.tsx';

export function CodeField({ label, property, answer, onChange, describedBy }: InputProps) {
  const { say } = useLanguage();
  const { lists } = useHere();
  const list = lists.get(property.codes ?? '');
  const codes = list?.codes ?? {};
  const chosen = answer?.as === 'codes' ? answer.codes : [];
  const several = property.fold === 'set';
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
        options={optionsOf(list).filter(({ id }) => !several || !chosen.includes(id))}
        value={several ? null : (chosen[0] ?? null)}
        onChoose={(code) => onChange({ as: 'codes', codes: several ? [...chosen, code] : [code] })}
        none={say('web.form.no-match')}
        describedBy={describedBy}
      />
    </>
  );
}

/** The list as options: narrower codes under the wider one, each with its code and what it means. */
export function optionsOf(list: CodeList | undefined): readonly Suggestion[] {
  const codes = list?.codes ?? {};
  const wider = new Set(Object.values(codes).flatMap((c) => c.within ?? []));
  return Object.entries(codes).map(([code, { label, description, within, also = [] }]) => {
    const head = within ?? (wider.has(code) ? code : undefined);
    return {
      id: code,
      label,
      note: code,
      description,
      also: [code, ...also],
      ...(head !== undefined && { group: codes[head]?.label ?? head }),
    };
  });
}
