/** Every built-in kind, each with what every item has; and the built-in model, before a programme's own additions. */
import { accident } from './accident.ts';
import { accreditation } from './accreditation.ts';
import { activity } from './activity.ts';
import { aidPackage } from './aid-package.ts';
import { allegation } from './allegation.ts';
import { assistance } from './assistance.ts';
import { assurance } from './assurance.ts';
import { beneficiaryCount } from './beneficiary-count.ts';
import { codeLists } from './code-lists.ts';
import { completion } from './completion.ts';
import { contribution } from './contribution.ts';
import { eodTask } from './eod-task.ts';
import { eoreSession } from './eore-session.ts';
import { every, located } from './every.ts';
import { evidencePoint } from './evidence-point.ts';
import { find } from './find.ts';
import { handover } from './handover.ts';
import { hazardReport } from './hazard-report.ts';
import { hazardousArea } from './hazardous-area.ts';
import { inquiry } from './inquiry.ts';
import { issuedProduct } from './issued-product.ts';
import type { Kind, Model } from './kind.ts';
import { marking } from './marking.ts';
import { minefieldRecord } from './minefield-record.ts';
import { munitionModel } from './munition-model.ts';
import { nonconformity } from './nonconformity.ts';
import { organisation } from './organisation.ts';
import { place } from './place.ts';
import { policyAct } from './policy-act.ts';
import { population } from './population.ts';
import { publishedFigure } from './published-figure.ts';
import { qualityVisit } from './quality-visit.ts';
import { releasedLand } from './released-land.ts';
import { reportingDuty } from './reporting-duty.ts';
import { statement } from './statement.ts';
import { stockpile } from './stockpile.ts';
import { surveyResult } from './survey-result.ts';
import { task } from './task.ts';
import { team } from './team.ts';
import { transfer } from './transfer.ts';
import { treaty } from './treaty.ts';
import { treatyAct } from './treaty-act.ts';
import { treatyDecision } from './treaty-decision.ts';
import { use } from './use.ts';
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
  eodTask,
  task,
  marking,
  minefieldRecord,
  qualityVisit,
  nonconformity,
  accreditation,
  completion,
  handover,
  accident,
  victim,
  assistance,
  eoreSession,
  beneficiaryCount,
  organisation,
  team,
  place,
  population,
  contribution,
  reportingDuty,
  issuedProduct,
  munitionModel,
  transfer,
  aidPackage,
  policyAct,
  treaty,
  treatyAct,
  treatyDecision,
  assurance,
  use,
  allegation,
  inquiry,
  statement,
  publishedFigure,
  stockpile,
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
