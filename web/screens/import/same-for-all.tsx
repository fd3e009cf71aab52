/** What the file does not say because it holds for every row: a class, a type, an organisation's word. */
import type { Kind } from '@tilth/domain/record/kind';
import { useState } from 'react';
import { changed, type Mapping, type Simple, withProperties } from '../../import/mapping.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useHere } from '../frame/here.tsx';

interface Props {
  readonly mapping: Mapping;
  readonly one: Simple;
  readonly kind: Kind;
  readonly edit: (mapping: Mapping) => void;
}

export function SameForAll({ mapping, one, kind, edit }: Props) {
  const { say } = useLanguage();
  const { lists } = useHere();
  // which value is meant is said by a person too: nothing stands in the mapping before
  const [adding, setAdding] = useState<string | null>(null);
  const said = [
    ...Object.entries(one.properties).flatMap(([name, { value }]) =>
      value === undefined ? [] : [[name, String(value)] as const],
    ),
    ...(adding !== null && !(adding in one.properties) ? [[adding, null] as const] : []),
  ];
  const free = Object.entries(kind.properties).filter(
    ([name, p]) => !(name in one.properties) && name !== adding && ['code', 'yesno', 'text'].includes(p.type),
  );
  const optionsOf = (property: string) => {
    const about = kind.properties[property];
    if (about?.type === 'yesno')
      return [
        { id: 'yes', label: say('web.yes') },
        { id: 'no', label: say('web.no') },
      ];
    return Object.entries(lists.get(about?.codes ?? '')?.codes ?? {}).map(([id, c]) => ({
      id,
      label: c.label,
    }));
  };
  const put = (property: string, value: string | undefined) =>
    edit(
      withProperties(
        mapping,
        changed(one.properties, { [property]: value === undefined ? undefined : { value } }),
      ),
    );
  return (
    <section className="import-part">
      <h2>{say('web.import.same-for-all')}</h2>
      <div className="field-grid">
        {said.map(([property, value]) => {
          const about = kind.properties[property];
          const label = about?.label ?? property;
          return (
            <div key={property} className="row">
              {about?.type === 'text' ? (
                <TextLine
                  label={label}
                  value={value ?? ''}
                  onChange={(text) => put(property, text === '' ? undefined : text)}
                />
              ) : (
                <Labelled label={label}>
                  <Choice
                    label={label}
                    value={value}
                    options={optionsOf(property)}
                    onChange={(id) => put(property, id)}
                  />
                </Labelled>
              )}
              <Button
                tone="plain"
                icon="close"
                label={say('web.import.take-off', { column: label })}
                onPress={() => {
                  setAdding(null);
                  put(property, undefined);
                }}
              />
            </div>
          );
        })}
        <Labelled label={say('web.import.same-add')}>
          <Suggest
            label={say('web.import.same-add')}
            options={free.map(([id, p]) => ({ id, label: p.label, note: id }))}
            none={say('web.import.no-property')}
            onChoose={setAdding}
          />
        </Labelled>
      </div>
    </section>
  );
}
