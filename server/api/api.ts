/** All addresses under /api, one line a file. */
import type { App, Context } from '../route.ts';
import { addAroundItem } from './around-item.ts';
import { addCaptures } from './captures.ts';
import { addDisputes } from './disputes.ts';
import { addEntries } from './entries.ts';
import { addExport } from './export.ts';
import { addFigures } from './figures.ts';
import { addInside } from './inside.ts';
import { addItem } from './item.ts';
import { addKinds } from './kinds.ts';
import { addList } from './list.ts';
import { addMe } from './me.ts';
import { addNear } from './near.ts';
import { addPeople } from './people.ts';
import { addPreview } from './preview.ts';
import { addProgrammes } from './programmes.ts';
import { addQueue } from './queue.ts';
import { addReport } from './report.ts';
import { addSearch } from './search.ts';
import { addSession } from './session.ts';
import { addSettings } from './settings.ts';
import { addToday } from './today.ts';

export function addApi(app: App, context: Context): void {
  addMe(app, context);
  addSession(app, context);
  addPeople(app, context);
  addSettings(app, context);
  addProgrammes(app, context);
  addKinds(app, context);
  addFigures(app, context);
  addQueue(app, context);
  addDisputes(app, context);
  addToday(app, context);
  addSearch(app, context);
  addNear(app, context);
  addInside(app, context);
  addEntries(app, context);
  addPreview(app, context);
  addReport(app, context);
  addCaptures(app, context);
  addExport(app, context);
  addList(app, context);
  addItem(app, context);
  addAroundItem(app, context);
}
