/** The reading of one article on this machine: read from disk or begun, kept at every change, and every change undone. */
import type { Model } from '@tilth/domain/record/kind';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ArticlePage, markReading } from '../../ask/articles.ts';
import { useLanguage } from '../../language/language.tsx';
import { keepReading, readReading } from '../../reading/kept.ts';
import { beginReading, type Reading } from '../../reading/reading.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';

/** Changes that can be undone. */
const MOST = 200;

export interface Writing {
  readonly reading: Reading | null;
  readonly change: (next: (reading: Reading) => Reading) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
  /** it is on disk; null: this browser keeps nothing */
  readonly kept: boolean | null;
}

export function useReading(page: ArticlePage, model: Model): Writing {
  const { tag } = useLanguage();
  const { programme, me, today } = useHere();
  const [reading, setReading] = useState<Reading | null>(null);
  const [past, setPast] = useState<readonly Reading[]>([]);
  const [kept, setKept] = useState<boolean | null>(true);
  const latest = useRef<Reading | null>(null);
  const writing = useRef(Promise.resolve());
  const begun = useRef(false);
  const by = me.person?.id ?? '';
  const { id } = programme;

  useEffect(() => {
    let here = true;
    const begin = () => beginReading(page, model, { tag, today }, { programme: id, by, report: newId() });
    readReading({ article: page.digest, programme: id, by })
      .catch(() => null)
      .then((found) => {
        if (!here || latest.current) return;
        latest.current = found ?? begin();
        setReading(latest.current);
      });
    return () => {
      here = false;
    };
  }, [page, model, tag, today, id, by]);

  const put = useCallback((now: Reading) => {
    latest.current = now;
    setReading(now);
    setKept(false);
    writing.current = writing.current
      .then(() => keepReading(now))
      .then(
        () => {
          if (latest.current === now) setKept(true);
        },
        () => setKept(null),
      );
  }, []);

  const change = useCallback(
    (next: (reading: Reading) => Reading) => {
      const before = latest.current;
      if (before === null) return;
      const now = next(before);
      if (now === before) return;
      setPast((all) => [...all.slice(-MOST), before]);
      put(now);
      if (page.state === 'new' && !begun.current) {
        begun.current = true;
        // where nobody answers it is told with the report
        markReading(id, page.digest, 'reading').catch(() => {
          begun.current = false;
        });
      }
    },
    [put, page, id],
  );
  const undo = useCallback(() => {
    const before = past.at(-1);
    if (before === undefined || latest.current?.receipt) return;
    setPast(past.slice(0, -1));
    put(before);
  }, [past, put]);
  return { reading, change, undo, canUndo: past.length > 0 && !reading?.receipt, kept };
}
