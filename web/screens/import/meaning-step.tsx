/** What the file means: begun from a known mapping or from the names of its columns, then said column by column. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import {
  type Checked,
  type FileState,
  giveMapping,
  lookQuestion,
  mappingQuestion,
  mappingsQuestion,
  proposeMapping,
  tryRows,
} from '../../ask/imports.ts';
import { type Mapping, simple } from '../../import/mapping.ts';
import { resting } from '../../import/resting.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { sentenceOf, Trouble, Waiting } from '../../ui/message.tsx';
import { Suggest } from '../../ui/suggest.tsx';
import { useHere } from '../frame/here.tsx';
import { ColumnTable } from './column-table.tsx';
import { goToStep } from './file-work.tsx';
import { HeadFields } from './head-fields.tsx';
import { KeepMapping } from './keep-mapping.tsx';
import { Notices } from './notices.tsx';
import { PlaceFields } from './place-fields.tsx';
import { SameForAll } from './same-for-all.tsx';
import { Unknown } from './unknown-words.tsx';

export function MeaningStep({ file, next }: { file: FileState; next: 'try' | 'compare' }) {
  const language = useLanguage();
  const { say } = language;
  const { kinds, may } = useHere();
  const client = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const [stopped, setStopped] = useState<unknown>(null);
  const look = useQuery(lookQuestion(file.id, 'false'));
  const given = useQuery(mappingQuestion(file.id));
  const { mapping, edit, fault, take, flush } = useEditing(file.id, given.data);
  if (look.error) return <Trouble error={look.error} retry={() => look.refetch()} />;
  if (given.error) return <Trouble error={given.error} retry={() => given.refetch()} />;
  if (!look.data || !given.data) return <Waiting />;
  const checked = given.data;
  const one = mapping && simple(mapping);
  const kind = one ? kinds.get(one.kind) : undefined;
  const wrong = checked.problems ?? [];
  const goOn = async () => {
    setStopped(null);
    // what can't be read is in no mapping: nobody goes on as if it had not been written
    const unread = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (unread) {
      unread.focus();
      unread.scrollIntoView({ block: 'center' });
      return;
    }
    if (!(await flush())) return;
    await client.invalidateQueries({ queryKey: ['import', file.id] });
    const now = client.getQueryData(mappingQuestion(file.id).queryKey);
    if ((now?.problems ?? []).length > 0) return;
    try {
      if (next === 'try') {
        await tryRows(file.id, may.has('decide'));
        await client.invalidateQueries({ queryKey: ['import', file.id], exact: true });
      }
      goToStep(file.id, next);
    } catch (error) {
      setStopped(error);
    }
  };
  return (
    <div ref={place} className="import-meaning">
      <Beginning file={file} take={take} has={mapping !== null} />
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
      {mapping && (
        <>
          <HeadFields
            mapping={mapping}
            edit={edit}
            columns={look.data.columns}
            twice={look.data.found['text-double-encoded'] ?? 0}
          />
          {one && kind ? (
            <>
              <PlaceFields mapping={mapping} one={one} kind={kind} edit={edit} look={look.data} />
              <ColumnTable mapping={mapping} one={one} kind={kind} edit={edit} look={look.data} />
              <SameForAll mapping={mapping} one={one} kind={kind} edit={edit} />
              <Unknown
                mapping={mapping}
                kind={kind}
                edit={edit}
                unmatched={(checked.unmatched ?? []).filter((u) => u.kind === kind.name)}
              />
            </>
          ) : (
            <section className="import-part">
              <h2>{say('web.import.complex')}</h2>
              <p>{say('web.import.complex-hint')}</p>
            </section>
          )}
          <Notices of={wrong} alarm />
          <Notices of={checked.notices ?? []} />
          <KeepMapping mapping={mapping} />
          <div className="import-next">
            <Button tone="main" isDisabled={wrong.length > 0} onPress={goOn}>
              {say(next === 'try' ? 'web.import.to-try' : 'web.import.to-compare')}
            </Button>
          </div>
          {stopped !== null && (
            <p className="callout" role="alert">
              {sentenceOf(stopped, language)}
            </p>
          )}
        </>
      )}
    </div>
  );
}

const REST_MS = 350;

/** The mapping as it is being edited; the server hears of it when the editing rests, and says what is wrong with it. */
function useEditing(id: string, given: Checked | undefined) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Mapping | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const { queryKey: key } = mappingQuestion(id);
  const [{ put, flush }] = useState(() =>
    resting(async (mapping: Mapping) => {
      try {
        const answer = await giveMapping(id, mapping);
        setFault(null);
        client.setQueryData(key, { ...answer, mapping });
        await client.invalidateQueries({ queryKey: ['import', id], exact: true });
        return true;
      } catch (error) {
        setFault(error);
        return false;
      }
    }, REST_MS),
  );
  // another step, another screen: what was said last goes along
  useEffect(() => () => void flush(), [flush]);
  const take = (answer: Checked) => {
    setFault(null);
    setDraft(null);
    client.setQueryData(key, answer);
    client.invalidateQueries({ queryKey: ['import', id], exact: true });
  };
  const edit = (mapping: Mapping) => {
    setDraft(mapping);
    put(mapping);
  };
  return { mapping: draft ?? given?.mapping ?? null, edit, fault, take, flush };
}

interface BeginningProps {
  readonly file: FileState;
  readonly take: (answer: Checked) => void;
  readonly has: boolean;
}

function Beginning({ file, take, has }: BeginningProps) {
  const language = useLanguage();
  const { say } = language;
  const { kinds } = useHere();
  const known = useQuery(mappingsQuestion(file.id));
  const [fault, setFault] = useState<unknown>(null);
  const [open, setOpen] = useState(!has);
  const begin = async (by: () => Promise<Checked>) => {
    setFault(null);
    try {
      take(await by());
      setOpen(false);
    } catch (error) {
      setFault(error);
    }
  };
  const fitting = (known.data ?? []).filter((k) => k.columns > 0 && k.missing < k.columns);
  const brought = async (text: string | undefined) => {
    if (text === undefined) return;
    try {
      const json: unknown = JSON.parse(text);
      await begin(() => giveMapping(file.id, json));
    } catch (error) {
      setFault(error);
    }
  };
  if (!open)
    return (
      <p>
        <Button onPress={() => setOpen(true)}>{say('web.import.begin-anew')}</Button>
      </p>
    );
  return (
    <section className="import-part">
      <h2>{say('web.import.begin')}</h2>
      <div className="row">
        <Labelled label={say('web.import.begin-kind')}>
          <Suggest
            label={say('web.import.begin-kind')}
            options={[...kinds.values()].map((k) => ({ id: k.name, label: k.plural }))}
            none={say('web.import.no-kind')}
            onChoose={(kind) => begin(() => proposeMapping(file.id, kind))}
          />
        </Labelled>
        {fitting.length > 0 && (
          <Labelled label={say('web.import.begin-known')}>
            <Choice
              label={say('web.import.begin-known')}
              value={null}
              options={fitting.map((k) => ({
                id: `${k.from} ${k.name}`,
                label: k.name,
                note:
                  k.missing === 0
                    ? say('web.import.known-fits')
                    : say('web.import.known-missing', { missing: k.missing, columns: k.columns }),
              }))}
              onChange={(id) => {
                const found = fitting.find((k) => `${k.from} ${k.name}` === id);
                if (found) begin(() => giveMapping(file.id, found.mapping));
              }}
            />
          </Labelled>
        )}
        <FileTrigger
          acceptedFileTypes={['.json']}
          onSelect={async (list) => brought(await list?.[0]?.text())}
        >
          <Button icon="file">{say('web.import.begin-file')}</Button>
        </FileTrigger>
      </div>
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
    </section>
  );
}
