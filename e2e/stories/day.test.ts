/**
 * An information officer's day in a real browser, on one Tilth with its samples: stories in which people report, review,
 * decide, import, export and send. They share the record in the order they stand here, as a day does.
 */
import { after, before, test } from 'node:test';
import { importsByTheWizard } from './import-wizard.ts';
import { mergesAndTakesBack, opensAttachments, settlesASize } from './item-page.ts';
import { worksWithLists } from './lists.ts';
import { reconcilesAList } from './reconcile-list.ts';
import { disputesASize, writesAReport } from './report-form.ts';
import { reportsAnAccident } from './report-parts.ts';
import { changesAfterNoAnswer } from './report-unanswered.ts';
import { reviewsManyByKeyboard } from './review-many.ts';
import { refusesAUsedLink, reviewsReports } from './review-reports.ts';
import { startsTheDay } from './today.ts';
import { nothingLeftTheMachine, openPlace } from './visitor.ts';
import { explainsAWeeklySheet, readsTheDashboard } from './weekly-sheet.ts';

let place: Awaited<ReturnType<typeof openPlace>>;

before(async () => {
  place = await openPlace();
});
after(() => place?.close());

// before the stories that send reports of their own: the samples are then what is oldest
test('who works in the programme begins with what has to be seen to today', () => startsTheDay(place));
test('a reviewer accepts a report and the map shows it at once, and sends another back with a reason', () =>
  reviewsReports(place));
test('a reviewer approves two hundred reports by keyboard and takes one back', () =>
  reviewsManyByKeyboard(place));
test('a sign-in link that was used is refused with a sentence', () => refusesAUsedLink(place));
test('a report begun in the browser outlives a crash of its tab, is sent once, and stands on the map as reported', () =>
  writesAReport(place));
test('an accident with two victims and a photo outlives a crash, goes out by itself, comes back and is corrected', () =>
  reportsAnAccident(place));
test('a report whose answer was lost is asked after before it changes, and counts once', () =>
  changesAfterNoAnswer(place));
test('a size on record is disputed by a new report, and both sizes stand on the board', () =>
  disputesASize(place));
for (const lang of ['en', 'ar'])
  test(`a size is found by its grid reference, disputed, settled on the board, and yesterday’s is printed (${lang})`, () =>
    settlesASize(place, lang));
test('two areas are made one and given back, from where it was done and from the history', () =>
  mergesAndTakesBack(place));
test('files that came with a report are looked at, and nothing in them is run', () =>
  opensAttachments(place));

test('a weekly sheet is issued, and next week each difference has its causes', () =>
  explainsAWeeklySheet(place));
test('a chart has its table, and a number of it opens the records behind it', () => readsTheDashboard(place));

test('a list is filtered, saved, opened from its address, exported in the background, and narrowed by ground', () =>
  worksWithLists(place));

test('a file of suspected areas becomes reports by the wizard, and its mapping is the command line’s too', () =>
  importsByTheWizard(place));
test('an operator’s list is held against the record, sent back as a sheet, and one row of it taken in', () =>
  reconcilesAList(place));

test('nothing left this machine, and nothing went wrong in the browser', () => nothingLeftTheMachine(place));
