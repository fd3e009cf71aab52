/** How a column's dates are written, with examples of what each reading would say. */
import type { LookedColumn } from '../../ask/imports.ts';
import { useLanguage } from '../../language/language.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Labelled } from '../../ui/labelled.tsx';

interface Props {
  readonly column: LookedColumn;
  readonly format: string | undefined;
  readonly onChange: (format: string | undefined) => void;
}

const ISO = 'iso';

export function DateFormat({ column, format, onChange }: Props) {
  const { say, day } = useLanguage();
  const now = format ?? '';
  const guesses = column.dates.some((g) => g.format === now)
    ? column.dates
    : [{ format: now, reads: 0, examples: [] }, ...column.dates];
  const chosen = guesses.find((g) => g.format === now);
  const unsure = now === '' && column.dates.length > 1 && chosen?.reads === 0;
  return (
    <Labelled label={say('web.import.date-format')}>
      <Choice
        label={say('web.import.date-format')}
        value={now || ISO}
        options={guesses.map((g) => ({
          id: g.format || ISO,
          label: g.format || say('web.import.date-iso'),
        }))}
        onChange={(id) => onChange(id === ISO ? undefined : id)}
      />
      {unsure ? (
        <p className="callout">{say('web.import.date-unsure')}</p>
      ) : (
        chosen?.examples.slice(0, 2).map(({ typed, from, to }) => (
          <p key={typed} className="soft">
            <bdi>{typed}</bdi> →{' '}
            {from === to ? day(to) : say('web.import.span', { from: day(from), to: day(to) })}
          </p>
        ))
      )}
    </Labelled>
  );
}
