import { figures } from '@tilth/domain/figures/figure';
import { useLanguage } from '../../language/language.tsx';
import { useHere } from '../frame/here.tsx';

/** What a breakdown of a figure is called: the property's name, or ours for those that are worked out. */
export function useBreakdowns(): (figure: string, by: string) => string {
  const { sayIf } = useLanguage();
  const { kinds } = useHere();
  return (figure, by) => {
    const kind = figures.find((f) => f.id === figure)?.kind;
    const name = (one: string) =>
      sayIf(`web.figure-by.${one.replaceAll('_', '-')}`) ??
      (kind === undefined ? undefined : kinds.get(kind)?.properties[one]?.label) ??
      one;
    return by.split('+').map(name).join(' · ');
  };
}
