/**
 * What anybody sees in a real browser, on one Tilth with its samples, as a newcomer would start it, and what holds of every
 * screen. Each story is a file beside this one; what crossed the network and what went wrong is judged at the end.
 * Stories in which people work on the record: day.test.ts.
 */
import { after, before, test } from 'node:test';
import { hasNoBarriers } from './barriers.ts';
import { findsAndAsks } from './find-and-ask.ts';
import { goesByKeyboard } from './keyboard-only.ts';
import { choosesLayers, measures, printsASheet, selectsGround } from './map-work.ts';
import { asksNobodyElse } from './nothing-leaves.ts';
import { usesOwnBasemap } from './own-basemap.ts';
import { setsItsOwn } from './own-settings.ts';
import { keepsPersonalValues } from './personal-values.ts';
import { readsReleases, readsTheMap, readsWhoSaidIt } from './read-the-map.ts';
import { fitsEveryScreen } from './screen-sizes.ts';
import { setsTheTwoTimes } from './two-times.ts';
import { nothingLeftTheMachine, openPlace } from './visitor.ts';

let place: Awaited<ReturnType<typeof openPlace>>;

before(async () => {
  place = await openPlace();
});
after(() => place?.close());

test('anybody sees suspected and confirmed areas on the map, and that absence of a record is no evidence', () =>
  readsTheMap(place));
test('anybody reads who said a size and when, and both sizes where two disagree', () =>
  readsWhoSaidIt(place));
test('what the map draws is chosen in its legend, and positions are read in the system one chose', () =>
  choosesLayers(place));
test('a distance and an area are measured on the map, by mouse and by keyboard', () => measures(place));
test('ground selected on the map tells what is on it and opens its list', () => selectsGround(place));
test('a basemap of one’s own is asked for pictures, and no other address is', () => usesOwnBasemap(place));
test('a map sheet is printed on one page with all that must be known to read it', () => printsASheet(place));
test('released land is drawn in three patterns', () => readsReleases(place));
test('an area is found by its grid reference, its contradictions are read, and a letter says what a road passes', () =>
  findsAndAsks(place));
test('another day and another knowledge are said on every screen and kept in the address', () =>
  setsTheTwoTimes(place));
test('everything can be reached without a mouse', () => goesByKeyboard(place));
test('three sizes of screen, light and dark, in both directions', () => fitsEveryScreen(place));
test('axe-core finds no barriers', () => hasNoBarriers(place));
test('personal values reach nobody who may not read them', () => keepsPersonalValues(place));

test('an administrator adds a property and a code, and a collector finds them in form, list and export', () =>
  setsItsOwn(place));

test('no screen asks another machine for anything, and the policy of every answer forbids it', () =>
  asksNobodyElse(place));

test('nothing left this machine, and nothing went wrong in the browser', () => nothingLeftTheMachine(place));
