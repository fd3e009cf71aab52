/**
 * The tools of the app, each in a story of its own, and what holds of every screen. They take some minutes more than
 * `npm test` has: `npm test -- tools` runs them.
 */
import { after, before, test } from 'node:test';
import { hasNoBarriers } from './barriers.ts';
import { holdsOnEveryScreen } from './every-screen.ts';
import { mergesAndTakesBack, opensAttachments } from './item-page.ts';
import { worksWithLists } from './lists.ts';
import { choosesLayers, measures, printsASheet, selectsGround } from './map-work.ts';
import { asksNobodyElse } from './nothing-leaves.ts';
import { opensWithoutTheServer } from './opens-offline.ts';
import { usesOwnBasemap } from './own-basemap.ts';
import { setsItsOwn } from './own-settings.ts';
import { readsOurArticles } from './reading-room.ts';
import { changesAfterNoAnswer } from './report-unanswered.ts';
import { signsOutOfEveryTab } from './signs-out.ts';
import { nothingLeftTheMachine, openPlace } from './visitor.ts';
import { readsTheDashboard } from './weekly-sheet.ts';

let place: Awaited<ReturnType<typeof openPlace>>;

before(async () => {
  place = await openPlace();
});
after(() => place?.close());

test('what the map draws is chosen in its legend, and positions are read in the system one chose', () =>
  choosesLayers(place));
test('a distance and an area are measured on the map, by mouse and by keyboard', () => measures(place));
test('ground selected on the map tells what is on it and opens its list', () => selectsGround(place));
test('a basemap of one’s own is asked for pictures, and no other address is', () => usesOwnBasemap(place));
test('a map sheet is printed on one page with all that must be known to read it', () => printsASheet(place));
test('a report whose answer was lost is asked after before it changes, and counts once', () =>
  changesAfterNoAnswer(place));
test('without the server the page opens with the draft in it, and keeps nothing that is anybody’s', () =>
  opensWithoutTheServer(place));
test('signing out without the server takes what is personal out of every tab, and ends the session when it is back', () =>
  signsOutOfEveryTab(place));
test('two areas are made one and given back, from where it was done and from the history', () =>
  mergesAndTakesBack(place));
test('files that came with a report are looked at, and nothing in them is run', () =>
  opensAttachments(place));
test('a chart has its table, and a number of it opens the records behind it', () => readsTheDashboard(place));
test('a list is filtered, saved, opened from its address, exported in the background, and narrowed by ground', () =>
  worksWithLists(place));
test('every screen is free of barriers in each theme, works by keyboard alone, and holds text of twice the size', () =>
  holdsOnEveryScreen(place, true));
test('axe-core finds no barriers', () => hasNoBarriers(place));
test('an administrator adds a property and a code, and a collector finds them in form, list and export', () =>
  setsItsOwn(place));
test('no screen asks another machine for anything, and the policy of every answer forbids it', () =>
  asksNobodyElse(place));

test('two articles of ours on one decision are read, and the board shows where they differ', () =>
  readsOurArticles(place));

test('nothing left this machine, and nothing went wrong in the browser', () => nothingLeftTheMachine(place));
