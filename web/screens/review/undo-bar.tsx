/** What was decided last, and the way back: a decision of its own that takes it back. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { withdraw } from '../../ask/queue.ts';
import { useLanguage } from '../../language/language.tsx';
import { Button } from '../../ui/button.tsx';
import { sentenceOf } from '../../ui/message.tsx';
import { useHere } from '../frame/here.tsx';
import { forget, useDone } from './done.ts';

/** Takes back the last decision made in this programme; null when there is none. */
export function useUndo() {
  const { say } = useLanguage();
  const { programme } = useHere();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const last = useDone().done.findLast((d) => d.programme === programme.id) ?? null;
  const undo = async () => {
    if (last === null || busy) return;
    setBusy(true);
    setFault(null);
    try {
      await withdraw(programme.id, last.decisions, say('web.review.undo-reason'));
      forget(last);
      await client.invalidateQueries({
        predicate: (q) => q.queryKey[0] !== 'kinds' && q.queryKey[0] !== 'me',
      });
    } catch (error) {
      setFault(error);
    }
    setBusy(false);
  };
  return { last, undo, busy, fault };
}

export function UndoBar({ undo: { last, undo, busy, fault } }: { undo: ReturnType<typeof useUndo> }) {
  const language = useLanguage();
  const { say } = language;
  return (
    <div className="undo" role="status">
      {last && (
        <>
          <span>{say(`web.review.did-${last.verdict}`, { n: last.reports })}</span>
          <Button tone="plain" isDisabled={busy} onPress={undo}>
            {say('web.review.undo')}
          </Button>
        </>
      )}
      {fault !== null && <span className="callout">{sentenceOf(fault, language)}</span>}
    </div>
  );
}
