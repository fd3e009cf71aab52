/**
 * What anybody sees in a real browser, on one Tilth with its samples, as a newcomer would start it, and what holds of every
 * screen. Each story is a file beside this one; what crossed the network and what went wrong is judged at the end.
 * Stories in which people work on the record: day.test.ts.
 */
import { after, before, test } from 'node:test';
import { holdsOnEveryScreen } from './every-screen.ts';
import { findsAndAsks } from './find-and-ask.ts';
import { goesByKeyboard } from './keyboard-only.ts';
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
test('released land is drawn in three patterns', () => readsReleases(place));
test('an area is found by its grid reference, its contradictions are read, and a letter says what a road passes', () =>
  findsAndAsks(place));
test('another day and another knowledge are said on every screen and kept in the address', () =>
  setsTheTwoTimes(place));
test('everything can be reached without a mouse', () => goesByKeyboard(place));
test('three sizes of screen, light and dark, in both directions', () => fitsEveryScreen(place));
test('personal values reach nobody who may not read them', () => keepsPersonalValues(place));

test('no screen holds a barrier that axe-core knows, or reaches beyond a telephone', () =>
  holdsOnEveryScreen(place, false));

test('nothing left this machine, and nothing went wrong in the browser', () => nothingLeftTheMachine(place));
