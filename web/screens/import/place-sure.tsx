/** How sure a place is, how it came about, how large it is where the file gives a point or a line, and where it may lie at all. */
import { useState } from 'react';
import type { LookedColumn } from '../../ask/imports.ts';
import { changed, type Extent, type Mapping, readExtent, type ValueRule } from '../../import/mapping.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useHere } from '../frame/here.tsx';
import { NumberLine } from './number-line.tsx';

interface Props {
  readonly rule: ValueRule;
  readonly set: (members: Readonly<Record<string, unknown>>) => void;
  readonly columns: readonly LookedColumn[];
}

const accuracies = ['none', 'same', 'column'] as const;
const UNSAID = 'unsaid';

export function PlaceSure({ rule, set, columns }: Props) {
  const { say } = useLanguage();
  const { lists } = useHere();
  const said = rule.accuracy_column !== undefined ? 'column' : rule.accuracy !== undefined ? 'same' : 'none';
  const [how, setHow] = useState<(typeof accuracies)[number]>(said);
  const bases = Object.entries(lists.get('position-basis')?.codes ?? {});
  return (
    <>
      <Labelled label={say('web.import.accuracy')}>
        <Choice
          label={say('web.import.accuracy')}
          value={how}
          options={accuracies.map((id) => ({ id, label: say(`web.import.accuracy.${id}`) }))}
          onChange={(id) => {
            const next = accuracies.find((a) => a === id) ?? 'none';
            setHow(next);
            set({
              accuracy: undefined,
              accuracy_column: next === 'column' ? columns[0]?.name : undefined,
            });
          }}
        />
      </Labelled>
      {how === 'same' && (
        <NumberLine
          label={say('web.import.accuracy-metres')}
          value={rule.accuracy}
          zero
          onChange={(accuracy) => set({ accuracy })}
        />
      )}
      {how === 'column' && (
        <Labelled label={say('web.import.accuracy-column')}>
          <Choice
            label={say('web.import.accuracy-column')}
            value={rule.accuracy_column ?? null}
            options={columns.map((c) => ({ id: c.name, label: c.name }))}
            onChange={(accuracy_column) => set({ accuracy_column })}
          />
        </Labelled>
      )}
      <Labelled label={say('web.import.basis')}>
        <Choice
          label={say('web.import.basis')}
          value={rule.basis ?? UNSAID}
          options={[
            { id: UNSAID, label: say('web.import.basis-unsaid') },
            ...bases.map(([id, { label }]) => ({ id, label })),
            // words of a mapping that was brought, which the importer reads
            ...(rule.basis !== undefined && !bases.some(([id]) => id === rule.basis)
              ? [{ id: rule.basis, label: rule.basis }]
              : []),
          ]}
          onChange={(basis) => set({ basis: basis === UNSAID ? undefined : basis })}
        />
      </Labelled>
      <NumberLine
        label={say('web.import.radius')}
        value={rule.radius}
        onChange={(radius) => set({ radius })}
      />
      <NumberLine label={say('web.import.width')} value={rule.width} onChange={(width) => set({ width })} />
    </>
  );
}

/** Where the file's places lie: those that a lost sign or exchanged axes would bring inside wait for a person. */
export function ExtentField({ mapping, edit }: { mapping: Mapping; edit: (mapping: Mapping) => void }) {
  const { say } = useLanguage();
  const { programme } = useHere();
  const [typed, setTyped] = useState((mapping.extent ?? []).join(', '));
  const put = (extent: Extent | undefined) => edit(changed(mapping, { extent }));
  const { extent } = programme;
  return (
    <div className="extent-field">
      <TextLine
        label={say('web.import.extent')}
        hint={say('web.import.extent-hint')}
        value={typed}
        code
        wrong={typed.trim() !== '' && readExtent(typed) === null ? say('web.import.extent-wrong') : null}
        onChange={(text) => {
          setTyped(text);
          const read = readExtent(text);
          if (read !== null || text.trim() === '') put(read ?? undefined);
        }}
      />
      {extent !== null && (
        <Button
          onPress={() => {
            const [west, south, east, north] = extent;
            const out = (n: number, up: boolean) => (up ? Math.ceil(n * 10) : Math.floor(n * 10)) / 10;
            const around: Extent = [out(west, false), out(south, false), out(east, true), out(north, true)];
            setTyped(around.join(', '));
            put(around);
          }}
        >
          {say('web.import.extent-of-record')}
        </Button>
      )}
    </div>
  );
}
