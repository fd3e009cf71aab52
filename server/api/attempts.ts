/**
 * Counts attempts by address within a moving window, in memory: a link token can't be guessed, so this only keeps a
 * stranger from filling the log. What is forgotten at a restart does no harm.
 */
export function attemptsOf({ most, seconds }: { most: number; seconds: number }) {
  const seen = new Map<string, number[]>();
  return {
    /** Counts one attempt at `now` (seconds, any origin); 0 when it may go on, else the seconds to wait. */
    count(address: string, now: number): number {
      for (const [who, times] of seen) {
        if ((times.at(-1) ?? 0) <= now - seconds) seen.delete(who);
      }
      const recent = (seen.get(address) ?? []).filter((t) => t > now - seconds);
      const oldest = recent[0];
      if (recent.length >= most && oldest !== undefined)
        return Math.max(1, Math.ceil(oldest + seconds - now));
      seen.set(address, [...recent, now]);
      return 0;
    },
  };
}
