/** The commands, in the order of the help. `serve` is not among them: it holds the data, the others use it. */
import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { evidenceAdd } from './commands/evidence-add.ts';
import { evidenceCheck } from './commands/evidence-check.ts';
import { evidenceList } from './commands/evidence-list.ts';
import { evidenceScore } from './commands/evidence-score.ts';
import { evidenceSuggest } from './commands/evidence-suggest.ts';
import { evidenceText } from './commands/evidence-text.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { personAdd } from './commands/person-add.ts';
import { programmeAdd } from './commands/programme-add.ts';
import { rebuild } from './commands/rebuild.ts';
import { restore } from './commands/restore.ts';
import { show } from './commands/show.ts';
import { signIn } from './commands/sign-in.ts';
import { treatyStatus } from './commands/treaty-status.ts';
import { verify } from './commands/verify.ts';

export const commands: readonly Command[] = [
  importCommand,
  exportCommand,
  show,
  treatyStatus,
  verify,
  rebuild,
  backup,
  restore,
  programmeAdd,
  personAdd,
  signIn,
  evidenceAdd,
  evidenceSuggest,
  evidenceScore,
  evidenceText,
  evidenceList,
  evidenceCheck,
];
