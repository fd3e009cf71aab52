/** The two times: *at* which day things were so, and what was *known*, by receipt number or instant. */
import { CalendarDateTime, parseDate, toCalendarDateTime, toZoned } from '@internationalized/date';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { DayField, InstantField } from '../../ui/day-field.tsx';
import { Popup } from '../../ui/popup.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from './here.tsx';

export function TimesControl() {
  const { say } = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in the header's row
    <div className="times" role="group" aria-label={say('web.times')}>
      <AtControl />
      <KnownControl />
    </div>
  );
}

function AtControl() {
  const { say, day } = useLanguage();
  const { at } = useAddress();
  const { today } = useHere();
  return (
    <DialogTrigger>
      <Button icon="calendar">
        <span className="time" data-changed={at !== null || undefined}>
          <small>{say('web.at')}</small>
          <span>{at === null ? say('web.today') : day(at)}</span>
        </span>
      </Button>
      <Popup title={say('web.at.title')}>{(close) => <AtForm at={at ?? today} close={close} />}</Popup>
    </DialogTrigger>
  );
}

/** A day counts when it is asked to be shown: each part typed on the way would be another day to work out and draw. */
function AtForm({ at, close }: { at: string; close: () => void }) {
  const { say } = useLanguage();
  const { today } = useHere();
  const [chosen, setChosen] = useState(at);
  const show = (day: string) => {
    go({ at: day === today ? null : day });
    close();
  };
  return (
    <>
      <p className="soft">{say('web.at.hint')}</p>
      <DayField label={say('web.at.label')} value={chosen} onChange={setChosen} />
      <div className="row">
        <Button isDisabled={at === today} onPress={() => show(today)}>
          {say('web.today')}
        </Button>
        <Button tone="main" onPress={() => show(chosen)}>
          {say('web.show')}
        </Button>
      </div>
    </>
  );
}

function KnownControl() {
  const { say, instant, number } = useLanguage();
  const { known } = useAddress();
  const shown =
    known === null
      ? say('web.known.all')
      : /^\d+$/.test(known)
        ? say('web.known.number', { number: number(Number(known)) })
        : instant(known);
  return (
    <DialogTrigger>
      <Button icon="clock">
        <span className="time" data-changed={known !== null || undefined}>
          <small>{say('web.known')}</small>
          <span>{shown}</span>
        </span>
      </Button>
      <Popup title={say('web.known.title')}>{(close) => <KnownForm known={known} close={close} />}</Popup>
    </DialogTrigger>
  );
}

function KnownForm({ known, close }: { known: string | null; close: () => void }) {
  const { say } = useLanguage();
  const { today } = useHere();
  const [by, setBy] = useState(known === null ? 'all' : /^\d+$/.test(known) ? 'number' : 'instant');
  const [receipt, setReceipt] = useState(known && /^\d+$/.test(known) ? Number(known) : Number.NaN);
  const [moment, setMoment] = useState<CalendarDateTime>(() => {
    const asked = known && !/^\d+$/.test(known) ? new Date(known) : null;
    return asked
      ? new CalendarDateTime(
          asked.getFullYear(),
          asked.getMonth() + 1,
          asked.getDate(),
          asked.getHours(),
          asked.getMinutes(),
        )
      : toCalendarDateTime(parseDate(today));
  });
  const apply = () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (by === 'number') go({ known: Number.isNaN(receipt) ? null : String(receipt) });
    else if (by === 'instant') go({ known: toZoned(moment, zone).toDate().toISOString() });
    else go({ known: null });
    close();
  };
  return (
    <>
      <p className="soft">{say('web.known.hint')}</p>
      <RadioGroup aria-label={say('web.known.title')} value={by} onChange={setBy}>
        {(['all', 'number', 'instant'] as const).map((way) => (
          <Radio key={way} className="radio" value={way}>
            {say(`web.known.by-${way}`)}
          </Radio>
        ))}
      </RadioGroup>
      {by === 'number' && (
        <NumberField
          className="field"
          value={receipt}
          onChange={setReceipt}
          minValue={0}
          step={1}
          formatOptions={{ maximumFractionDigits: 0 }}
        >
          <Label>{say('web.known.receipt')}</Label>
          <Input className="input" />
        </NumberField>
      )}
      {by === 'instant' && (
        <InstantField label={say('web.known.instant')} value={moment} onChange={setMoment} />
      )}
      <div className="row">
        <Button tone="main" onPress={apply}>
          {say('web.show')}
        </Button>
      </div>
    </>
  );
}
