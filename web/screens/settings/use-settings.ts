/**
 * Reads what is set, and sets it: each change is an entry of the log with its author, its reason and what it came after.
 * The last change can be undone by a further entry, for as long as the screen stands.
 */

import { useQueryClient } from '@tanstack/react-query';
import type { Rule } from '@tilth/domain/report/entry';
import { createContext, useContext, useRef, useState } from 'react';
import { type Ruled, type Settings, sendRule } from '../../ask/settings.ts';
import { useHere } from '../frame/here.tsx';
import { newId } from '../report/new-id.ts';
import { headsOn, type Sets } from './heads.ts';

export interface Change {
  readonly sets: Sets;
  readonly key: string;
  /** null takes it back */
  readonly value: unknown;
  readonly reason: string;
}

export interface Setting {
  readonly rules: readonly Ruled[];
  readonly people: Settings['people'];
  /** true when it is on record */
  readonly set: (change: Change) => Promise<boolean>;
  readonly undo: (reason: string) => Promise<boolean>;
  /** what was set last, and what it was before */
  readonly last: { readonly change: Change; readonly before: unknown } | null;
  readonly busy: boolean;
  readonly fault: unknown;
}

const Current = createContext<Setting | null>(null);
export const SettingProvider = Current.Provider;

export function useSetting(): Setting {
  const setting = useContext(Current);
  if (!setting) throw new Error('no settings around this component');
  return setting;
}

export function useSettingOf({ rules, people }: Settings): Setting {
  const { me, programme } = useHere();
  const client = useQueryClient();
  const [last, setLast] = useState<Setting['last']>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  // the same change sent again after a lost answer is the same entry
  const sending = useRef<Rule | null>(null);

  const set = async (change: Change) => {
    if (busy || me.person === null) return false;
    setBusy(true);
    setFault(null);
    const heads = headsOn(rules, change.sets, change.key);
    const before = sending.current;
    const same = before !== null && JSON.stringify(partsOf(before)) === JSON.stringify(partsOf(change));
    const rule: Rule = same
      ? before
      : {
          type: 'rule',
          id: newId(),
          programme: programme.id,
          by: me.person.id,
          written: new Date().toISOString(),
          after: heads.map((h) => h.ref),
          ...partsOf(change),
        };
    sending.current = rule;
    try {
      await sendRule(rule);
      sending.current = null;
      await Promise.all([['settings'], ['kinds']].map((queryKey) => client.invalidateQueries({ queryKey })));
      setLast({ change, before: heads[0]?.rule.value ?? null });
      // what is set shows in lists, figures and the map too: asked for again where one goes there
      client.invalidateQueries({
        predicate: ({ queryKey: [topic] }) => !['me', 'settings', 'kinds'].includes(String(topic)),
      });
      return true;
    } catch (error) {
      setFault(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const undo = async (reason: string) => {
    if (last === null) return false;
    const done = await set({ ...last.change, value: last.before, reason });
    if (done) setLast(null);
    return done;
  };
  return { rules, people, set, undo, last, busy, fault };
}

function partsOf({ sets, key, value, reason }: Change): Change {
  return { sets, key, value, reason };
}
