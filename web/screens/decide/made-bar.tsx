/** What was decided last, under which receipt, and the way back: a decision of its own. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { takeBack } from '../../ask/decide.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';
import { noteMade, useMade } from './made.ts';
import { askAnew } from './moved.ts';

export function MadeBar() {
  const language = useLanguage();
  const { say } = language;
  const { programme } = useHere();
  const made = useMade();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the form it was decided in is gone, and the focus with it
    if (made && document.activeElement === document.body) bar.current?.querySelector('button')?.focus();
  }, [made]);
  if (made?.programme !== programme.id) return <div role="status" />;
  const undo = async () => {
    setBusy(true);
    setFault(null);
    try {
      await takeBack(programme.id, made.decisions, say('web.review.undo-reason'));
      noteMade(null);
      await askAnew(client);
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  return (
    <div className="made" role="status" data-testid="made" ref={bar}>
      <span>{say(`web.decide.made-${made.what}`, { number: made.number })}</span>{' '}
      <Button tone="plain" isDisabled={busy} onPress={undo} data-testid="undo">
        {say('web.review.undo')}
      </Button>
      <Button tone="plain" icon="close" label={say('web.close')} onPress={() => noteMade(null)} />
      {fault !== null && (
        <p className="callout" role="alert">
          {sentenceOf(fault, language)}
        </p>
      )}
    </div>
  );
}
