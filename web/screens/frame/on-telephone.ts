/** Which screens stand in the bar of a telephone: the few that are opened most, and never so many that it has to be scrolled. */
import type { ScreenId } from '../../address.ts';

const OFTENEST: readonly ScreenId[] = ['today', 'map', 'report', 'place', 'dashboards', 'treaties'];
/** Beside “More”: five columns of a narrow telephone still hold their words. */
const MOST = 4;

/** Those of `open` that the bar shows; all of them where “More” would hide but one. */
export function onTelephone(open: readonly ScreenId[]): readonly ScreenId[] {
  if (open.length <= MOST + 1) return open;
  return OFTENEST.filter((id) => open.includes(id)).slice(0, MOST);
}
