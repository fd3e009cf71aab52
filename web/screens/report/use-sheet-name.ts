/** What a part of the report is called: its kind, numbered where there are several. Never anything personal. */
import { useLanguage } from '../../language/language.tsx';
import { type Draft, sheetsOf } from '../../report/draft.ts';
import { useHere } from '../frame/here.tsx';

export function useSheetName(draft: Draft): (n: number) => string {
  const { say } = useLanguage();
  const { kinds } = useHere();
  return (n) => {
    const all = sheetsOf(draft);
    const kind = all[n]?.kind ?? '';
    const label = kinds.get(kind)?.label ?? kind;
    if (n === 0) return label;
    const before = all.slice(1, n + 1).filter((s) => s.kind === kind).length;
    return say('web.form.part', { kind: label, n: before });
  };
}
