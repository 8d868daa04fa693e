// The central directory of a zip file → its members. Reads no compressed data; everything in it may be a lie.
// Format: PKWARE APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3

export type ZipEntry = {
  name: string; // one character per byte
  flags: number;
  method: number; // 0: stored, 8: deflated
  size: number; // bytes when expanded, as the directory claims
  data: { start: number; end: number }; // compressed bytes
};

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const ZIP64_EXTRA = 0x0001;

/**
 * Lists the members that are files.
 *
 * @throws {RangeError} no directory, or one that contradicts the file
 */
export function* listZip(bytes: Buffer): Generator<ZipEntry> {
  const directory = findDirectory(bytes);
  let at = directory.start;
  while (at + 46 <= directory.end && bytes.readUInt32LE(at) === CENTRAL) {
    const lengths = {
      name: bytes.readUInt16LE(at + 28),
      extra: bytes.readUInt16LE(at + 30),
      comment: bytes.readUInt16LE(at + 32),
    };
    const next = at + 46 + lengths.name + lengths.extra + lengths.comment;
    if (next > directory.end) throw new RangeError('its directory is cut off');
    const name = bytes.toString('latin1', at + 46, at + 46 + lengths.name);
    if (!name.endsWith('/')) yield readEntry(bytes, at, name);
    at = next;
  }
  if (at !== directory.end) throw new RangeError('its directory is damaged');
}

function findDirectory(bytes: Buffer): { start: number; end: number } {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - MAX_COMMENT); at--) {
    if (bytes.readUInt32LE(at) !== END || at + END_BYTES + bytes.readUInt16LE(at + 20) !== bytes.length) continue;
    const size = bytes.readUInt32LE(at + 12);
    const start = bytes.readUInt32LE(at + 16);
    if (start === 0xffffffff || size === 0xffffffff) return findDirectory64(bytes, at);
    if (start + size > at) break;
    return { start, end: start + size };
  }
  throw new RangeError('it has no directory: it is cut off or damaged');
}

function findDirectory64(bytes: Buffer, end: number): { start: number; end: number } {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== END64_LOCATOR) throw new RangeError('its directory is damaged');
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (at + 56 > locator || bytes.readUInt32LE(at) !== END64) throw new RangeError('its directory is damaged');
  const size = Number(bytes.readBigUInt64LE(at + 40));
  const start = Number(bytes.readBigUInt64LE(at + 48));
  if (start + size > at) throw new RangeError('its directory is damaged');
  return { start, end: start + size };
}

function readEntry(bytes: Buffer, at: number, name: string): ZipEntry {
  const nameLength = bytes.readUInt16LE(at + 28);
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + bytes.readUInt16LE(at + 30));
  const fields = {
    size: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  };
  const { size, packed, offset } = widen(fields, extra);
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw new RangeError(`its directory is wrong about a member`);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw new RangeError('a member is cut off');
  return {
    name,
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    size,
    data: { start, end: start + packed },
  };
}

type Fields = { size: number; packed: number; offset: number };

// Numbers that do not fit stand in an extra field, in this order, and only those that do not fit.
function widen(fields: Fields, extra: Buffer): Fields {
  const wide = { ...fields };
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64_EXTRA) continue;
    let place = at + 4;
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (fields[key] !== 0xffffffff || place + 8 > extra.length) continue;
      wide[key] = Number(extra.readBigUInt64LE(place));
      place += 8;
    }
    break;
  }
  return wide;
}
