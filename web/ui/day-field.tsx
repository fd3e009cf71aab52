/** Fields for a day and for an instant, typed or picked, in the order and script of the reader's language. */
import { type CalendarDateTime, parseDate } from '@internationalized/date';
import { Button as Pressed } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { DatePicker } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Heading } from 'react-aria-components/Heading';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { Icon } from './icon.tsx';

interface DayProps {
  readonly label: string;
  /** `YYYY-MM-DD` */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

export function DayField({ label, value, onChange }: DayProps) {
  return (
    <DatePicker
      className="field"
      value={parseDate(value)}
      shouldForceLeadingZeros
      onChange={(date) => date && date.year >= 1900 && onChange(date.toString())}
    >
      <Label className="label">{label}</Label>
      <Group className="date-input">
        <DateInput className="segments">
          {(segment) => <DateSegment className="segment" segment={segment} />}
        </DateInput>
        <Pressed className="button" data-tone="plain">
          <Icon name="calendar" />
        </Pressed>
      </Group>
      <Popover className="popover">
        <Dialog className="dialog">
          <Calendar className="calendar">
            <header>
              <Pressed slot="previous" className="button" data-tone="plain">
                <Icon name="back" />
              </Pressed>
              <Heading />
              <Pressed slot="next" className="button" data-tone="plain">
                <Icon name="forward" />
              </Pressed>
            </header>
            <CalendarGrid>
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell className="calendar-day" date={date} />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

interface InstantProps {
  readonly label: string;
  readonly value: CalendarDateTime;
  readonly onChange: (moment: CalendarDateTime) => void;
}

export function InstantField({ label, value, onChange }: InstantProps) {
  return (
    <DateField
      className="field"
      granularity="minute"
      value={value}
      onChange={(moment) => moment && onChange(moment)}
    >
      <Label className="label">{label}</Label>
      <DateInput className="date-input segments">
        {(segment) => <DateSegment className="segment" segment={segment} />}
      </DateInput>
    </DateField>
  );
}
