/**
 * An information officer's day in a real browser, on one Tilth with its samples: stories in which people report, review,
 * decide, import, export and send. They share the record in the order they stand here, as a day does.
 */
import { after, before, test } from 'node:test';
import { importsByTheWizard } from './import-wizard.ts';
import { settlesASize } from './item-page.ts';
import { weighsPromises } from './promises.ts';
import { readsTwoArticles } from './reading-room.ts';
import { reconcilesAList } from './reconcile-list.ts';
import { disputesASize, writesAReport } from './report-form.ts';
import { reportsAnAccident } from './report-parts.ts';
import { reviewsManyByKeyboard } from './review-many.ts';
import { refusesAUsedLink, reviewsReports } from './review-reports.ts';
import { startsTheDay } from './today.ts';
import { readsTreaties } from './treaties.ts';
import { nothingLeftTheMachine, openPlace } from './visitor.ts';
import { explainsAWeeklySheet } from './weekly-sheet.ts';

let place: Awaited<ReturnType<typeof openPlace>>;

before(async () => {
  place = await openPlace();
});
after(() => place?.close());

// before the stories that send reports of their own: the samples are then what is oldest
test('who works in the programme begins with what has to be seen to today', () => startsTheDay(place));
test('what a promise is worth is read with who made it, and what was known on two days of a decision', () =>
  weighsPromises(place));
test('a reviewer accepts a report and the map shows it at once, and sends another back with a reason', () =>
  reviewsReports(place));
test('a reviewer approves two hundred reports by keyboard and takes one back', () =>
  reviewsManyByKeyboard(place));
test('a sign-in link that was used is refused with a sentence', () => refusesAUsedLink(place));
test('a report begun in the browser outlives a crash of its tab, is sent once, and stands on the map as reported', () =>
  writesAReport(place));
test('an accident with two victims and a photo outlives a crash, goes out by itself, comes back and is corrected', () =>
  reportsAnAccident(place));
test('a size on record is disputed by a new report, and both sizes stand on the board', () =>
  disputesASize(place));
for (const lang of ['en', 'ar'])
  test(`a size is found by its grid reference, disputed, settled on the board, and yesterday’s is printed (${lang})`, () =>
    settlesASize(place, lang));

test('a weekly sheet is issued, and next week each difference has its causes', () =>
  explainsAWeeklySheet(place));

test('a file of suspected areas becomes reports by the wizard, and its mapping is the command line’s too', () =>
  importsByTheWizard(place));

test('an operator’s list is held against the record, sent back as a sheet, and one row of it taken in', () =>
  reconcilesAList(place));

test('a list of parties is loaded, and what states are to a treaty is read with who tells each day', () =>
  readsTreaties(place));

test('two articles on one decision are read claim by claim, and the board shows where they differ', () =>
  readsTwoArticles(place));

test('nothing left this machine, and nothing went wrong in the browser', () => nothingLeftTheMachine(place));
