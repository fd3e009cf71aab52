/** How many records of each kind there are, so that nobody has to open forty lists to find the three that hold something. */
import { useQueries } from '@tanstack/react-query';
import { useHere } from '../screens/frame/here.tsx';
import { useAddress } from '../use-address.ts';
import { countQuestion } from './questions.ts';

/** By kind; null until all are counted. Asked for only when `wanted`: it is one small question for each kind. */
export function useKindCounts(wanted: boolean): ReadonlyMap<string, number> | null {
  const { programme, kinds } = useHere();
  const { at, known } = useAddress();
  const names = [...kinds.keys()];
  const answers = useQueries({
    queries: names.map((kind) => ({
      ...countQuestion(programme.id, kind, {}, { at, known }),
      enabled: wanted,
    })),
  });
  if (!wanted || answers.some((a) => a.data === undefined)) return null;
  return new Map(names.map((name, i) => [name, answers[i]?.data ?? 0]));
}
