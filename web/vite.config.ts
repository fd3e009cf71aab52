/**
 * Builds the app into web/dist, from which the server serves it. Nothing is inlined as a data address and no worker is
 * made from a blob, so that the page stands under a strict Content-Security-Policy. `npm run dev -w web` passes requests
 * for data on to a running server (TILTH_PORT, 7171 unless set).
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './compress.ts';
import { offlineFiles, WORKER } from './offline-files.ts';

const server = `http://127.0.0.1:${process.env.TILTH_PORT ?? '7171'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), offlineFiles(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // light-dark() and :dir() as they are: written out for older browsers, directions go by language and fail
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // the map library is one file, loaded after the page stands
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      input: { index: 'index.html', offline: 'offline/worker.ts' },
      output: {
        // a service worker answers for its own folder and those below, and is asked for anew under one name
        entryFileNames: ({ name }) => (name === 'offline' ? WORKER : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': server, '/tiles': server, '/ogc': server } },
});
