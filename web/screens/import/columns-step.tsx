/** What stands in the file: how it was read, and its columns with examples and counts. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type FileState, type Look, lookQuestion, type Reading, readAnotherWay } from '../../ask/imports.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { sentenceOf, Trouble, Waiting } from '../../ui/message.tsx';
import { goToStep } from './file-work.tsx';
import { Notices } from './notices.tsx';

export function ColumnsStep({ file }: { file: FileState }) {
  const { say, number } = useLanguage();
  const look = useQuery(lookQuestion(file.id, String(file.work?.doing === 'look' && !file.work.ended)));
  if (look.error) return <Trouble error={look.error} retry={() => look.refetch()} />;
  if (!look.data) return <Waiting />;
  const { rows, columns, geometries, notices, broken } = look.data;
  const shapes = Object.entries(geometries);
  const twice = look.data.found['text-double-encoded'] ?? 0;
  return (
    <>
      <section className="import-part">
        <h2>{say('web.import.read-as')}</h2>
        <p>
          {say('web.import.read-summary', {
            format: look.data.format,
            rows,
            columns: columns.length,
          })}{' '}
          {look.data.encoding !== null && say('web.import.encoding-is', { encoding: look.data.encoding })}
        </p>
        {shapes.length > 0 && (
          <p>
            {say('web.import.shapes')}{' '}
            {shapes
              .map(([type, n]) =>
                type === 'none'
                  ? say('web.import.shapes-none', { n })
                  : say('web.import.shapes-of', { type, rows: number(n) }),
              )
              .join(', ')}
          </p>
        )}
        <ReadAnotherWay file={file} look={look.data} />
        <Notices of={notices} />
        {twice > 0 && <p className="callout">{say('web.import.encoded-twice', { n: twice })}</p>}
        {broken.rows > 0 && (
          <details className="disclosure">
            <summary>{say('web.import.broken', { n: broken.rows })}</summary>
            <Notices of={broken.first} />
          </details>
        )}
      </section>
      <section className="import-part">
        <h2>{say('web.import.columns')}</h2>
        <div className="table-box">
          <table className="import-table">
            <thead>
              <tr>
                <th scope="col">{say('web.import.column')}</th>
                <th scope="col">{say('web.import.filled')}</th>
                <th scope="col">{say('web.import.different')}</th>
                <th scope="col">{say('web.import.examples')}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map((c) => (
                <tr key={c.name}>
                  <th scope="row">
                    <bdi>{c.name}</bdi>
                    {c.hxl && <code className="soft"> {c.hxl}</code>}
                  </th>
                  <td>{number(c.filled)}</td>
                  <td>
                    {c.different > MANY ? say('web.import.more-than', { n: MANY }) : number(c.different)}
                  </td>
                  <td>
                    <Words of={c.words} all={c.different} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <div className="import-next">
        <Button tone="main" onPress={() => goToStep(file.id, 'meaning')}>
          {say('web.import.to-meaning')}
        </Button>
      </div>
    </>
  );
}

/** As many different words as the server counts. */
export const MANY = 400;
const SHOWN = 4;

function Words({ of, all }: { of: Look['columns'][number]['words']; all: number }) {
  const { number } = useLanguage();
  return (
    <span className="words">
      {of.slice(0, SHOWN).map(({ word, rows }) => (
        <span key={word} className="word">
          <bdi>{word.length > 60 ? `${word.slice(0, 60)}…` : word}</bdi>
          {rows > 1 && <span className="count"> {number(rows)}</span>}
        </span>
      ))}
      {all > SHOWN && <span className="soft">…</span>}
    </span>
  );
}

const encodings = ['utf-8', 'windows-1252', 'windows-1250', 'windows-1251', 'windows-1256', 'utf-16le'];

function ReadAnotherWay({ file, look }: { file: FileState; look: Look }) {
  const language = useLanguage();
  const { say } = language;
  const client = useQueryClient();
  const { reading, sheets, format, crs } = look;
  const [header, setHeader] = useState(reading.header_row === undefined ? '' : String(reading.header_row));
  const [system, setSystem] = useState(reading.crs ?? '');
  const [fault, setFault] = useState<unknown>(null);
  const again = async (change: Readonly<Record<string, unknown>>) => {
    setFault(null);
    const next = Object.entries({ ...reading, ...change }).filter(([, v]) => v !== undefined && v !== '');
    try {
      await readAnotherWay(file.id, Object.fromEntries(next) as Reading);
      await client.invalidateQueries({ queryKey: ['import', file.id] });
    } catch (error) {
      setFault(error);
    }
  };
  const table = format === 'csv' || format === 'xlsx';
  return (
    <div className="row import-reading">
      {sheets.length > 1 && (
        <Labelled label={say('web.import.sheet')}>
          <Choice
            label={say('web.import.sheet')}
            value={reading.sheet ?? sheets[0] ?? null}
            options={sheets.map((s) => ({ id: s, label: s }))}
            onChange={(sheet) => again({ sheet })}
          />
        </Labelled>
      )}
      {format === 'csv' && (
        <Labelled label={say('web.import.encoding')}>
          <Choice
            label={say('web.import.encoding')}
            value={reading.encoding ?? look.encoding}
            options={[...new Set([look.encoding ?? 'utf-8', ...encodings])].map((e) => ({ id: e, label: e }))}
            onChange={(encoding) => again({ encoding })}
          />
        </Labelled>
      )}
      {table && (
        <Labelled label={say('web.import.header-row')}>
          <input
            className="input short"
            inputMode="numeric"
            value={header}
            aria-label={say('web.import.header-row')}
            onChange={(e) => setHeader(e.target.value)}
            onBlur={() => {
              const n = Number(header);
              const asked = header.trim() !== '' && Number.isInteger(n) && n > 0 ? n : undefined;
              if (asked !== reading.header_row) again({ header_row: asked });
            }}
          />
        </Labelled>
      )}
      {!table && (
        <Labelled label={say('web.import.crs')}>
          <input
            className="input short"
            value={system}
            placeholder={crs ?? 'EPSG:4326'}
            aria-label={say('web.import.crs')}
            onChange={(e) => setSystem(e.target.value)}
            onBlur={() => {
              if (system.trim() !== (reading.crs ?? '')) again({ crs: system.trim() || undefined });
            }}
          />
        </Labelled>
      )}
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
    </div>
  );
}
