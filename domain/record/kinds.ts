/** Every built-in kind, each with what every item has; and the built-in model, before a programme's own additions. */
import { accident } from './accident.ts';
import { activity } from './activity.ts';
import { codeLists } from './code-lists.ts';
import { eoreSession } from './eore-session.ts';
import { every, located } from './every.ts';
import { evidencePoint } from './evidence-point.ts';
import { find } from './find.ts';
import { hazardReport } from './hazard-report.ts';
import { hazardousArea } from './hazardous-area.ts';
import type { Kind, Model } from './kind.ts';
import { organisation } from './organisation.ts';
import { place } from './place.ts';
import { releasedLand } from './released-land.ts';
import { surveyResult } from './survey-result.ts';
import { task } from './task.ts';
import { victim } from './victim.ts';

/** As written in their files, in the order of the documentation. */
const written: readonly Kind[] = [
  hazardousArea,
  hazardReport,
  evidencePoint,
  surveyResult,
  activity,
  releasedLand,
  find,
  task,
  accident,
  victim,
  eoreSession,
  organisation,
  place,
];

/** The kind with the properties every item has; its own win over them. */
function complete(kind: Kind): Kind {
  const common = kind.place === undefined ? every : { ...every, ...located };
  return { ...kind, properties: { ...common, ...kind.properties } };
}

/** Kinds and code lists as they stand in this version, without any programme's own. */
export const builtIn: Model = {
  kinds: new Map(written.map((k) => [k.name, complete(k)])),
  lists: new Map(codeLists.map((l) => [l.name, l])),
};
