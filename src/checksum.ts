// Checksums that vendors put into tokens: CRC-32, base62/36 numbers, Marvin32, CRC-16/XMODEM, Bech32.
// Used both ways: engine/checks proves tokens with them, rules/ build their examples with them. Pure.

const CRC_TABLE = makeCrcTable();

function makeCrcTable(): Uint32Array {
  const table = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[byte] = value;
  }
  return table;
}

/**
 * CRC-32 as zlib computes it (reflected, polynomial 0xEDB88320, init and final xor 0xFFFFFFFF).
 *
 * @param text one byte per character (latin1)
 * @returns unsigned 32-bit integer; `crc32('123456789')` is 0xcbf43926
 * Source: RFC 1952 §8
 */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ text.charCodeAt(i)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Writes an unsigned integer in base 62 (digits 0-9A-Za-z), left-padded with `0` to `width` characters. */
export function toBase62(value: number, width: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = BASE62.charAt(rest % 62) + text;
  return text.padStart(width, '0');
}

/** Writes an unsigned integer in lower-case base 36, left-padded with `0` to `width` characters. */
export function toBase36(value: number, width: number): string {
  return value.toString(36).padStart(width, '0');
}

/** Writes a 32-bit integer as 8 lower-case hex digits, most significant byte first. */
export function toHex8(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** Writes a 32-bit integer as 8 lower-case hex digits, least significant byte first. */
export function toHex8LittleEndian(value: number): string {
  return toHex8(value).replace(/(..)(..)(..)(..)/, '$4$3$2$1');
}

/**
 * Marvin32, the keyed checksum of Azure's identifiable keys.
 *
 * @param bytes the key material in front of the checksum
 * @param seed eight ASCII characters, read as one big-endian 64-bit number
 * @returns unsigned 32-bit hash
 * Source: https://github.com/microsoft/security-utilities
 */
export function marvin32(bytes: Uint8Array, seed: string): number {
  const half = (at: number) => [0, 1, 2, 3].reduce((sum, i) => (sum << 8) | (seed.charCodeAt(at + i) & 0xff), 0) >>> 0;
  let p0 = half(4);
  let p1 = half(0);
  const rotl = (value: number, by: number) => ((value << by) | (value >>> (32 - by))) >>> 0;
  const mix = () => {
    p1 = (p1 ^ p0) >>> 0;
    p0 = (rotl(p0, 20) + p1) >>> 0;
    p1 = (rotl(p1, 9) ^ p0) >>> 0;
    p0 = (rotl(p0, 27) + p1) >>> 0;
    p1 = rotl(p1, 19);
  };
  const word = (at: number, count: number, tail: number) => {
    let value = 0;
    for (let i = 0; i < count; i++) value |= (bytes[at + i] ?? 0) << (8 * i);
    return count < 4 ? (value | (tail << (8 * count))) >>> 0 : value >>> 0;
  };
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) {
    p0 = (p0 + word(at, 4, 0)) >>> 0;
    mix();
  }
  p0 = (p0 + word(whole, bytes.length - whole, 0x80)) >>> 0;
  mix();
  mix();
  return (p0 ^ p1) >>> 0;
}

/** CRC-16/XMODEM (polynomial 0x1021, init 0) of bytes; NATS nkeys end in it. `123456789` gives 0x31c3. */
export function crc16Xmodem(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Decodes upper-case RFC 4648 base32 without padding; returns null when a character is outside the alphabet. */
export function decodeBase32(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const char of text) {
    const value = BASE32.indexOf(char);
    if (value < 0) return null;
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (buffer >>> bits) & 0xff;
    }
  }
  return bytes;
}

/** Encodes bytes in upper-case RFC 4648 base32 without padding. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32.charAt((buffer >>> bits) & 31);
    }
  }
  return bits > 0 ? text + BASE32.charAt((buffer << (5 - bits)) & 31) : text;
}

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** The six Bech32 checksum characters for a human-readable part and its data characters (BIP 173, lower case). */
export function bech32Checksum(humanPart: string, data: string): string {
  const values = [...humanPart].map(char => char.charCodeAt(0) >>> 5);
  values.push(0, ...[...humanPart].map(char => char.charCodeAt(0) & 31));
  values.push(...[...data].map(char => BECH32.indexOf(char)), 0, 0, 0, 0, 0, 0);
  const polymod = bech32Polymod(values) ^ 1;
  return [0, 1, 2, 3, 4, 5].map(i => BECH32.charAt((polymod >>> (5 * (5 - i))) & 31)).join('');
}

function bech32Polymod(values: readonly number[]): number {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    generator.forEach((term, i) => {
      if ((top >>> i) & 1) check ^= term;
    });
  }
  return check >>> 0;
}
