/** One own property: what it is called, what it holds, who reads it; what comes of it is shown before it is set. */
import { checkRule } from '@tilth/domain/record/check-rule';
import type { PropertyType } from '@tilth/domain/record/kind';
import {
  isRecord,
  isUnreadable,
  OWN_FOLDS,
  readOwnProperty,
  SENSITIVITIES,
  UNITS,
} from '@tilth/domain/record/own-property';
import { useState } from 'react';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';
import { headsOn } from './heads.ts';
import { freeName, nameFrom } from './own-name.ts';
import { PropertyEffect } from './property-effect.tsx';
import { Reason } from './reason.tsx';
import { Translations } from './translations.tsx';
import { useSetting } from './use-settings.ts';

const TYPES = Object.keys(OWN_FOLDS) as PropertyType[];

export interface Typed {
  readonly kind: string;
  readonly label: string;
  /** empty: made from the label */
  readonly name: string;
  readonly type: PropertyType;
  readonly unit: string;
  readonly codes: string;
  readonly to: string;
  readonly sensitivity: string;
  readonly fold: string;
  readonly description: string;
  readonly labels: Readonly<Record<string, string>>;
}

const blank: Typed = {
  kind: 'hazardous-area',
  label: '',
  name: '',
  type: 'text',
  unit: '',
  codes: '',
  to: '',
  sensitivity: 'partner',
  fold: '',
  description: '',
  labels: {},
};

/** What the rule will state; parts that are as usual are left out. */
function statedBy(t: Typed): Readonly<Record<string, unknown>> {
  const labels = Object.entries(t.labels).filter(([, label]) => label.trim() !== '');
  return {
    label: t.label.trim(),
    type: t.type,
    fold: foldOf(t),
    sensitivity: t.sensitivity,
    ...(t.type === 'number' && t.unit !== '' && { unit: t.unit }),
    ...(t.type === 'code' && t.codes !== '' && { codes: t.codes }),
    ...(t.type === 'link' && t.to !== '' && { to: [t.to] }),
    ...(t.description.trim() !== '' && { description: t.description.trim() }),
    ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
  };
}

function foldOf(t: Typed): string {
  const folds = OWN_FOLDS[t.type] ?? [];
  return folds.find((f) => f === t.fold) ?? folds[0] ?? 'latest';
}

function typedOf(key: string, stated: unknown): Typed {
  const [kind = '', name = ''] = key.split('.');
  const property = readOwnProperty(stated);
  if (isUnreadable(property)) return { ...blank, kind, name };
  const labels = isRecord(stated) && isRecord(stated.labels) ? stated.labels : {};
  return {
    kind,
    name,
    label: property.label,
    type: property.type,
    unit: property.unit ?? '',
    codes: property.codes ?? '',
    to: property.to?.[0] ?? '',
    sensitivity: property.sensitivity,
    fold: property.fold,
    description: property.description,
    labels: Object.fromEntries(Object.entries(labels).map(([tag, label]) => [tag, String(label)])),
  };
}

/** `edited`: the key of the property that is changed; null: a new one. */
export function PropertyEditor({ edited, leave }: { edited: string | null; leave: () => void }) {
  const { say, sayIf } = useLanguage();
  const { me, kinds, lists, programme } = useHere();
  const { rules, set } = useSetting();
  const [typed, setTyped] = useState<Typed>(() =>
    edited === null ? blank : typedOf(edited, headsOn(rules, 'own-property', edited)[0]?.rule.value),
  );
  const change = (part: Partial<Typed>) => setTyped((t) => ({ ...t, ...part }));
  const kind = kinds.get(typed.kind);
  const taken = (name: string) => Object.hasOwn(kind?.properties ?? {}, name);
  const name =
    edited !== null || typed.name !== ''
      ? typed.name
      : freeName(nameFrom(typed.label, '_', 'own'), '_', taken);
  const key = `${typed.kind}.${name}`;
  const value = statedBy(typed);
  const draft = {
    type: 'rule',
    id: newId(),
    programme: programme.id,
    by: me.person?.id ?? '',
    written: '',
    reason: '',
    after: [],
    sets: 'own-property',
    key,
    value,
  } as const;
  const problem = checkRule(draft, { kinds, lists });
  const isTaken = edited === null && taken(name);
  const complete = typed.label.trim() !== '' && (typed.type !== 'code' || typed.codes !== '');
  const folds = OWN_FOLDS[typed.type] ?? [];
  const fixed = edited !== null;
  const save = async (reason: string) => {
    if (await set({ sets: 'own-property', key, value, reason })) leave();
  };
  const takeBack = async (reason: string) => {
    if (await set({ sets: 'own-property', key, value: null, reason })) leave();
  };
  return (
    <div className="settings-editor">
      <div className="field-grid">
        <Labelled label={say('web.settings.kind')}>
          {fixed ? (
            <p>{kind?.label ?? typed.kind}</p>
          ) : (
            <Suggest
              label={say('web.settings.kind')}
              value={typed.kind}
              options={[...kinds.values()].map((k) => ({ id: k.name, label: k.label }))}
              onChoose={(id) => change({ kind: id })}
              none={say('web.form.no-match')}
            />
          )}
        </Labelled>
        <TextLine
          label={say('web.settings.label')}
          hint={say('web.settings.label-hint')}
          value={typed.label}
          onChange={(label) => change({ label })}
          needed
        />
        <Labelled label={say('web.settings.holds')} {...(fixed && { hint: say('web.settings.fixed') })}>
          {fixed ? (
            <p>{say(`web.settings.type.${typed.type as 'text'}`)}</p>
          ) : (
            <Choice
              label={say('web.settings.holds')}
              value={typed.type}
              options={TYPES.map((t) => ({ id: t, label: say(`web.settings.type.${t as 'text'}`) }))}
              onChange={(t) => change({ type: TYPES.find((one) => one === t) ?? 'text', fold: '' })}
            />
          )}
        </Labelled>
        {typed.type === 'number' && !fixed && (
          <Labelled label={say('web.settings.unit')}>
            <Choice
              label={say('web.settings.unit')}
              value={typed.unit === '' ? '-' : typed.unit}
              options={[
                { id: '-', label: say('web.settings.unit-none') },
                ...UNITS.map((u) => ({ id: u, label: say(`web.settings.unit.${u}`) })),
              ]}
              onChange={(u) => change({ unit: u === '-' ? '' : u })}
            />
          </Labelled>
        )}
        {typed.type === 'code' && !fixed && (
          <Labelled label={say('web.settings.list')} hint={say('web.settings.list-hint')}>
            <Suggest
              label={say('web.settings.list')}
              value={typed.codes}
              options={[...lists.values()].map((l) => ({ id: l.name, label: l.label }))}
              onChoose={(codes) => change({ codes })}
              none={say('web.form.no-match')}
            />
          </Labelled>
        )}
        {typed.type === 'link' && !fixed && (
          <Labelled label={say('web.settings.to')}>
            <Suggest
              label={say('web.settings.to')}
              value={typed.to}
              options={[...kinds.values()].map((k) => ({ id: k.name, label: k.label }))}
              onChoose={(to) => change({ to })}
              none={say('web.form.no-match')}
            />
          </Labelled>
        )}
        {folds.length > 1 && !fixed && (
          <Labelled label={say('web.settings.fold')}>
            <Choice
              label={say('web.settings.fold')}
              value={foldOf(typed)}
              options={folds.map((f) => ({ id: f, label: say(`web.settings.fold.${f as 'latest'}`) }))}
              onChange={(fold) => change({ fold })}
            />
          </Labelled>
        )}
        <Labelled label={say('web.settings.readers')}>
          <Choice
            label={say('web.settings.readers')}
            value={typed.sensitivity}
            options={SENSITIVITIES.map((s) => ({ id: s, label: say(`web.settings.level.${s}`) }))}
            onChange={(sensitivity) => change({ sensitivity })}
          />
        </Labelled>
        <TextLine
          label={say('web.settings.name')}
          hint={say('web.settings.name-hint')}
          value={fixed || typed.name !== '' ? typed.name : typed.label === '' ? '' : name}
          onChange={(n) => change({ name: n })}
          wrong={isTaken ? say('web.settings.name-taken') : null}
          disabled={fixed}
          code
        />
        <TextLine
          label={say('web.settings.description')}
          hint={say('web.settings.description-hint')}
          value={typed.description}
          onChange={(description) => change({ description })}
          lines={2}
        />
      </div>
      <Translations labels={typed.labels} onChange={(labels) => change({ labels })} />
      {complete && problem !== null && (
        <p className="wrong" role="alert">
          {sayIf(`problem.${problem.code}`, problem.facts) ?? problem.code}
        </p>
      )}
      <Reason
        does={say(fixed ? 'web.settings.set' : 'web.settings.properties.add')}
        ready={complete && problem === null && !isTaken}
        onDo={save}
        onLeave={leave}
      >
        <PropertyEffect kind={typed.kind} name={name} value={value} ready={complete && problem === null} />
      </Reason>
      {edited !== null && <TakeBack what={typed.label} onDo={takeBack} />}
    </div>
  );
}

function TakeBack({ what, onDo }: { what: string; onDo: (reason: string) => void }) {
  const { say } = useLanguage();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div>
        <Button tone="alarm" onPress={() => setOpen(true)}>
          {say('web.settings.take-back-what', { what })}
        </Button>
      </div>
    );
  return (
    <section className="settings-editor" aria-label={say('web.settings.take-back-what', { what })}>
      <Reason does={say('web.settings.take-back')} ready onDo={onDo} onLeave={() => setOpen(false)}>
        <p>{say('web.settings.properties.back-effect')}</p>
      </Reason>
    </section>
  );
}
