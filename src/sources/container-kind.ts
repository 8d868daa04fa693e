// Is a blob an archive that is opened? Told by its first bytes, never by its name.

export type ContainerKind = 'zip' | 'gzip' | 'tar';

const USTAR = [0x75, 0x73, 0x74, 0x61, 0x72];

/** Tells a container by its first bytes; of a tar archive 262 are needed. */
export function containerKind(bytes: Uint8Array): ContainerKind | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) return 'zip';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8) return 'gzip';
  return USTAR.every((byte, i) => bytes[257 + i] === byte) ? 'tar' : null;
}
