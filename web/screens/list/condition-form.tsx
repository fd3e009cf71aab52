/** One condition of a filter put together: what is asked about, how, and with which values. */
import { type AskedType, askable, everyItem, everyPlaced, testsOf } from '@tilth/domain/filter/askable';
import { checkFilter } from '@tilth/domain/filter/checked';
import { type Condition, type Test, valuesOf } from '@tilth/domain/filter/condition';
import { type FormEvent, useState } from 'react';
import type { Kind } from '../../ask/answers.ts';
import { useLanguage } from '../../language/language.tsx';
import { askedLabel } from '../../record/condition-words.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';
import { ConditionValues } from './condition-values.tsx';

interface Props {
  readonly kind: Kind;
  /** the condition to change; missing: a new one */
  readonly from?: Condition;
  readonly onDone: (condition: Condition) => void;
}

/** The kinds of item a link may point to; none for what is no link, or one to anything. */
function linkedKinds(name: string | null, kind: Kind): readonly string[] {
  const property = name === null ? undefined : kind.properties[name];
  return property?.type === 'link' ? (property.to ?? []) : [];
}

/** The first test that suits a type in daily use; a list of codes is asked for several at once. */
function usualTest(name: string, kind: Kind): Test {
  if (linkedKinds(name, kind).length > 0) return 'one-of';
  const asked = askable(kind, name);
  return (asked && testsOf(asked)[0]) ?? 'is';
}

export function ConditionForm({ kind, from, onDone }: Props) {
  const language = useLanguage();
  const { say } = language;
  const { lists } = useHere();
  const [property, setProperty] = useState(from?.property ?? null);
  const [test, setTest] = useState<Test>(() => (from ? asOffered(from, kind) : 'is'));
  const [values, setValues] = useState<readonly string[]>(from?.values ?? []);
  const [wrong, setWrong] = useState<string | null>(null);

  const names = [
    ...Object.keys(everyItem),
    ...(kind.place === undefined ? [] : Object.keys(everyPlaced)),
    ...Object.keys(kind.properties),
  ].filter((name) => askable(kind, name) !== null);
  const asked = property === null ? null : askable(kind, property);

  const choose = (name: string) => {
    setProperty(name);
    setTest(usualTest(name, kind));
    setValues([]);
    setWrong(null);
  };
  const done = (event: FormEvent) => {
    event.preventDefault();
    if (property === null) return;
    const n = valuesOf(test);
    const given = values.map((v) => v.trim()).filter((v) => v !== '');
    const whole = n === 'many' ? given.length > 0 : given.length >= n;
    const condition = simplest({ property, test, values: n === 'many' ? given : given.slice(0, n) });
    const checked = whole ? checkFilter([condition], kind, lists) : null;
    if (checked === null) setWrong(say('web.filter.value-missing'));
    else if ('code' in checked) setWrong(say(hints[asked?.type ?? 'text']));
    else onDone(condition);
  };
  return (
    <form className="condition" onSubmit={done}>
      <Labelled label={say('web.filter.property')}>
        <Suggest
          label={say('web.filter.property')}
          options={names.map((name) => ({ id: name, label: askedLabel(name, kind, language) }))}
          value={property}
          onChoose={choose}
          none={say('web.form.no-match')}
        />
      </Labelled>
      {asked && (
        <>
          <Choice
            label={say('web.filter.test')}
            value={test}
            options={offered(asked.type, testsOf(asked), linkedKinds(property, kind).length > 0).map((t) => ({
              id: t,
              label: say(`web.filter.test-${t}`),
            }))}
            onChange={(id) => {
              const next = testsOf(asked).find((t) => t === id);
              if (next) setTest(next);
              setWrong(null);
            }}
          />
          <ConditionValues
            key={property}
            asked={asked}
            to={linkedKinds(property, kind)}
            test={test}
            values={values}
            onChange={(next) => {
              setValues(next);
              setWrong(null);
            }}
          />
          {wrong !== null && (
            <p className="wrong" role="alert">
              {wrong}
            </p>
          )}
          <div className="actions">
            <Button type="submit" tone="main">
              {say('web.filter.apply')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

const hints = {
  text: 'web.filter.value-missing',
  code: 'web.filter.value-missing',
  yesno: 'web.filter.value-missing',
  number: 'web.filter.number-hint',
  date: 'web.filter.date-hint',
} as const;

/** One of a list says the same as several of it: of the two ways only one is offered. */
function offered(type: AskedType, tests: readonly Test[], linked: boolean): readonly Test[] {
  if (linked) return tests.filter((t) => t !== 'is' && t !== 'is-not' && t !== 'contains' && t !== 'lacks');
  if (type === 'code') return tests.filter((t) => t !== 'is' && t !== 'is-not');
  return tests.filter((t) => t !== 'one-of' && t !== 'none-of');
}

function asOffered({ property, test }: Condition, kind: Kind): Test {
  if (askable(kind, property)?.type !== 'code' && linkedKinds(property, kind).length === 0) return test;
  return test === 'is' ? 'one-of' : test === 'is-not' ? 'none-of' : test;
}

/** `is one of (open)` reads better as `is open`. */
function simplest(condition: Condition): Condition {
  if (condition.values.length !== 1) return condition;
  if (condition.test === 'one-of') return { ...condition, test: 'is' };
  return condition.test === 'none-of' ? { ...condition, test: 'is-not' } : condition;
}
