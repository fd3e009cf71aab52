/** The two times: *at* which day things were so, and what was *known*, by receipt number or instant. */
import { lazy, Suspense } from 'react';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Waiting } from '../../ui/message.tsx';
import { Popup } from '../../ui/popup.tsx';
import { useAddress } from '../../use-address.ts';
import { useHere } from './here.tsx';

// the calendar is a tenth of the first load, and most who come change neither time
const AtForm = lazy(() => import('./times-forms.tsx').then((m) => ({ default: m.AtForm })));
const KnownForm = lazy(() => import('./times-forms.tsx').then((m) => ({ default: m.KnownForm })));

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
      <Popup title={say('web.at.title')}>
        {(close) => (
          <Suspense fallback={<Waiting />}>
            <AtForm at={at ?? today} close={close} />
          </Suspense>
        )}
      </Popup>
    </DialogTrigger>
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
      <Popup title={say('web.known.title')}>
        {(close) => (
          <Suspense fallback={<Waiting />}>
            <KnownForm known={known} close={close} />
          </Suspense>
        )}
      </Popup>
    </DialogTrigger>
  );
}
