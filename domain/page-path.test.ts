import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPagePath } from './page-path.ts';

test('the app opens at its own addresses, never at those of a protocol or a file', () => {
  for (const path of ['/', '/sign-in', '/report/new', '/tilesets']) assert.ok(isPagePath(path), path);
  for (const path of [
    '/api',
    '/api/me',
    '/ogc/collections',
    '/tiles/accident/1/1/1.mvt',
    '/basemaps',
    '/basemaps/towns',
    '/assets/x',
    '/openapi.json',
    '/healthz',
    '/mark.svg',
  ])
    assert.ok(!isPagePath(path), path);
});
