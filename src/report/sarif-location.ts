// Occurrences → SARIF locations. What has no path gets a made-up relative one, so that every result has a place.

import { createHash } from 'node:crypto';
import type { BytePath, Occurrence, Region, ScanResult } from '../types.js';
import { oidOf, showName } from './place.js';
import { sanitise } from './sanitise.js';
import type { SarifLocation, SarifRegion } from './sarif-types.js';
import { pathToUri } from './show-path.js';

export const URI_BASE = '%SRCROOT%';

const MAX_PATH_BYTES = 4096; // PATH_MAX of Linux: no checkout has longer ones, but a tree may, to crowd out other findings

/** What the paths of a result are relative to. */
export type Root = Pick<ScanResult, 'mode' | 'target'>;

/**
 * The address of an occurrence: a path relative to what was scanned, or `COMMIT_MSG/<oid>`, `TAG_MSG/<oid>`, `OBJECT/<oid>`,
 * `LONG_PATH/<hash>`.
 *
 * Source: SARIF 2.1.0 §3.4.3; code scanning takes relative paths only
 */
export function uriOf(occurrence: Occurrence, root: Root): string {
  if (occurrence.path !== null) {
    const path = relativePath(occurrence.path, root);
    return path.length > MAX_PATH_BYTES ? `LONG_PATH/${hashOf(path)}` : pathToUri(path);
  }
  const folders = { commit: 'COMMIT_MSG', tag: 'TAG_MSG', file: 'OBJECT' } as const;
  return `${folders[occurrence.kind]}/${pathToUri(oidOf(occurrence) ?? occurrence.blob)}`;
}

function hashOf(path: BytePath): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

/** The location of an occurrence, with the commit that put it there. */
export function toLocation(occurrence: Occurrence, root: Root): SarifLocation {
  const logicalLocations = logicalOf(occurrence);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(occurrence, root), uriBaseId: URI_BASE },
      region: clampRegion(occurrence.region),
    },
    ...(logicalLocations ? { logicalLocations } : {}),
  };
}

function logicalOf(occurrence: Occurrence): SarifLocation['logicalLocations'] | null {
  const { commit, path, kind, state } = occurrence;
  if (state !== 'history') return null;
  const oid = sanitise(commit?.oid ?? oidOf(occurrence) ?? occurrence.blob);
  if (path !== null)
    return commit ? [{ kind: 'commit', name: oid, fullyQualifiedName: `${oid}:${showName(path)}` }] : null;
  return [{ kind: kind === 'file' ? 'object' : kind, name: oid, fullyQualifiedName: oid }];
}

// Uploads fail for columns and lines below 1 and for empty regions.
function clampRegion(region: Region): SarifRegion {
  const startLine = Math.max(1, region.startLine);
  const startColumn = Math.max(1, region.startColumn);
  const endLine = Math.max(startLine, region.endLine);
  return {
    startLine,
    startColumn,
    endLine,
    endColumn: Math.max(endLine === startLine ? startColumn + 1 : 1, region.endColumn),
  };
}

const ABSOLUTE = /^(?:[A-Za-z]:)?\//;

/** Takes the folders of this machine off a path that was named absolutely; paths inside git never are. */
export function relativePath(path: BytePath, { mode, target }: Root): BytePath {
  if ((mode !== 'files' && mode !== 'stdin') || !ABSOLUTE.test(path)) return path;
  const named = Buffer.from(target.replaceAll('\\', '/'), 'utf8').toString('latin1');
  const operands = [named, ...named.split(' ')].map(operand => `${operand.replace(/\/+$/, '')}/`);
  const holder = operands
    .filter(operand => operand !== '/' && path.startsWith(operand))
    .sort((a, b) => b.length - a.length)[0];
  return path.slice(holder ? holder.length : path.lastIndexOf('/') + 1);
}
