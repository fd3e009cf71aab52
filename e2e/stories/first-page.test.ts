/**
 * The first page in a real browser, on one Tilth with its samples, as a newcomer would start it. Each story is a file
 * beside this one; what crossed the network and what went wrong in all of them is judged at the end.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from '../browser.ts';
import { startTilth } from '../server.ts';
import { hasNoBarriers } from './barriers.ts';
import { findsAndAsks } from './find-and-ask.ts';
import { goesByKeyboard } from './keyboard-only.ts';
import { keepsPersonalValues } from './personal-values.ts';
import { readsReleases, readsTheMap, readsWhoSaidIt } from './read-the-map.ts';
import { disputesASize, writesAReport } from './report-form.ts';
import { reviewsManyByKeyboard } from './review-many.ts';
import { refusesAUsedLink, reviewsReports } from './review-reports.ts';
import { fitsEveryScreen } from './screen-sizes.ts';
import { startsTheDay } from './today.ts';
import { setsTheTwoTimes } from './two-times.ts';
import type { Place } from './visitor.ts';

let place: Place;

before(async () => {
  const [tilth, browser] = await Promise.all([startTilth(), openBrowser()]);
  place = { tilth, browser, heard: [] };
});

after(async () => {
  await place.browser.close();
  await place.tilth.stop();
});

test('anybody sees suspected and confirmed areas on the map, and that absence of a record is no evidence', () =>
  readsTheMap(place));
test('anybody reads who said a size and when, and both sizes where two disagree', () =>
  readsWhoSaidIt(place));
test('released land is drawn in three patterns', () => readsReleases(place));
test('an area is found by its grid reference, its contradictions are read, and a letter says what a road passes', () =>
  findsAndAsks(place));
test('another day and another knowledge are said on every screen and kept in the address', () =>
  setsTheTwoTimes(place));
// before the stories that send reports of their own: the samples are then what is oldest
test('who works in the programme begins with what has to be seen to today', () => startsTheDay(place));
test('a reviewer accepts a report and the map shows it at once, and sends another back with a reason', () =>
  reviewsReports(place));
test('a reviewer approves two hundred reports by keyboard and takes one back', () =>
  reviewsManyByKeyboard(place));
test('a sign-in link that was used is refused with a sentence', () => refusesAUsedLink(place));
test('everything can be reached without a mouse', () => goesByKeyboard(place));
test('three sizes of screen, light and dark, in both directions', () => fitsEveryScreen(place));
test('axe-core finds no barriers', () => hasNoBarriers(place));
test('personal values reach nobody who may not read them', () => keepsPersonalValues(place));

test('a report begun in the browser outlives a crash of its tab, is sent once, and stands on the map as reported', () =>
  writesAReport(place));
test('a size on record is disputed by a new report, and both sizes stand on the board', () =>
  disputesASize(place));

test('nothing left this machine, and nothing went wrong in the browser', () => {
  const requests = place.heard.flatMap((h) => h.heard.requests);
  assert.ok(requests.length > 100);
  const elsewhere = requests.filter(
    (url) => !['data:', 'blob:'].includes(new URL(url).protocol) && new URL(url).origin !== place.tilth.url,
  );
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(
    place.heard.flatMap((h) => h.heard.faults),
    [],
  );
});
