/**
 * What is listed as a file: in which format, with which columns. A short list comes at once; a long one is made in the
 * background, and stands among one's exports until it is fetched, whatever page one is on meanwhile.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { beginExport, type ExportFormat, exportAddress, exportFormats } from '../../ask/exports.ts';
import type { ListWish } from '../../ask/questions.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { Popup } from '../../ui/popup.tsx';
import { useHere } from '../frame/here.tsx';
import { MyExports } from './my-exports.tsx';

/** Rows that come at once without anybody having to wait long. */
const AT_ONCE = 2_000;

interface Props {
  readonly wish: ListWish;
  readonly columns: readonly string[];
  /** how many rows it will have; undefined while that isn't known */
  readonly rows: number | undefined;
  /** these alone of what is listed */
  readonly ids?: readonly string[];
}

export function ExportMenu(props: Props) {
  const { say } = useLanguage();
  const { ids } = props;
  return (
    <DialogTrigger>
      <Button icon="file">{say(ids ? 'web.export.chosen' : 'web.export')}</Button>
      <Popup title={say('web.export.title')}>{() => <ExportForm {...props} />}</Popup>
    </DialogTrigger>
  );
}

function ExportForm({ wish, columns, rows, ids }: Props) {
  const language = useLanguage();
  const { say, number } = language;
  const { me } = useHere();
  const client = useQueryClient();
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [shown, setShown] = useState(true);
  const [hxl, setHxl] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const tags = format === 'csv' || format === 'xlsx';
  const whole = {
    ...wish,
    format,
    hxl: hxl && tags,
    ...(shown ? { columns } : {}),
    ...(ids ? { ids } : {}),
  };
  const n = ids?.length ?? rows;
  const short = n !== undefined && n <= AT_ONCE && (ids?.length ?? 0) <= 100;
  const begin = async () => {
    // a button that is put out of use loses the focus, and with it the keys that close the dialog
    if (busy) return;
    setBusy(true);
    setFault(null);
    try {
      await beginExport(whole);
      await client.invalidateQueries({ queryKey: ['exports'] });
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <div className="export">
      {n !== undefined && <p className="soft">{say('web.export.what', { n, rows: number(n) })}</p>}
      <Labelled label={say('web.export.format')}>
        <Choice
          label={say('web.export.format')}
          value={format}
          options={exportFormats.map((id) => ({ id, label: say(`web.export.${id}`) }))}
          onChange={(id) => setFormat(exportFormats.find((f) => f === id) ?? 'csv')}
        />
      </Labelled>
      <Checkbox className="check" isSelected={shown} onChange={setShown}>
        {say('web.export.shown-columns', { n: columns.length })}
      </Checkbox>
      {tags && (
        <Checkbox className="check" isSelected={hxl} onChange={setHxl}>
          {say('web.export.hxl')}
        </Checkbox>
      )}
      <div className="actions">
        {(short || me.person === null) && (
          <a className="button" data-tone="main" href={exportAddress(whole)} download="">
            {say('web.export.now')}
          </a>
        )}
        {me.person !== null && (
          <Button {...(short ? {} : { tone: 'main' as const })} onPress={begin}>
            {say('web.export.background')}
          </Button>
        )}
      </div>
      {fault !== null && (
        <p className="wrong" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
      {me.person !== null && <MyExports />}
    </div>
  );
}
