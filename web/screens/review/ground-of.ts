/** Where on the map a report under review lies: the land it speaks of, else where its records are drawn. */
import type { Geometry, Report } from '@tilth/domain/report/entry';
import type { WouldBe } from '@tilth/domain/report/queue';

/** The land that a report speaks of itself. */
export function landOf(report: Pick<Report, 'claims'>): readonly Geometry[] {
  return report.claims.flatMap(({ value }) =>
    value.type === 'geometry' ? [value.geometry] : value.type === 'release' ? [value.land] : [],
  );
}

/** What the map is to show of a report; null: nothing of it has a place, or it is not known yet. */
export function groundOf(report: Pick<Report, 'claims'>, change: WouldBe | undefined): Geometry | null {
  const [spoken] = landOf(report);
  if (spoken !== undefined) return spoken;
  const drawn = change?.items.map(({ before }) => before?.drawing?.geometry ?? null);
  return drawn?.find((geometry) => geometry !== null) ?? null;
}
