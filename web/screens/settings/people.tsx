/** Who works in the programme and in which role, and one-time links that sign them in. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '../../ask/answers.ts';
import { giveRole } from '../../ask/settings.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useHere } from '../frame/here.tsx';
import { useSetting } from './use-settings.ts';

const ROLES: readonly Role[] = ['viewer', 'collector', 'reviewer', 'administrator'];

export function People() {
  const language = useLanguage();
  const { say } = language;
  const { programme } = useHere();
  const { people } = useSetting();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('collector');
  const [made, setMade] = useState<{ name: string; link: string | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const roles = ROLES.map((id) => ({ id, label: say(`web.role.${id}`) }));
  const give = async (who: string, as: Role, link: boolean) => {
    setBusy(true);
    setFault(null);
    try {
      setMade({ name: who, link: await giveRole({ programme: programme.id, name: who, role: as, link }) });
      await client.invalidateQueries({ queryKey: ['settings', programme.id] });
      await client.invalidateQueries({ queryKey: ['me'] });
      setName('');
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <>
      <p className="soft">{say('web.settings.people.lead')}</p>
      <ul className="settings-list">
        {people.map((p) => (
          <li key={p.id} className="settings-line">
            <span className="settings-what">
              <bdi>{p.name}</bdi>
            </span>
            <Choice
              label={say('web.settings.people.role-of', { name: p.name })}
              value={p.role}
              options={roles}
              onChange={(id) => {
                const as = ROLES.find((r) => r === id);
                if (as !== undefined && as !== p.role) give(p.name, as, false);
              }}
            />
            <Button
              isDisabled={busy}
              label={say('web.settings.people.link-for', { name: p.name })}
              onPress={() => give(p.name, p.role, true)}
            >
              {say('web.settings.people.link')}
            </Button>
          </li>
        ))}
      </ul>
      <div role="status">
        {fault !== null && <p className="callout">{sentenceOf(fault, language)}</p>}
        {made !== null && <Made {...made} />}
      </div>
      <section className="settings-editor" aria-labelledby="settings-invite">
        <h3 id="settings-invite">{say('web.settings.people.invite')}</h3>
        <div className="field-grid">
          <TextLine label={say('web.settings.people.name')} value={name} onChange={setName} needed />
          <Labelled label={say('web.settings.people.role')} hint={say(`web.settings.people.may.${role}`)}>
            <Choice
              label={say('web.settings.people.role')}
              value={role}
              options={roles}
              onChange={(id) => setRole(ROLES.find((r) => r === id) ?? 'collector')}
            />
          </Labelled>
        </div>
        <div>
          <Button
            tone="main"
            isDisabled={busy || name.trim() === ''}
            onPress={() => give(name.trim(), role, true)}
          >
            {say('web.settings.people.invite')}
          </Button>
        </div>
      </section>
    </>
  );
}

function Made({ name, link }: { name: string; link: string | null }) {
  const { say } = useLanguage();
  const [copied, setCopied] = useState(false);
  if (link === null) return <p>{say('web.settings.people.changed', { name })}</p>;
  return (
    <div className="settings-link">
      <p>{say('web.settings.people.made', { name })}</p>
      <p className="mono" dir="ltr">
        {link}
      </p>
      <Button
        onPress={() =>
          navigator.clipboard.writeText(link).then(
            () => setCopied(true),
            // without a clipboard the link stands there to be marked and copied
            () => setCopied(false),
          )
        }
      >
        {say(copied ? 'web.settings.people.copied' : 'web.settings.people.copy')}
      </Button>
    </div>
  );
}
