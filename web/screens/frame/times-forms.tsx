/** What the two times are set by: a day; or everything, a receipt number, an instant, a day of publication. */
import { CalendarDateTime, parseDate, toCalendarDateTime, toZoned } from '@internationalized/date';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { publishedQuestion } from '../../ask/accountability.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { DayField, InstantField } from '../../ui/day-field.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { go } from '../../use-address.ts';
import { useHere } from './here.tsx';

/** A day counts when it is asked to be shown: each part typed on the way would be another day to work out and draw. */
export function AtForm({ at, close }: { at: string; close: () => void }) {
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

export function KnownForm({ known, close }: { known: string | null; close: () => void }) {
  const language = useLanguage();
  const { say, day } = language;
  const { today, programme } = useHere();
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
  const [publishedBy, setPublishedBy] = useState(today);
  const published = useQuery({
    ...publishedQuestion(programme.id, publishedBy),
    enabled: by === 'published',
  });
  const apply = () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (by === 'number') go({ known: Number.isNaN(receipt) ? null : String(receipt) });
    else if (by === 'published') {
      if (published.data) go({ known: String(published.data.number) });
    } else if (by === 'instant') go({ known: toZoned(moment, zone).toDate().toISOString() });
    else go({ known: null });
    close();
  };
  return (
    <>
      <p className="soft">{say('web.known.hint')}</p>
      <RadioGroup aria-label={say('web.known.title')} value={by} onChange={setBy}>
        {(['all', 'number', 'instant', 'published'] as const).map((way) => (
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
      {by === 'published' && (
        <>
          <DayField label={say('web.known.published')} value={publishedBy} onChange={setPublishedBy} />
          <p className="soft" role="status">
            {published.error
              ? sentenceOf(published.error, language)
              : published.data
                ? say('web.known.published-number', {
                    day: day(published.data.day),
                    number: published.data.number,
                    later: published.data.later,
                  })
                : say('web.waiting')}
          </p>
        </>
      )}
      <div className="row">
        <Button tone="main" isDisabled={by === 'published' && !published.data} onPress={apply}>
          {say('web.show')}
        </Button>
      </div>
    </>
  );
}
