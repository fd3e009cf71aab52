/** Everything that was ever set, latest first: who, when, why, and what it came after. */
import { readBasemap } from '@tilth/domain/record/basemap';
import { isRecord } from '@tilth/domain/record/own-property';
import { useState } from 'react';
import type { Ruled } from '../../ask/settings.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';
import { headsOn, valueBefore } from './heads.ts';
import { Reason } from './reason.tsx';
import { useSetting } from './use-settings.ts';

export function History() {
  const { say } = useLanguage();
  const { rules } = useSetting();
  if (rules.length === 0) return <Empty title={say('web.settings.history.none')} />;
  return (
    <>
      <p className="soft">{say('web.settings.history.lead')}</p>
      <ol className="settings-list">
        {rules.toReversed().map((r) => (
          <Line key={r.ref.id + r.ref.digest} ruled={r} />
        ))}
      </ol>
    </>
  );
}

function Line({ ruled }: { ruled: Ruled }) {
  const { say, sayIf, instant, number } = useLanguage();
  const { rules, people, set } = useSetting();
  const [open, setOpen] = useState(false);
  const { rule } = ruled;
  const what = useWhat(ruled);
  const heads = headsOn(rules, rule.sets, rule.key);
  const holds = heads.some((h) => h.ref.id === ruled.ref.id);
  const before = valueBefore(rules, ruled);
  const back = async (reason: string) => {
    if (await set({ sets: rule.sets, key: rule.key, value: before, reason })) setOpen(false);
  };
  return (
    <li className="settings-line settings-entry">
      <span className="settings-what">
        <strong>{sayIf(`web.settings.sets.${rule.sets}`) ?? rule.sets}</strong>
        <span>
          <bdi>{what}</bdi>
        </span>
        <small className="soft">
          {say('web.settings.history.by', {
            who: people.find((p) => p.id === rule.by)?.name ?? say('web.settings.history.gone'),
            when: instant(ruled.instant),
            number: number(ruled.number),
          })}
        </small>
        {rule.reason !== '' && (
          <small>
            <bdi>{rule.reason}</bdi>
          </small>
        )}
      </span>
      {holds && <Chip>{say('web.settings.history.holds')}</Chip>}
      {holds && !open && (
        <Button label={say('web.settings.take-back-what', { what })} onPress={() => setOpen(true)}>
          {say('web.settings.take-back')}
        </Button>
      )}
      {open && (
        <div className="settings-editor">
          <Reason does={say('web.settings.take-back')} ready onDo={back} onLeave={() => setOpen(false)}>
            <p>
              {say(before === null ? 'web.settings.history.to-nothing' : 'web.settings.history.to-before')}
            </p>
          </Reason>
        </div>
      )}
    </li>
  );
}

/** What a rule says, in words where they can be found. */
function useWhat(ruled: Ruled): string {
  const { rule } = ruled;
  const { rules } = useSetting();
  const { say, list } = useLanguage();
  const { kinds, lists } = useHere();
  const [kindName = '', property = ''] = rule.key.split('.');
  const kind = rule.key === '' ? say('web.settings.every-kind') : (kinds.get(kindName)?.label ?? kindName);
  const { value } = rule;
  const put = (stated: string) =>
    say(value === null ? 'web.settings.history.none-of' : 'web.settings.history.set', { what: stated });
  if (rule.sets === 'own-property') {
    // one that is taken back is called as it was before
    const stated = value ?? valueBefore(rules, ruled);
    const label = isRecord(stated) && typeof stated.label === 'string' ? stated.label : property;
    return put(say('web.settings.codes.place', { kind, property: label }));
  }
  if (rule.sets === 'own-codes' || rule.sets === 'code-map') {
    const label = lists.get(rule.key)?.label ?? rule.key;
    const codes = isRecord(value) && isRecord(value.codes) ? Object.keys(value.codes) : [];
    return put(codes.length === 0 ? label : `${label}: ${list(codes)}`);
  }
  if (rule.sets === 'basemap') return put(readBasemap(value ?? valueBefore(rules, ruled))?.name ?? rule.key);
  if (value === null) return put(kind);
  const stated = Array.isArray(value) ? list(value.map(String)) : typeof value === 'string' ? value : '';
  return stated === '' ? kind : `${kind}: ${stated}`;
}
