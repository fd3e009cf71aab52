/** What is wrong with a file, named. */
import { type Problem, problem, Refusal } from '@tilth/domain/problem';

/** Problems `file-missing`, `file-unreadable`. */
export function unreadable(file: string, error: unknown): Problem {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return problem('file-missing', { file });
  return problem('file-unreadable', { file, why: error instanceof Error ? error.message : String(error) });
}

/** Does `work`; a refusal of it names the file, whoever found what is wrong. */
export async function namingFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, facts } = error.problem;
    throw new Refusal({ code, facts: { ...facts, file } }, { cause: error });
  }
}
