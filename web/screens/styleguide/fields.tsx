import { CalendarDateTime } from '@internationalized/date';
import { useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DayField, InstantField } from '../../ui/day-field.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Search } from '../../ui/search.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { Specimen } from './styleguide.tsx';

const ROLES = ['viewer', 'collector', 'reviewer', 'administrator'] as const;

/** Boxes to fill in: empty, filled, needed, wrong, shut. */
export function Fields() {
  const { say } = useLanguage();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string>('viewer');
  const [on, setOn] = useState(true);
  const [day, setDay] = useState('2026-03-04');
  const [instant, setInstant] = useState(() => new CalendarDateTime(2026, 3, 4, 12, 0));
  const options = ROLES.map((id) => ({ id, label: say(`web.role.${id}`) }));
  const box = { label: say('web.settings.label'), value: text, onChange: setText };
  return (
    <>
      <Specimen code="<TextLine hint>">
        <TextLine {...box} hint={say('web.settings.label-hint')} />
      </Specimen>
      <Specimen code="needed wrong">
        <TextLine {...box} needed wrong={say('web.settings.name-taken')} />
      </Specimen>
      <Specimen code="disabled code">
        <TextLine {...box} value="alarm_level" disabled code />
      </Specimen>
      <Specimen code="lines={3}">
        <TextLine {...box} lines={3} />
      </Specimen>
      <Specimen code="<Labelled><Choice>">
        <Labelled label={say('web.settings.people.role')} hint={say('web.settings.people.may.viewer')}>
          <Choice
            label={say('web.settings.people.role')}
            value={chosen}
            options={options}
            onChange={setChosen}
          />
        </Labelled>
      </Specimen>
      <Specimen code="<Suggest>">
        <Labelled label={say('web.settings.people.role')}>
          <Suggest
            label={say('web.settings.people.role')}
            value={chosen}
            options={options}
            onChoose={setChosen}
            none={say('web.form.no-match')}
          />
        </Labelled>
      </Specimen>
      <Specimen code="<Search>">
        <Search label={say('web.search')} value={text} onChange={setText} />
      </Specimen>
      <Specimen code="<Toggle>">
        <Toggle isSelected={on} onChange={setOn}>
          {say('web.yes')}
        </Toggle>
        <Toggle isSelected={!on} onChange={(next) => setOn(!next)}>
          {say('web.no')}
        </Toggle>
      </Specimen>
      <Specimen code="<DayField>">
        <DayField label={say('web.form.date')} value={day} onChange={setDay} />
      </Specimen>
      <Specimen code="<InstantField>">
        <InstantField label={say('web.form.date')} value={instant} onChange={setInstant} />
      </Specimen>
    </>
  );
}
