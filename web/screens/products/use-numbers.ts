/** How figures and the keys of their cells are written: m² or counts, with their range; months by name. */
import { offered } from '@tilth/domain/figures/figure';
import { useLanguage } from '../../language/language.tsx';

interface Counted {
  readonly value: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

export function useNumbers() {
  const { say, number, exactArea, tag, direction } = useLanguage();
  const plain = (n: number, figure: string) =>
    offered.find((f) => f.id === figure)?.unit === 'm2' ? exactArea(n) : number(n);
  const months = new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const one = (key: string, labels: Readonly<Record<string, string>> | undefined) =>
    labels?.[key] ?? (/^\d{4}-\d{2}$/.test(key) ? months.format(Date.parse(`${key}-01T00:00:00Z`)) : key);
  return {
    plain,
    /** with sign, for differences */
    signed: (n: number, figure: string) => {
      const text = `${n > 0 ? '+' : '−'}${plain(Math.abs(n), figure)}`;
      // a sign stands before its number, also in a line from right to left
      return direction === 'rtl' ? `\u2066${text}\u2069` : text;
    },
    textOf: ({ value, least, most }: Counted, figure: string) => {
      if (value === null) return say('web.products.kept-small');
      if (least === null || most === null || least === most) return plain(value, figure);
      return say('web.products.range', {
        value: plain(value, figure),
        least: plain(least, figure),
        most: plain(most, figure),
      });
    },
    keyOf: (key: string, labels?: Readonly<Record<string, string>>) =>
      labels?.[key] ??
      key
        .split('/')
        .map((part) => one(part, labels))
        .join(' · '),
  };
}
