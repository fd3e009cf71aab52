/** What the tests need beside npm packages: PostgreSQL with PostGIS, a Chromium, fonts for the scripts on our screens. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';

interface Need {
  readonly what: string;
  readonly packages: readonly string[];
  readonly there: () => boolean;
}

const needs: readonly Need[] = [
  {
    what: 'PostgreSQL 15 or newer with PostGIS 3.3 or newer',
    packages: ['postgresql-15-postgis-3'],
    there: () => globSync('/usr/share/postgresql/*/extension/postgis.control').length > 0,
  },
  { what: 'Chromium', packages: ['chromium'], there: () => existsSync('/usr/bin/chromium') },
  { what: 'ogr2ogr (GDAL)', packages: ['gdal-bin'], there: () => existsSync('/usr/bin/ogr2ogr') },
  {
    what: 'Noto fonts (Latin, Cyrillic, Arabic)',
    packages: ['fonts-noto-core'],
    there: () => globSync('/usr/share/fonts/truetype/noto/NotoSansArabic*').length > 0,
  },
];

/** Installs what is missing when it may (root on Debian); else says what is missing and ends the run with status 2. */
export async function prepareMachine(): Promise<void> {
  const missing = needs.filter((need) => !need.there());
  if (missing.length === 0) return;
  const packages = missing.flatMap((need) => need.packages);
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (mayInstall) {
    process.stdout.write(`Installing ${packages.join(', ')} …\n`);
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0;
    if (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages)) return;
  }
  process.stderr.write(
    `The tests need: ${missing.map((n) => n.what).join('; ')}.\nOn Debian: apt-get install ${packages.join(' ')}\n`,
  );
  process.exit(2);
}
