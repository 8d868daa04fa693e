// What the module offers: inflate and delta, over a memory that the caller divides. Its first 64 KB are tables.

export { applyDelta } from './apply-delta';
export { inflate } from './inflate';
export { prepare } from './symbols';
