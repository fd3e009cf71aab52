/** A defined report for a period, as it would be sent; and the step that sends it. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { lastWhole, periodOf } from '@tilth/domain/figures/period';
import { nextDay, previousDay } from '@tilth/domain/report/day';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import type { Row } from '../../ask/answers.ts';
import { issue, type Products, runQuestion, type Sheet } from '../../ask/products.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { sentenceOf, Trouble, Waiting } from '../../ui/message.tsx';
import { Popup } from '../../ui/popup.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';
import { SheetView } from './sheet-view.tsx';
import { titleOf } from './title-of.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

export function RunReport({ products, issued }: { products: Products; issued: readonly Row[] }) {
  const language = useLanguage();
  const { say } = language;
  const { programme, today, may } = useHere();
  const { own, at, known } = useAddress();
  const chosen = products.definitions.find((d) => d.id === own.report) ?? products.definitions[0];
  const length = chosen?.definition.length ?? 'week';
  const usual = lastWhole(length, today);
  const from = day.test(own.from ?? '') ? (own.from ?? usual.from) : usual.from;
  const to = day.test(own.to ?? '') ? (own.to ?? usual.to) : usual.to;
  const replaced = issued.find((r) => r.id === own.replaces);
  const run = useQuery({
    ...runQuestion({
      programme: programme.id,
      definition: chosen?.id ?? '',
      from,
      to,
      at,
      known,
      lang: language.tag.split('-')[0] ?? 'en',
    }),
    placeholderData: keepPreviousData,
    enabled: chosen !== undefined,
  });
  const move = (period: { from: string; to: string }) =>
    go({ own: { ...own, ...period } }, { replace: true });
  return (
    <section className="products-run" aria-label={say('web.products.run')}>
      <div className="products-tools">
        <Choice
          label={say('web.products.which')}
          value={chosen?.id ?? null}
          options={products.definitions.map((d) => ({ id: d.id, label: titleOf(d, language) }))}
          onChange={(report) => go({ own: { report } })}
        />
        <div className="products-period">
          <Button
            icon="back"
            label={say('web.products.before')}
            onPress={() => move(periodOf(length, previousDay(from)))}
          />
          <DayField
            label={say('web.products.from')}
            value={from}
            onChange={(d) => move(d > to ? { from: d, to: d } : { from: d, to })}
          />
          <DayField
            label={say('web.products.to')}
            value={to}
            onChange={(d) => move(d < from ? { from: d, to: d } : { from, to: d })}
          />
          <Button
            icon="forward"
            label={say('web.products.after')}
            onPress={() => move(periodOf(length, nextDay(to)))}
          />
        </div>
        {may.has('rule') && chosen && (
          <Button tone="plain" onPress={() => go({ own: { define: chosen.id } })}>
            {say('web.products.define')}
          </Button>
        )}
      </div>
      {run.error ? (
        <Trouble error={run.error} retry={() => run.refetch()} />
      ) : run.data ? (
        <div aria-busy={run.isPlaceholderData}>
          <SheetView
            sheet={run.data}
            tools={
              <>
                {may.has('decide') && !run.isPlaceholderData && (
                  <Issue
                    // another sheet is another form; one that was only asked for again is not
                    key={[chosen?.id, from, to, at, own.replaces].join()}
                    sheet={run.data}
                    replaced={replaced}
                  />
                )}
                <Button onPress={() => window.print()}>{say('web.print')}</Button>
              </>
            }
          />
        </div>
      ) : (
        <Waiting />
      )}
    </section>
  );
}

function Issue({ sheet, replaced }: { sheet: Sheet; replaced: Row | undefined }) {
  const language = useLanguage();
  const { say } = language;
  const { programme } = useHere();
  const { at } = useAddress();
  const client = useQueryClient();
  const [id] = useState(newId);
  const [recipient, setRecipient] = useState('');
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const send = async () => {
    setSending(true);
    setFault(null);
    try {
      await issue({
        id,
        programme: programme.id,
        definition: sheet.definition_id,
        ...sheet.period,
        lang: sheet.language,
        // what was looked at is what is sent, whatever was received meanwhile
        known: String(sheet.known),
        ...(at !== null && { at }),
        recipient,
        ...(replaced && { replaces: { id: replaced.id, reason } }),
      });
      await client.invalidateQueries();
      go({ own: { sheet: id } });
    } catch (error) {
      setFault(error);
      setSending(false);
    }
  };
  return (
    <DialogTrigger>
      <Button tone="main">{say('web.products.issue')}</Button>
      <Popup title={say('web.products.issue-title')}>
        {() => (
          <form
            className="products-issue"
            onSubmit={(event) => {
              event.preventDefault();
              send();
            }}
          >
            <p>{say('web.products.issue-what')}</p>
            {replaced && (
              <p className="callout">
                {say('web.products.replaces', { number: String(replaced.values.local_id ?? '') })}
              </p>
            )}
            <TextField className="field" value={recipient} onChange={setRecipient} isRequired autoFocus>
              <Label>{say('web.products.recipient')}</Label>
              <Input className="input" />
            </TextField>
            <p className="soft">{say('web.products.recipient-hint')}</p>
            {replaced && (
              <TextField className="field" value={reason} onChange={setReason} isRequired>
                <Label>{say('web.products.reason')}</Label>
                <Input className="input" />
              </TextField>
            )}
            {fault !== null && (
              <p className="callout" role="alert">
                {sentenceOf(fault, language)}
              </p>
            )}
            <Button
              tone="main"
              type="submit"
              isDisabled={
                sending || recipient.trim() === '' || (replaced !== undefined && reason.trim() === '')
              }
            >
              {say(sending ? 'web.waiting' : 'web.products.issue-now')}
            </Button>
          </form>
        )}
      </Popup>
    </DialogTrigger>
  );
}
