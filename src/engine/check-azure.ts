// Azure's identifiable keys: a signature inside and a Marvin32 checksum at the end. Pure.
// Source: https://github.com/microsoft/security-utilities

import { marvin32, toBase62 } from '../checksum.js';
import type { Verdict } from './checks.js';

// Signature in the text → the names that seed the checksum; services with several accept any.
const SEEDS: readonly (readonly [signature: string, seeds: readonly string[]])[] = [
  ['+ASt', ['Default0']],
  ['ACDb', ['MastRW00', 'MastRO00', 'SystRW00', 'SystRO00', 'SysAll00', 'Resour00', 'Encryp00']],
  ['+ABa', ['AbAcct00']],
  ['+AMC', ['Classic0']],
  ['APIM', ['Tenant00', 'IoTHub00', 'Gatewy00', 'GitKey00']],
  ['AzCa', ['Access00']],
  ['+ASb', ['Send0000', 'Listen00', 'Manage00', 'System00', 'Unknown0']],
  ['+AEh', ['Send0000', 'Listen00', 'Manage00', 'System00', 'Unknown0']],
  ['+ARm', ['Send0000', 'Listen00', 'Manage00', 'System00', 'Unknown0']],
  ['AIoT', ['IoTHub00', 'DpsKey00', 'Device00']],
  ['AZEG', ['Default0']],
  ['AzFu', ['Functi00', 'Master00', 'System00']],
  ['AzSe', ['PAdmin00', 'Query000']],
  ['+ACR', ['ACRDflt0']],
];

/** HIS keys: the last four bytes are the little-endian Marvin32 of all bytes before them. */
export function checkHis(secret: string): Verdict {
  const bytes = Buffer.from(secret, 'base64');
  if (bytes.length < 32) return 'invalid';
  const body = bytes.subarray(0, -4);
  const tail = bytes.readUInt32LE(bytes.length - 4);
  const seeds = SEEDS.filter(([signature]) => secret.includes(signature)).flatMap(([, names]) => names);
  if (seeds.length === 0) return 'unknown';
  return seeds.some(seed => marvin32(body, seed) === tail) ? 'valid' : 'invalid';
}

/** CASK keys: the Marvin32 of the first 80 characters, decoded, in base62 behind them; early keys carry other forms. */
export function checkCask(secret: string): Verdict {
  const hash = Buffer.alloc(4);
  hash.writeUInt32LE(marvin32(Buffer.from(secret.slice(0, 80), 'base64'), 'Default0'));
  const written = toBase62(hash.readUInt32BE(0), 0).padEnd(6, '0');
  return secret.slice(80, 84) === written.slice(0, 4) ? 'valid' : 'unknown';
}
