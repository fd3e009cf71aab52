/**
 * Before the tests of a shelf (`--test-global-setup`): one PostgreSQL cluster for all their files. Making one takes two
 * seconds of a processor, a database in it a tenth.
 */
import { makeCopied, removeDatabases } from './databases.testing.ts';

export async function globalSetup(): Promise<void> {
  process.env.TILTH_TEST_CLUSTER = await makeCopied();
}

export async function globalTeardown(): Promise<void> {
  await removeDatabases();
}
