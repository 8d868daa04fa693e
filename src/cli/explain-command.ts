// `leakgate explain FILE:LINE`: what was found on a line, what was dropped and by which filter, and what allows it.

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeText } from '../engine/decode.js';
import { type Dropped, scanBytes } from '../engine/scan-bytes.js';
import { LeakgateError } from '../errors.js';
import { fingerprint } from '../findings/fingerprint.js';
import { findInlineMarker } from '../findings/inline-marker.js';
import { LineIndex } from '../findings/locate.js';
import { mask } from '../findings/redact.js';
import { weighPath } from '../findings/weigh-path.js';
import type { Match } from '../types.js';
import { EXIT } from './exit-code.js';
import { prepare } from './run-scan.js';
import { type World, write } from './world.js';

/** Explains one line of a file. */
export async function explain(world: World, place: string, flags: { config?: string }): Promise<number> {
  const { path, line, bytes: raw } = readPlace(world, place);
  const { options, engine } = await prepare(world, {
    mode: 'files',
    flags: { format: 'text', ...(flags.config === undefined ? {} : { config: flags.config }) },
    root: world.cwd,
    fromCommit: null,
  });
  const { bytes, isBinary } = decodeText(raw);
  const lines = new LineIndex(bytes);
  const isHere = ({ span }: { span: Match['span'] }) =>
    lines.locate(span).startLine <= line && lines.locate(span).endLine >= line;
  const dropped: Dropped[] = [];
  const { matches } = scanBytes(engine, bytes, { isBinary, onDrop: entry => dropped.push(entry) });
  const output: string[] = [];
  for (const match of matches.filter(isHere)) {
    const region = lines.locate(match.span);
    const rule = engine.ruleOf(match.ruleId);
    const name = fingerprint(match.ruleId, match.secret);
    const weighed = weighPath(match.confidence, [path], !rule?.distinctive);
    output.push(`reported by ${match.ruleId}: ${rule?.title ?? ''}`);
    output.push(`  ${mask(match.secret)} at column ${region.startColumn}, fingerprint ${name}`);
    output.push(
      `  severity ${rule?.severity}, confidence ${weighed.confidence}: ${[...match.reasons, weighed.reason].filter(Boolean).join('; ')}`,
    );
    const marker = findInlineMarker(bytes, lines, { span: match.span, startLine: region.startLine }, options.markers);
    if (marker) output.push(`  allowed by the comment "${marker.marker}"${marker.reason ? `: ${marker.reason}` : ''}`);
    const entry = options.ignore.get(name);
    if (entry) output.push(`  allowed by ${options.ignoreFile}:${entry.line}: ${entry.reason}`);
    if (options.isAllowedPath(path, match.ruleId)) output.push('  allowed by allow.paths of the config');
    if (rule?.secrecy === 'publishable')
      output.push('  made to be public, so it is only reported with "publishable": true');
  }
  for (const entry of dropped.filter(isHere))
    output.push(`not reported by ${entry.ruleId}, column ${lines.locate(entry.span).startColumn}: ${entry.reason}`);
  if (output.length === 0)
    output.push(
      isBinary
        ? 'nothing: the file is binary, where only distinctive tokens are looked for'
        : 'nothing: no rule has its keyword and shape on this line',
    );
  await write(world.stdout, `${output.join('\n')}\n`);
  return EXIT.clean;
}

function readPlace(world: World, place: string): { path: string; line: number; bytes: Buffer } {
  const [, path = '', line = ''] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (path === '') throw new LeakgateError('EXPLAIN_PLACE', { place, reason: 'it names no line' });
  const stat = statSync(resolve(world.cwd, path), { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new LeakgateError('EXPLAIN_PLACE', { place, reason: `there is no file ${path}` });
  const bytes = readFileSync(resolve(world.cwd, path));
  const count = bytes.reduce((sum, byte) => sum + Number(byte === 0x0a), 1);
  if (Number(line) < 1 || Number(line) > count)
    throw new LeakgateError('EXPLAIN_PLACE', { place, reason: `the file has ${count} lines` });
  return { path, line: Number(line), bytes };
}
