/** The table under a chart: the same numbers, each with the list behind it. */
import type { SheetLine } from '../../ask/products.ts';
import { useLanguage } from '../../language/language.tsx';
import { PlaceLink } from '../../ui/place-link.tsx';
import { useNumbers } from '../products/use-numbers.ts';
import type { Behind } from './bars.ts';

interface Props {
  readonly line: SheetLine;
  readonly behind: (key: string | null) => Behind | null;
}

export function FigureTable({ line, behind }: Props) {
  const { say } = useLanguage();
  const { textOf, keyOf } = useNumbers();
  const numberOf = (counts: Pick<SheetLine, 'value' | 'least' | 'most'>, key: string | null) => {
    const list = behind(key);
    const text = textOf(counts, line.figure);
    return list === null ? (
      text
    ) : (
      <PlaceLink
        to={{
          screen: 'map',
          own: {},
          show: 'list',
          kind: list.kind,
          filter: list.filter,
          item: null,
          narrow: 'side',
        }}
      >
        {text}
      </PlaceLink>
    );
  };
  return (
    <table className="issued-figures">
      <thead>
        <tr>
          <th scope="col">{line.by_title ?? say('web.products.figure')}</th>
          <th scope="col">{line.title}</th>
        </tr>
      </thead>
      <tbody>
        {line.cells.map((cell) => (
          <tr key={cell.key}>
            <th scope="row">{keyOf(cell.key, line.labels)}</th>
            <td>{numberOf(cell, cell.key)}</td>
          </tr>
        ))}
        {line.figure !== 'beneficiaries' && (
          <tr className="issued-total">
            <th scope="row">{say('web.products.all')}</th>
            <td>{numberOf(line, null)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
