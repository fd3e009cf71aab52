/** Organisations, teams, places and reporting duties: records like any others, written by reports; here is the way to them. */
import { useQueries } from '@tanstack/react-query';
import { countQuestion } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { go } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';

const REGISTERS = ['organisation', 'team', 'place', 'reporting-duty', 'accreditation'];

export function Registers() {
  const { say } = useLanguage();
  const { kinds, programme } = useHere();
  const shown = REGISTERS.flatMap((name) => kinds.get(name) ?? []);
  const counts = useQueries({
    queries: shown.map((k) => countQuestion(programme.id, k.name, {}, { at: null, known: null })),
  });
  return (
    <>
      <p className="soft">{say('web.settings.registers.lead')}</p>
      <ul className="settings-list">
        {shown.map((kind, n) => (
          <li key={kind.name} className="settings-line">
            <span className="settings-what">
              <bdi>{say('web.settings.registers.count', { kind: kind.plural, n: counts[n]?.data ?? 0 })}</bdi>
              <small className="soft" dir="auto">
                {kind.description}
              </small>
            </span>
            <Button
              label={say('web.settings.registers.list-of', { kind: kind.plural })}
              onPress={() =>
                go({ screen: 'map', own: {}, kind: kind.name, show: 'list', item: null, narrow: 'side' })
              }
            >
              {say('web.settings.registers.list')}
            </Button>
            <Button
              icon="plus"
              label={say('web.settings.registers.add-to', { kind: kind.plural })}
              onPress={() => go({ screen: 'report', own: { kind: kind.name, draft: newId() }, item: null })}
            >
              {say('web.form.add')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
