// The config that is in force when there is no file. Plain data, so that the hook loads nothing more.

import { MARKERS } from '../markers.js';
import type { Config } from './schema.js';

/** The names of all inline comments that allow a finding; all count unless the config says otherwise. */
export const markerNames: readonly string[] = MARKERS.map(marker => marker.name);

/** The config without a file. */
export const defaultConfig: Config = {
  rules: { disable: [], severity: {}, custom: [] },
  allow: { paths: [], markers: [...markerNames] },
  exclude: [],
  env: { names: [], exclude: [], variables: [] },
  publishable: false,
  ignoreFile: '.leakgateignore',
  incident: {
    clocks: { contain: 1, rotate: 24, invalidate: 24, audit: 24, rca: 168, close: 720 },
    owners: {},
    notify: [],
  },
  rotation: { intervals: {}, warnAt: 0.8 },
};
