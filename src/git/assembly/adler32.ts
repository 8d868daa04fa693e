// The checksum of zlib streams, by sixteen bytes at a time. Reads nothing outside its range. Format: RFC 1950 §8.2

const PRIME: u32 = 65521;
const STEP: i32 = 5552; // sums stay below 2^32: zlib's NMAX

/** The Adler-32 of [from, from + size). */
export function adler32(from: usize, size: i32): u32 {
  let low: u32 = 1;
  let high: u32 = 0;
  while (size > 0) {
    const count = min(size, STEP);
    const whole = count & ~15;
    // Lanes of the first sum, of what it was before each sixteen bytes, and of what these add to the second sum.
    let sums = i32x4.splat(0);
    let earlier = i32x4.splat(0);
    let weighed = i32x4.splat(0);
    for (const end = from + whole; from < end; from += 16) {
      const bytes = v128.load(from);
      const front = i16x8.extend_low_i8x16_u(bytes);
      const back = i16x8.extend_high_i8x16_u(bytes);
      earlier = i32x4.add(earlier, sums);
      sums = i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.add(front, back), i16x8.splat(1)));
      // The first of sixteen bytes is added sixteen times to the second sum, the last one once.
      weighed = i32x4.add(weighed, i32x4.dot_i16x8_s(front, i16x8(16, 15, 14, 13, 12, 11, 10, 9)));
      weighed = i32x4.add(weighed, i32x4.dot_i16x8_s(back, i16x8(8, 7, 6, 5, 4, 3, 2, 1)));
    }
    high += low * whole + sumOf(i32x4.add(i32x4.shl(earlier, 4), weighed));
    low += sumOf(sums);
    for (const end = from + (count - whole); from < end; from++) {
      low += load<u8>(from);
      high += low;
    }
    low %= PRIME;
    high %= PRIME;
    size -= count;
  }
  return (high << 16) | low;
}

function sumOf(lanes: v128): u32 {
  return (
    i32x4.extract_lane(lanes, 0) +
    i32x4.extract_lane(lanes, 1) +
    i32x4.extract_lane(lanes, 2) +
    i32x4.extract_lane(lanes, 3)
  );
}
