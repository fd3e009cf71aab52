/** Codes of the programme's own: added to one of our lists, or to a list it makes. */
import { type OwnCodes, readOwnCodes } from '@tilth/domain/record/own-codes';
import { useState } from 'react';
import type { Code } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { addressNow, go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { headsOn, keysOf } from './heads.ts';
import { freeName, nameFrom } from './own-name.ts';
import { Reason } from './reason.tsx';
import { useSetting } from './use-settings.ts';

const open = (list: string) => go({ own: { part: 'codes', list } });

export function Codes() {
  const { say } = useLanguage();
  const { lists } = useHere();
  const { own } = useAddress();
  const { rules } = useSetting();
  const chosen = own.list ?? '';
  const ours = keysOf(rules, 'own-codes');
  const [label, setLabel] = useState('');
  const made = freeName(nameFrom(label, '-', 'own-list'), '-', (n) => lists.has(n));
  return (
    <>
      <p className="soft">{say('web.settings.codes.lead')}</p>
      <div className="field-grid">
        <Labelled label={say('web.settings.codes.which')}>
          <Suggest
            label={say('web.settings.codes.which')}
            value={chosen}
            options={[...lists.values()].map((l) => ({
              id: l.name,
              label: l.label,
              ...(ours.includes(l.name) && { note: say('web.settings.codes.own') }),
            }))}
            onChoose={open}
            none={say('web.form.no-match')}
          />
        </Labelled>
        <div className="settings-new">
          <TextLine label={say('web.settings.codes.new-list')} value={label} onChange={setLabel} />
          <Button isDisabled={label.trim() === ''} onPress={() => open(`${NEW}${made}`)}>
            {say('web.settings.codes.begin')}
          </Button>
        </div>
      </div>
      {chosen.startsWith(NEW) && !lists.has(chosen.slice(NEW.length)) ? (
        <ListCodes
          key={chosen}
          list={chosen.slice(NEW.length)}
          label={label.trim() || chosen.slice(NEW.length)}
        />
      ) : (
        lists.has(chosen.replace(NEW, '')) && (
          <ListCodes key={chosen} list={chosen.replace(NEW, '')} label={null} />
        )
      )}
    </>
  );
}

/** Before the name of a list that is not on record yet. */
const NEW = 'new:';

/** What all that hold now state: a contested list has the codes of each. */
function statedOn(heads: readonly { readonly rule: { readonly value: unknown } }[]): OwnCodes {
  const stated = heads.map((h) => readOwnCodes(h.rule.value)).filter((s) => s !== null);
  const label = stated.find((s) => s.label !== undefined)?.label;
  return {
    codes: Object.assign({}, ...stated.map((s) => s.codes)),
    ...(label !== undefined && { label }),
  };
}

/** `label`: of a list that is being made; null for one that is there. */
function ListCodes({ list, label }: { list: string; label: string | null }) {
  const { say } = useLanguage();
  const { lists, kinds } = useHere();
  const { rules, set } = useSetting();
  const there = lists.get(list);
  const stated = statedOn(headsOn(rules, 'own-codes', list));
  const [typed, setTyped] = useState({ label: '', code: '', within: '', description: '' });
  const change = (part: Partial<typeof typed>) => setTyped((t) => ({ ...t, ...part }));
  const codes: Readonly<Record<string, Code>> = { ...there?.codes, ...stated.codes };
  const code =
    typed.code !== ''
      ? typed.code
      : freeName(nameFrom(typed.label, '-', 'own'), '-', (n) => Object.hasOwn(codes, n));
  const wrong = typed.code !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed.code);
  const taken = Object.hasOwn(codes, code);
  const ranked = Object.values(codes).some((c) => c.danger !== undefined);
  const usedIn = [...kinds.values()].flatMap((k) =>
    Object.values(k.properties)
      .filter((p) => p.codes === list)
      .map((p) => say('web.settings.codes.place', { kind: k.label, property: p.label })),
  );
  const listLabel = label ?? stated.label;
  const write = (next: OwnCodes['codes'], reason: string) =>
    set({
      sets: 'own-codes',
      key: list,
      value: { ...(listLabel !== undefined && { label: listLabel }), codes: next },
      reason,
    });
  const add = async (reason: string) => {
    const { within, description } = typed;
    const made: Code = {
      label: typed.label.trim(),
      ...(within !== '' && { within }),
      ...(description.trim() !== '' && { description: description.trim() }),
    };
    if (await write({ ...stated.codes, [code]: made }, reason)) {
      setTyped({ label: '', code: '', within: '', description: '' });
      // whoever went elsewhere meanwhile stays there
      if (label !== null && addressNow().own.list === `${NEW}${list}`) open(list);
    }
  };
  return (
    <div className="settings-editor">
      <h3>{there?.label ?? label}</h3>
      <ul className="settings-list settings-codes">
        {Object.entries(codes).map(([name, one]) => (
          <li key={name} className="settings-line">
            <span className="settings-what">
              <bdi>{one.label}</bdi>
              <small className="soft mono" dir="ltr">
                {name}
              </small>
            </span>
            {Object.hasOwn(stated.codes, name) && (
              <>
                <Chip>{say('web.settings.codes.own')}</Chip>
                <Button
                  tone="plain"
                  icon="close"
                  label={say('web.settings.take-back-what', { what: one.label })}
                  onPress={() => {
                    const { [name]: _, ...rest } = stated.codes;
                    write(rest, say('web.settings.codes.back-reason', { code: one.label }));
                  }}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <h3>{say('web.settings.codes.add')}</h3>
      <div className="field-grid">
        <TextLine
          label={say('web.settings.label')}
          value={typed.label}
          onChange={(l) => change({ label: l })}
          needed
        />
        <TextLine
          label={say('web.settings.codes.code')}
          hint={say('web.settings.codes.code-hint')}
          value={typed.code !== '' ? typed.code : typed.label === '' ? '' : code}
          onChange={(c) => change({ code: c })}
          wrong={wrong ? say('web.settings.codes.code-wrong') : taken ? say('web.settings.name-taken') : null}
          code
        />
        <Labelled
          label={say('web.settings.codes.within')}
          hint={say(ranked ? 'web.settings.codes.danger' : 'web.settings.codes.within-hint')}
        >
          <Suggest
            label={say('web.settings.codes.within')}
            value={typed.within}
            options={Object.entries(codes).map(([id, c]) => ({ id, label: c.label }))}
            onChoose={(within) => change({ within })}
            none={say('web.form.no-match')}
          />
        </Labelled>
        <TextLine
          label={say('web.settings.description')}
          value={typed.description}
          onChange={(description) => change({ description })}
        />
      </div>
      <Reason
        does={say('web.settings.codes.add')}
        ready={typed.label.trim() !== '' && !wrong && !taken}
        onDo={add}
      >
        {usedIn.length === 0 ? (
          <p>{say('web.settings.codes.used-nowhere')}</p>
        ) : (
          <>
            <p>{say('web.settings.codes.used-in')}</p>
            <ul className="settings-points">
              {usedIn.map((where) => (
                <li key={where}>{where}</li>
              ))}
            </ul>
          </>
        )}
      </Reason>
    </div>
  );
}
