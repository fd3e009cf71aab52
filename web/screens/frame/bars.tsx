import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { go, useAddress } from '../../use-address.ts';
import { useHere } from './here.tsx';
import { OutboxBar } from './outbox-bar.tsx';

/** What must be seen before anything below is read: that data are invented, that another time than now is shown. */
export function Bars() {
  const { say, day, instant, number } = useLanguage();
  const { at, known } = useAddress();
  const { programme, today } = useHere();
  const knownText =
    known === null
      ? null
      : /^\d+$/.test(known)
        ? say('web.known.number', { number: number(Number(known)) })
        : instant(known);
  return (
    <section className="bars" aria-label={say('web.notices')}>
      {programme.invented && (
        <p className="bar" data-bar="invented">
          <strong>{say('web.invented')}</strong> <span>{say('web.invented.hint')}</span>
        </p>
      )}
      {(at !== null || known !== null) && (
        <p className="bar" data-bar="times" role="status">
          <Icon name="warning" />
          <strong>
            {knownText === null
              ? say('web.as-of.all', { at: day(at ?? today) })
              : say('web.as-of', { at: day(at ?? today), known: knownText })}
          </strong>
          <Button onPress={() => go({ at: null, known: null })}>{say('web.as-of.back')}</Button>
        </p>
      )}
      <OutboxBar />
    </section>
  );
}
