/** Days as sources tell them: one by itself, several side by side with who says each. */
import { Fragment } from 'react';
import type { Follows, Told } from '../../ask/treaties.ts';
import { useLanguage } from '../../language/language.tsx';
import { sourceName } from '../../record/attribution.ts';
import { showSpan } from '../../record/show-value.ts';
import { PlaceLink } from '../../ui/place-link.tsx';

function speakerOf({ by, source }: Told): string {
  return by.name ?? sourceName(source);
}

interface Props {
  readonly days: readonly Told[];
  /** who says it stands beside each day and leads to its record, of this kind; else only where days differ */
  readonly records?: 'treaty-act' | 'treaty-decision';
}

export function ToldDays({ days, records }: Props) {
  const language = useLanguage();
  const spans = [...Map.groupBy(days, (d) => `${d.from}/${d.to}`).entries()];
  return (
    <ul className="told-days">
      {spans.map(([key, told]) => {
        const [first] = told;
        if (first === undefined) return null;
        return (
          <li key={key}>
            <span className="told-day" title={first.typed}>
              {showSpan(first, language)}
            </span>
            {(records || spans.length > 1) && (
              <span className="told-by">
                {told.map((t, n) => (
                  <Fragment key={`${t.item} ${speakerOf(t)} ${t.from}`}>
                    {n > 0 && ' · '}
                    {records ? (
                      <PlaceLink to={{ screen: 'item', own: {}, item: t.item, itemKind: records }}>
                        <bdi>{speakerOf(t)}</bdi>
                      </PlaceLink>
                    ) : (
                      <bdi>{speakerOf(t)}</bdi>
                    )}
                  </Fragment>
                ))}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Days that follow from the acts: by the treaty's rule, or as somebody states otherwise. */
export function FollowingDays({ days }: { days: readonly Follows[] }) {
  const language = useLanguage();
  const { say } = language;
  const texts = days.map(({ from, to, basis, by }) => {
    if (to === null) return { text: say('web.treaties.conflict'), by: '' };
    const text = showSpan({ from, to }, language);
    if (basis === 'without-conflict')
      return { text: say('web.treaties.without-conflict', { day: text }), by: '' };
    return basis === 'rule'
      ? { text, by: '' }
      : { text: `${text}, ${say('web.treaties.stated')}`, by: by?.name ?? '' };
  });
  const each = new Map(texts.map((t) => [`${t.text} ${t.by}`, t]));
  if (each.size === 0) return null;
  return (
    <ul className="told-days">
      {[...each].map(([key, { text, by }]) => (
        <li key={key}>
          <span className="told-day">{text}</span>
          {by !== '' && (
            <span className="told-by">
              <bdi>{by}</bdi>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
