/**
 * The app as somebody has it in front of them: built from these sources into a directory of its own, served beside the
 * database by this process, opened in the browser of the stories (which draws without a graphics card).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '@tilth/e2e/browser';
import { serve } from '@tilth/server/serve';
import type { Browser, BrowserContext } from 'playwright-core';
import { build } from 'vite';
import type { Office } from '../office.ts';

export interface OpenApp {
  readonly browser: Browser;
  readonly url: string;
  /** a browser window that has never been here, signed in as the administrator of the bench's programme */
  readonly visitor: () => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

const WAIT = 120_000;

export async function openApp({ store, asker }: Office): Promise<OpenApp> {
  const { person } = asker;
  if (person === null) throw new Error('the bench has nobody to sign in');
  const webRoot = await mkdtemp(join(tmpdir(), 'tilth-bench-web-'));
  const configFile = fileURLToPath(new URL('../../web/vite.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'error', build: { outDir: webRoot } });
  const server = await serve(store, { host: '127.0.0.1', port: 0, webRoot });
  const browser = await openBrowser();
  return {
    browser,
    url: server.url,
    async visitor() {
      const context = await browser.newContext({
        baseURL: server.url,
        viewport: { width: 1440, height: 900 },
        locale: 'en-GB',
      });
      context.setDefaultTimeout(WAIT);
      context.setDefaultNavigationTimeout(WAIT);
      // signed in without opening a page: nothing of the app is in the browser's memory yet
      const token = await store.makeSignInLink(person);
      const answer = await context.request.post('/api/session', {
        data: { token },
        headers: { origin: server.url },
      });
      if (!answer.ok()) throw new Error(`signing in: ${answer.status()}`);
      return context;
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(webRoot, { recursive: true, force: true });
    },
  };
}
