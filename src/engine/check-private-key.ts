// Does the body of a PEM, OpenSSH, PuTTY or PGP private key decode to what its label promises? Pure.
// Sources: RFC 7468; openssh PROTOCOL.key; RFC 9580 §6

import type { Verdict } from './checks.js';

/**
 * Judges a private key block.
 *
 * @param block from the BEGIN line to the END line, or as far as the rule matched; line ends may be escaped (`\n`)
 * @returns valid: the structure is there; invalid: a body that cannot be a key; unknown: a form this file does not parse
 */
export function checkPrivateKey(block: string): Verdict {
  if (!/BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/.test(block) || block.includes('BEGIN PGP')) return 'unknown';
  const body = bodyOf(block);
  if (body.length < 64) return 'invalid';
  const bytes = Buffer.from(body, 'base64');
  // The name of the cipher follows; a key that is encrypted opens nothing without its passphrase.
  if (bytes.subarray(0, 14).toString('latin1') === 'openssh-key-v1')
    return bytes.subarray(19, 23).toString('latin1') === 'none' ? 'valid' : 'unknown';
  return isDerSequence(bytes) ? 'valid' : 'invalid';
}

function bodyOf(block: string): string {
  return block
    .replace(/-----(?:BEGIN|END)[^-]{0,60}-----/g, '')
    .replace(/(?:Proc-Type|DEK-Info|Comment)[^\r\n\\]{0,100}/g, '')
    .replace(/\\[rnt]/g, '')
    .replace(/["'`]\s{0,8}\+\s{0,64}["'`]/g, '') // strings joined over lines: this plus is no base64
    .replace(/[^A-Za-z0-9+/]/g, '');
}

// SEQUENCE with a long-form length that does not run far past the bytes that are there.
function isDerSequence(bytes: Buffer): boolean {
  if (bytes[0] !== 0x30) return false;
  const first = bytes[1] ?? 0;
  if (first < 0x80) return first + 2 <= bytes.length + 2;
  const count = first & 0x7f;
  if (count < 1 || count > 3) return false;
  let length = 0;
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[2 + i] ?? 0);
  return length > 16 && length + 2 + count <= bytes.length + 3;
}
