/** How the list is to be held against the record, and what was found. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type FileState, mappingQuestion } from '../../ask/imports.ts';
import { countQuestion, listQuestion } from '../../ask/questions.ts';
import { compareWithRecord } from '../../ask/reconcile.ts';
import { simple } from '../../import/mapping.ts';
import { useLanguage } from '../../language/language.tsx';
import { titleOfRow } from '../../record/title.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { TextLine } from '../../ui/text-line.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { ComparedView } from './compared-view.tsx';

const ALL = 'all';

export function CompareStep({ file }: { file: FileState }) {
  const language = useLanguage();
  const { say, number } = language;
  const { kinds, lists, programme } = useHere();
  const { at, known } = useAddress();
  const client = useQueryClient();
  const given = useQuery(mappingQuestion(file.id));
  const [by, setBy] = useState<'ids' | 'name'>('ids');
  const [tolerance, setTolerance] = useState('100');
  const [property, setProperty] = useState(ALL);
  const [value, setValue] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const mapping = given.data?.mapping ?? null;
  const kind = kinds.get((mapping && simple(mapping)?.kind) ?? '');
  const about = kind?.properties[property];
  const organisations = useQuery({
    ...listQuestion({ programme: programme.id, kind: 'organisation', q: '', sort: null, at, known }, 0),
    enabled: about?.type === 'link',
  });
  const where = property !== ALL && value !== null ? { [property]: value } : {};
  const ours = useQuery({
    ...countQuestion(programme.id, kind?.name ?? '', where, { at, known }),
    enabled: kind !== undefined,
  });
  const busy = file.work !== null && !file.work.ended;
  const metres = Number(tolerance.replace(',', '.'));
  const wrongTolerance = tolerance.trim() === '' || !Number.isFinite(metres) || metres < 0;

  const begin = async () => {
    setFault(null);
    try {
      await compareWithRecord(file.id, { by, tolerance_m2: metres, where, at, known });
      await client.invalidateQueries({ queryKey: ['import', file.id], exact: true });
    } catch (error) {
      setFault(error);
    }
  };
  const narrowing = Object.entries(kind?.properties ?? {}).filter(
    ([, p]) =>
      (p.type === 'code' && p.fold !== 'set') || (p.type === 'link' && p.to?.includes('organisation')),
  );
  const values =
    about?.type === 'link'
      ? (organisations.data?.rows ?? []).map((row) => ({
          id: row.id,
          label: titleOfRow(row, kinds.get('organisation'), { language, lists }),
        }))
      : Object.entries(lists.get(about?.codes ?? '')?.codes ?? {}).map(([id, c]) => ({ id, label: c.label }));
  return (
    <>
      <section className="import-part">
        <h2>{say('web.reconcile.how')}</h2>
        <p>{say('web.reconcile.how-hint')}</p>
        <div className="field-grid">
          <Labelled label={say('web.reconcile.by')}>
            <Choice
              label={say('web.reconcile.by')}
              value={by}
              options={(['ids', 'name'] as const).map((id) => ({ id, label: say(`web.reconcile.by.${id}`) }))}
              onChange={(id) => setBy(id === 'name' ? 'name' : 'ids')}
            />
          </Labelled>
          <TextLine label={say('web.reconcile.tolerance')} value={tolerance} onChange={setTolerance} />
          <Labelled label={say('web.reconcile.ours-where')}>
            <Choice
              label={say('web.reconcile.ours-where')}
              value={property}
              options={[
                { id: ALL, label: say('web.reconcile.ours-all') },
                ...narrowing.map(([id, p]) => ({ id, label: p.label })),
              ]}
              onChange={(id) => {
                setProperty(id);
                setValue(null);
              }}
            />
          </Labelled>
          {property !== ALL && (
            <Labelled label={say('web.reconcile.ours-is')}>
              <Choice
                label={say('web.reconcile.ours-is')}
                value={value}
                options={values}
                onChange={setValue}
              />
            </Labelled>
          )}
        </div>
        <div className="row">
          <Button
            tone={file.compared ? 'plain' : 'main'}
            isDisabled={busy || wrongTolerance || (property !== ALL && value === null)}
            onPress={begin}
          >
            {say(file.compared ? 'web.reconcile.again' : 'web.reconcile.begin')}
          </Button>
          {ours.data !== undefined && (
            <span className="soft">{say('web.reconcile.ours-count', { n: number(ours.data) })}</span>
          )}
        </div>
        {fault !== null && (
          <p className="callout" role="alert">
            {sentenceOf(fault, language)}
          </p>
        )}
      </section>
      {file.compared && !busy && kind && <ComparedView file={file} kind={kind} />}
    </>
  );
}
