/**
 * Before the stories (`--test-global-setup`): the sample programmes are made once, as a newcomer's first start makes them,
 * and each file of stories begins on a copy. Making them takes half a minute, copying a second.
 */
import { rm } from 'node:fs/promises';
import { startTilth } from './server.ts';

let data: string | undefined;

export async function globalSetup(): Promise<void> {
  const tilth = await startTilth();
  await tilth.end();
  data = tilth.data;
  process.env.TILTH_SAMPLES = data;
}

export async function globalTeardown(): Promise<void> {
  if (data !== undefined) await rm(data, { recursive: true, force: true });
}
