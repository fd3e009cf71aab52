/** The draft the address names, read from this machine or begun; every change of it is kept at once. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { blankDraft, type Draft, saysAnything } from '../../report/draft.ts';
import { draftsOf, keepDraft } from '../../report/drafts.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from './new-id.ts';

export interface Wanted {
  readonly id: string;
  readonly kind: string;
  /** the item on record that it speaks of; null: a new one */
  readonly about: string | null;
}

export interface Writing {
  /** undefined while it is looked for */
  readonly draft: Draft | undefined;
  readonly change: (next: (draft: Draft) => Draft) => Draft | undefined;
  /** whether all that was typed is kept; null: this browser keeps nothing */
  readonly kept: boolean | null;
  /** resolves when everything so far is on disk */
  readonly settled: () => Promise<void>;
}

export function useDraft({ id, kind, about }: Wanted): Writing {
  const { me, programme, today } = useHere();
  const by = me.person?.id ?? '';
  const [draft, setDraft] = useState<Draft>();
  const [kept, setKept] = useState<boolean | null>(true);
  const latest = useRef<Draft>(undefined);
  const writing = useRef(Promise.resolve());

  useEffect(() => {
    let wanted = true;
    const begin = (found: Draft | undefined) => {
      if (!wanted) return;
      latest.current = found ?? {
        ...blankDraft({
          id,
          kind,
          item: about ?? newId(),
          about: about !== null,
          programme: programme.id,
          by,
          today,
          now: new Date().toISOString(),
        }),
      };
      setDraft(latest.current);
    };
    draftsOf(by, programme.id).then(
      (all) => begin(all.find((d) => d.id === id)),
      () => {
        setKept(null);
        begin(undefined);
      },
    );
    return () => {
      wanted = false;
    };
  }, [id, kind, about, by, programme.id, today]);

  const change = useCallback((next: (draft: Draft) => Draft) => {
    if (!latest.current) return undefined;
    const now = { ...next(latest.current), changed: new Date().toISOString() };
    latest.current = now;
    setDraft(now);
    setKept(false);
    writing.current = writing.current
      .then(() => (saysAnything(now) || now.receipt !== null ? keepDraft(now) : undefined))
      .then(
        () => {
          if (latest.current === now) setKept(true);
        },
        () => setKept(null),
      );
    return now;
  }, []);
  const settled = useCallback(() => writing.current, []);
  return { draft, change, kept, settled };
}
