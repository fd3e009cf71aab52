/** Debian's Chromium, headless, with software rendering so that the map draws without a graphics card. */
import { type Browser, chromium } from 'playwright-core';

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.TILTH_CHROMIUM || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      // Debian asks for the first; to draw the page by a graphics card that is none, and to put its window together so, takes
      // both cores. As on a machine without one, only the map is drawn by WebGL
      '--disable-gpu-rasterization',
      '--disable-gpu-compositing',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
