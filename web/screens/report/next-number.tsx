/** The local id the programme's pattern gives next, to be taken with one press; nothing where there is no pattern. */
import { useQuery } from '@tanstack/react-query';
import { nextNumberQuestion } from '../../ask/settings.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { useHere } from '../frame/here.tsx';

export function NextNumber({ kind, onTake }: { kind: string; onTake: (id: string) => void }) {
  const { say } = useLanguage();
  const { programme } = useHere();
  const { data } = useQuery(nextNumberQuestion(programme.id, kind));
  if (!data) return null;
  return <Button onPress={() => onTake(data)}>{say('web.form.next-number', { number: data })}</Button>;
}
