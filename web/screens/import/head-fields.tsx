/** Who says it, when it was true, and by what a row is known again. */
import type { LookedColumn } from '../../ask/imports.ts';
import { changed, type Mapping } from '../../import/mapping.ts';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { DateFormat } from './date-format.tsx';
import { Picked } from './picked.tsx';
import { SourceSure } from './source-sure.tsx';

interface Props {
  readonly mapping: Mapping;
  readonly edit: (mapping: Mapping) => void;
  readonly columns: readonly LookedColumn[];
  /** rows with text that was encoded twice */
  readonly twice: number;
}

const ways = ['by', 'fixed', 'column', 'year'] as const;
const NONE = '-';

export function HeadFields({ mapping, edit, columns, twice }: Props) {
  const { say } = useLanguage();
  const { source, date, identity = [], duplicates = 'keep', snapshot } = mapping;
  const way = ways.find((w) => date[w] !== undefined) ?? 'by';
  const names = columns.map((c) => ({ id: c.name, label: c.name }));
  const dated = columns.find((c) => c.name === date.column);
  const [first] = columns;
  const optional = (
    part: 'month' | 'day-column' | 'to',
    column: string | undefined,
    change: (column: string | undefined) => Readonly<Record<string, unknown>>,
  ) => (
    <Labelled label={say(`web.import.when-${part}`)}>
      <Choice
        label={say(`web.import.when-${part}`)}
        value={column ?? NONE}
        options={[{ id: NONE, label: say('web.import.when-none') }, ...names]}
        onChange={(name) =>
          edit({ ...mapping, date: changed(date, change(name === NONE ? undefined : name)) })
        }
      />
    </Labelled>
  );
  const toWay = (next: string) => {
    if (next === 'by') edit({ ...mapping, date: { by: 'report' } });
    else if (next === 'fixed') edit({ ...mapping, date: { fixed: source.date ?? '' } });
    else edit({ ...mapping, date: { [next]: first?.name ?? '' } });
  };
  return (
    <section className="import-part">
      <h2>{say('web.import.source')}</h2>
      <div className="field-grid">
        <TextLine
          label={say('web.import.source-name')}
          value={source.name}
          onChange={(name) => edit({ ...mapping, source: { ...source, name } })}
        />
        <TextLine
          label={say('web.import.said-by')}
          value={source.said?.name ?? ''}
          onChange={(name) =>
            edit({
              ...mapping,
              source: changed(source, { said: name === '' ? undefined : { ...source.said, name } }),
            })
          }
        />
        <TextLine
          label={say('web.import.source-date')}
          value={source.date ?? ''}
          hint={say('web.import.day-hint')}
          onChange={(d) => edit({ ...mapping, source: changed(source, { date: d === '' ? undefined : d }) })}
        />
        <TextLine
          label={say('web.import.mapping-name')}
          value={mapping.name}
          onChange={(name) => edit({ ...mapping, name })}
        />
        <Labelled label={say('web.import.when')}>
          <Choice
            label={say('web.import.when')}
            value={way}
            options={ways.map((w) => ({ id: w, label: say(`web.import.when.${w}`) }))}
            onChange={toWay}
          />
        </Labelled>
        {way === 'fixed' && (
          <TextLine
            label={say('web.import.when-day')}
            value={date.fixed ?? ''}
            hint={say('web.import.day-hint')}
            onChange={(fixed) => edit({ ...mapping, date: { fixed } })}
          />
        )}
        {(way === 'column' || way === 'year') && (
          <Labelled label={say('web.import.when-column')}>
            <Choice
              label={say('web.import.when-column')}
              value={date[way] ?? null}
              options={names}
              onChange={(column) => edit({ ...mapping, date: { [way]: column } })}
            />
          </Labelled>
        )}
        {way === 'column' && dated && (
          <DateFormat
            column={dated}
            format={date.format}
            onChange={(format) => edit({ ...mapping, date: changed(date, { format }) })}
          />
        )}
        {way === 'year' && optional('month', date.month, (month) => ({ month }))}
        {way === 'year' && optional('day-column', date.day, (day) => ({ day }))}
        {way === 'column' &&
          optional('to', date.to?.column, (column) => ({
            to: column === undefined ? undefined : changed({ column }, { format: date.format }),
          }))}
      </div>
      <Toggle
        isSelected={date.until === 'report'}
        onChange={(on) => edit({ ...mapping, date: changed(date, { until: on ? 'report' : undefined }) })}
      >
        {say('web.import.until')}
      </Toggle>
      <SourceSure source={source} onChange={(part) => edit({ ...mapping, source: changed(source, part) })} />
      <TextLine
        label={say('web.import.no-information')}
        hint={say('web.import.no-information-hint')}
        value={(mapping.read?.no_information ?? []).join('; ')}
        onChange={(text) => {
          const words = text.split(';').map((w) => w.trimStart());
          const no_information = text === '' ? undefined : words;
          edit({ ...mapping, read: changed(mapping.read ?? {}, { no_information }) });
        }}
      />
      {twice > 0 && (
        <Labelled label={say('web.import.encoded-twice', { n: twice })}>
          <Choice
            label={say('web.import.encoded-twice', { n: twice })}
            value={mapping.read?.double_encoded === 'repair' ? 'repair' : 'keep'}
            options={(['keep', 'repair'] as const).map((id) => ({
              id,
              label: say(`web.import.encoded.${id}`),
            }))}
            onChange={(id) => {
              const double_encoded = id === 'repair' ? id : undefined;
              edit({ ...mapping, read: changed(mapping.read ?? {}, { double_encoded }) });
            }}
          />
        </Labelled>
      )}
      <h2>{say('web.import.known-again')}</h2>
      <p className="soft">{say('web.import.identity-hint')}</p>
      <div className="field-grid">
        <Picked
          label={say('web.import.identity')}
          all={names}
          picked={identity}
          onChange={(next) => edit({ ...mapping, identity: next })}
        />
        <Labelled label={say('web.import.duplicates')}>
          <Choice
            label={say('web.import.duplicates')}
            value={duplicates}
            options={(['keep', 'merge'] as const).map((id) => ({
              id,
              label: say(`web.import.duplicates.${id}`),
            }))}
            onChange={(d) => edit({ ...mapping, duplicates: d === 'merge' ? 'merge' : 'keep' })}
          />
        </Labelled>
        <Labelled label={say('web.import.snapshot')}>
          <Choice
            label={say('web.import.snapshot')}
            value={snapshot ? 'whole' : 'part'}
            options={(['part', 'whole'] as const).map((id) => ({
              id,
              label: say(`web.import.snapshot.${id}`),
            }))}
            onChange={(s) => {
              const compare = identity.length > 0 ? identity : columns.map((c) => c.name);
              edit(changed(mapping, { snapshot: s === 'whole' ? { compare } : undefined }));
            }}
          />
        </Labelled>
        {snapshot && (
          <Picked
            label={say('web.import.compared-by')}
            all={names}
            picked={snapshot.compare}
            onChange={(compare) => edit({ ...mapping, snapshot: { ...snapshot, compare } })}
          />
        )}
      </div>
    </section>
  );
}
