/** Days in a programme's time zone. */

/** The calendar day, `YYYY-MM-DD`, that it is in `zone` (IANA name) at the instant. */
export function dayIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
}
