/** The draft the address names, read from this machine or begun; every change of it is kept at once. */
import type { DraftReport } from '@tilth/domain/report/draft';
import { useCallback, useEffect, useRef, useState } from 'react';
import { blankDraft, type Draft, saysAnything } from '../../report/draft.ts';
import { keepDraft, onDraftsChange, readDraft } from '../../report/drafts.ts';
import { takesOver } from '../../report/follow.ts';
import { sendNow } from '../../report/outbox.ts';
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
  /** puts it on its way as it is now */
  readonly send: (sealed: DraftReport, digest: string) => Promise<void>;
  /** reads it from disk anew */
  readonly reread: () => Promise<void>;
  /** whether all that was typed is kept; null: this browser keeps nothing */
  readonly kept: boolean | null;
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
    const show = (found: Draft) => {
      if (!wanted) return;
      latest.current = found;
      setDraft(found);
    };
    const blank = () =>
      blankDraft({
        id,
        report: newId(),
        kind,
        item: about ?? newId(),
        about: about !== null,
        programme: programme.id,
        by,
        today,
        now: new Date().toISOString(),
      });
    const failed = () => {
      if (wanted) setKept(null);
    };
    readDraft(id).then(
      (found) => show(found?.draft.by === by ? found.draft : blank()),
      () => {
        failed();
        show(blank());
      },
    );
    const look = () => {
      readDraft(id).then((found) => {
        const mine = latest.current;
        if (found?.draft.by === by && mine && (mine.out !== null || takesOver(mine, found.draft)))
          show(found.draft);
      }, failed);
    };
    // while it is on its way it is the outbox that changes it, and another tab may have it open too
    const forget = onDraftsChange((changed, elsewhere) => {
      if (changed === id && (elsewhere || latest.current?.out)) look();
    });
    // a tab that slept was told nothing
    document.addEventListener('visibilitychange', look);
    return () => {
      wanted = false;
      forget();
      document.removeEventListener('visibilitychange', look);
    };
  }, [id, kind, about, by, programme.id, today]);

  const change = useCallback((next: (draft: Draft) => Draft) => {
    if (!latest.current || latest.current.out) return undefined;
    const now = { ...next(latest.current), refused: null, changed: new Date().toISOString() };
    latest.current = now;
    setDraft(now);
    setKept(false);
    writing.current = writing.current
      .then(() => (saysAnything(now) ? keepDraft(now) : undefined))
      .then(
        () => {
          if (latest.current === now) setKept(true);
        },
        () => setKept(null),
      );
    return now;
  }, []);

  const send = useCallback(async (sealed: DraftReport, digest: string) => {
    if (!latest.current) return;
    const out = { digest, since: new Date().toISOString(), state: 'queued' } as const;
    const now: Draft = { ...latest.current, out, refused: null };
    latest.current = now;
    setDraft(now);
    await writing.current;
    await keepDraft(now, sealed);
    sendNow();
  }, []);
  const reread = useCallback(async () => {
    const found = await readDraft(id);
    if (!found) return;
    latest.current = found.draft;
    setDraft(found.draft);
  }, [id]);
  return { draft, change, kept, send, reread };
}
