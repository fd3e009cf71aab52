/** What the list is narrowed by, each condition a chip that opens to be changed or is taken away; and the same as text. */
import type { Condition } from '@tilth/domain/filter/condition';
import { readFilter } from '@tilth/domain/filter/read';
import { writeFilter } from '@tilth/domain/filter/write';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Button as Pressed } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import type { Kind } from '../../ask/answers.ts';
import { isItemId, useLinkNames } from '../../ask/link-names.ts';
import { useLanguage } from '../../language/language.tsx';
import { sayCondition } from '../../record/condition-words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Popup } from '../../ui/popup.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { ConditionForm } from './condition-form.tsx';

const filterBy = (conditions: readonly Condition[]) => go({ filter: writeFilter(conditions) });

/** The button that adds a condition, or has the whole filter typed. */
export function AddCondition({ kind }: { kind: Kind }) {
  const { say } = useLanguage();
  return (
    <DialogTrigger>
      <Button icon="filter">{say('web.filter.add')}</Button>
      <Popup title={say('web.filter.add')}>{(close) => <Adding kind={kind} onDone={close} />}</Popup>
    </DialogTrigger>
  );
}

function Adding({ kind, onDone }: { kind: Kind; onDone: () => void }) {
  const { say } = useLanguage();
  const { filter } = useAddress();
  const [typed, setTyped] = useState(false);
  if (typed) return <FilterText onDone={onDone} />;
  const read = readFilter(filter);
  return (
    <>
      <ConditionForm
        kind={kind}
        onDone={(condition) => {
          filterBy([...('code' in read ? [] : read), condition]);
          onDone();
        }}
      />
      <div className="actions">
        <Button tone="plain" onPress={() => setTyped(true)}>
          {say('web.filter.as-text')}
        </Button>
      </div>
    </>
  );
}

/** Nothing where the list isn't narrowed. */
export function FilterBar({ kind }: { kind: Kind }) {
  const { say } = useLanguage();
  const { filter, within } = useAddress();
  const read = useMemo(() => readFilter(filter), [filter]);
  if (filter === '' && within === null) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form field stands in it until a chip is opened
    <div className="filter-bar" role="group" aria-label={say('web.filter.chips')}>
      {'code' in read ? (
        <FilterText wrong={say(`problem.filter-unreadable`, read.facts)} />
      ) : (
        <Chips kind={kind} conditions={read} />
      )}
      {within !== null && (
        <FilterChip said={say('web.filter.within')} onRemove={() => go({ within: null })} />
      )}
      {!('code' in read) && read.length > 0 && (
        <DialogTrigger>
          <Button tone="plain">{say('web.filter.as-text')}</Button>
          <Popup title={say('web.filter.as-text')}>{(close) => <FilterText onDone={close} />}</Popup>
        </DialogTrigger>
      )}
      <Button tone="plain" onPress={() => go({ filter: '', within: null })}>
        {say('web.filter.clear')}
      </Button>
    </div>
  );
}

function Chips({ kind, conditions }: { kind: Kind; conditions: readonly Condition[] }) {
  const language = useLanguage();
  const { lists } = useHere();
  const wanted = useMemo(
    () =>
      conditions.flatMap(({ property, values }) => {
        const { to = [] } = kind.properties[property] ?? {};
        const ids = values.filter(isItemId);
        return ids.length === 0 ? [] : [{ to, ids }];
      }),
    [conditions, kind],
  );
  const names = useLinkNames(wanted);
  return conditions.map((condition, i) => {
    const said = sayCondition(condition, kind, { language, lists }, names);
    return (
      <FilterChip
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name than their place
        key={i}
        said={said}
        onRemove={() => filterBy(conditions.filter((_, n) => n !== i))}
      >
        {(close) => (
          <ConditionForm
            kind={kind}
            from={condition}
            onDone={(changed) => {
              filterBy(conditions.map((c, n) => (n === i ? changed : c)));
              close();
            }}
          />
        )}
      </FilterChip>
    );
  });
}

interface ChipProps {
  readonly said: string;
  readonly onRemove: () => void;
  readonly children?: (close: () => void) => React.ReactNode;
}

function FilterChip({ said, onRemove, children }: ChipProps) {
  const { say } = useLanguage();
  return (
    <span className="filter-chip">
      {children ? (
        <DialogTrigger>
          <Pressed className="filter-said">{said}</Pressed>
          <Popup title={say('web.filter.change')}>{children}</Popup>
        </DialogTrigger>
      ) : (
        <span className="filter-said">{said}</span>
      )}
      <Pressed className="filter-away" aria-label={say('web.filter.remove', { said })} onPress={onRemove}>
        <Icon name="close" />
      </Pressed>
    </span>
  );
}

/** The filter as it stands in the address, to be read, copied and typed. */
function FilterText({ wrong, onDone }: { wrong?: string; onDone?: () => void }) {
  const { say } = useLanguage();
  const { filter } = useAddress();
  const [typed, setTyped] = useState(filter);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // whoever came here by a button that is gone goes on in the box
    if (onDone) form.current?.querySelector('textarea')?.focus();
  }, [onDone]);
  const read = readFilter(typed);
  const fault = 'code' in read ? say('problem.filter-unreadable', read.facts) : null;
  const use = (event: FormEvent) => {
    event.preventDefault();
    if ('code' in read) return;
    filterBy(read);
    onDone?.();
  };
  return (
    <form className="condition filter-text" ref={form} onSubmit={use}>
      <TextLine
        label={say('web.filter.text')}
        value={typed}
        onChange={setTyped}
        wrong={fault ?? (typed === filter ? (wrong ?? null) : null)}
        hint={say('web.filter.text-hint')}
        lines={3}
        code
      />
      <div className="actions">
        <Button type="submit" tone="main" isDisabled={fault !== null}>
          {say('web.filter.apply')}
        </Button>
      </div>
    </form>
  );
}
