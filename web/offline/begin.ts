/** Has the browser keep the app's own files on this machine, for people who write reports: they may have to without a network. */
import { useEffect } from 'react';

async function begin(): Promise<void> {
  await navigator.serviceWorker.register('/offline.js', { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  // words of the reader's language, and whatever else stands on the page already
  active?.postMessage(performance.getEntriesByType('resource').map(({ name }) => name));
}

/** `wanted`: whether the reader may report. Only a built page has a worker to keep. */
export function useKeptShell(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    // after all that the page itself is loading
    const soon = setTimeout(
      () =>
        void begin().catch(() => {
          // a browser that keeps nothing needs the server to open the page, as before
        }),
      3000,
    );
    return () => clearTimeout(soon);
  }, [wanted]);
}
