/** Where the reader is: the programme, what kinds of record it has, and which day it is there. */
import { createContext, useContext } from 'react';
import type { CodeList, Me, OpenKind, Programme, Role } from '../../ask/answers.ts';

export interface Here {
  readonly programme: Programme;
  readonly programmes: readonly Programme[];
  readonly me: Me;
  readonly role: Role | null;
  /** of report, decide, rule, invite: what the reader may do here */
  readonly may: ReadonlySet<string>;
  readonly kinds: ReadonlyMap<string, OpenKind>;
  readonly lists: ReadonlyMap<string, CodeList>;
  /** today in the programme's time zone */
  readonly today: string;
}

const Current = createContext<Here | null>(null);
export const HereProvider = Current.Provider;

export function useHere(): Here {
  const here = useContext(Current);
  if (!here) throw new Error('no programme around this component');
  return here;
}

/** The day it is now in an IANA time zone, `YYYY-MM-DD`; in UTC where the browser doesn't know the zone. */
export function todayIn(zone: string, now: Date): string {
  const write = (timeZone: string) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
      now,
    );
  try {
    return write(zone);
  } catch {
    return write('UTC');
  }
}
