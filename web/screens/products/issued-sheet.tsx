/** One issued report: as it was sent, or what has changed since; withdrawn or issued again, never altered. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { canonical } from '@tilth/domain/report/canonical';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import { addressOf } from '../../ask/ask.ts';
import { type Products, sheetQuestion, withdrawIssued } from '../../ask/products.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf, Trouble, Waiting } from '../../ui/message.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { Popup } from '../../ui/popup.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { SheetView } from './sheet-view.tsx';
import { WhatChanged } from './what-changed.tsx';

export function IssuedSheet({ id, products }: { id: string; products: Products }) {
  const { say, day } = useLanguage();
  const { programme, may } = useHere();
  const { own } = useAddress();
  const answer = useQuery(sheetQuestion(programme.id, id));
  if (answer.error)
    return (
      <div className="screen products">
        <Back />
        <Trouble error={answer.error} retry={() => answer.refetch()} />
      </div>
    );
  if (!answer.data) return <Waiting />;
  const { sheet, digest, values, replaced_by } = answer.data;
  const text = (name: string) => (typeof values[name] === 'string' ? String(values[name]) : undefined);
  const withdrawn = text('withdrawn_on');
  const file = (format: string) => addressOf(`/api/products/${id}/file`, { programme: programme.id, format });
  const definition = products.definitions.find((d) => d.id === sheet.definition_id)?.definition;
  const redefined = definition === undefined || canonical(definition) !== canonical(sheet.definition);
  const changes = own.view === 'changes' && may.has('report');
  const notice = withdrawn !== undefined && (
    <p className="callout issued-withdrawn">
      <strong>{say('web.products.withdrawn', { day: day(withdrawn) })}</strong> {text('withdrawn_why')}{' '}
      {replaced_by !== null && (
        <PlaceLink to={{ own: { sheet: replaced_by } }}>{say('web.products.replaced-by')}</PlaceLink>
      )}
    </p>
  );
  return (
    <div className="screen products">
      <div className="row products-head">
        <Back />
        {may.has('report') && (
          <Button onPress={() => go({ own: changes ? { sheet: id } : { sheet: id, view: 'changes' } })}>
            {say(changes ? 'web.products.as-sent' : 'web.products.changes')}
          </Button>
        )}
      </div>
      {changes ? (
        <WhatChanged id={id} sheet={sheet} redefined={redefined} />
      ) : (
        <SheetView
          sheet={sheet}
          digest={digest}
          recipient={text('issued_to')}
          notice={notice}
          tools={
            <>
              <Button tone="main" onPress={() => window.print()}>
                {say('web.print')}
              </Button>
              <a className="button" href={file('csv')} download="">
                {say('web.export.csv')}
              </a>
              <a className="button" href={file('xlsx')} download="">
                {say('web.export.xlsx')}
              </a>
              <a className="button" href={file('json')} download="">
                {say('web.products.bytes')}
              </a>
              {may.has('decide') && withdrawn === undefined && (
                <>
                  <Button
                    onPress={() =>
                      go({ own: { report: sheet.definition_id, ...sheet.period, replaces: id } })
                    }
                  >
                    {say('web.products.again')}
                  </Button>
                  <Withdraw id={id} />
                </>
              )}
            </>
          }
        />
      )}
    </div>
  );
}

function Back() {
  const { say } = useLanguage();
  return (
    <Button tone="plain" icon="back" onPress={() => go({ own: {} })}>
      {say('web.products.back')}
    </Button>
  );
}

function Withdraw({ id }: { id: string }) {
  const language = useLanguage();
  const { say } = language;
  const { programme } = useHere();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const send = async (close: () => void) => {
    setFault(null);
    try {
      await withdrawIssued(programme.id, id, reason);
      await client.invalidateQueries({ queryKey: ['products', programme.id] });
      close();
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <DialogTrigger>
      <Button tone="alarm">{say('web.products.withdraw')}</Button>
      <Popup title={say('web.products.withdraw-title')}>
        {(close) => (
          <form
            className="products-issue"
            onSubmit={(event) => {
              event.preventDefault();
              send(close);
            }}
          >
            <p>{say('web.products.withdraw-what')}</p>
            <TextField className="field" value={reason} onChange={setReason} isRequired autoFocus>
              <Label>{say('web.products.reason')}</Label>
              <Input className="input" />
            </TextField>
            {fault !== null && (
              <p className="callout" role="alert">
                {sentenceOf(fault, language)}
              </p>
            )}
            <Button tone="alarm" type="submit" isDisabled={reason.trim() === ''}>
              {say('web.products.withdraw-now')}
            </Button>
          </form>
        )}
      </Popup>
    </DialogTrigger>
  );
}
