/** Every built-in code list, by name. They stand by topic in the lists-… files. */
import type { CodeList } from './kind.ts';
import { accountabilityLists } from './lists-accountability.ts';
import { activityLists } from './lists-activity.ts';
import { countryLists } from './lists-countries.ts';
import { informationLists } from './lists-information.ts';
import { landLists } from './lists-land.ts';
import { ordnanceLists } from './lists-ordnance.ts';
import { peopleLists } from './lists-people.ts';

export const codeLists: readonly CodeList[] = [
  ...landLists,
  ...ordnanceLists,
  ...activityLists,
  ...peopleLists,
  ...accountabilityLists,
  ...informationLists,
  ...countryLists,
];
