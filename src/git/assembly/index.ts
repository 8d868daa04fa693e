// What the module offers: inflate, deltas, and what trees add to others, over a memory that the caller divides. Its first 64 KB are
// tables.

export { applyDelta } from './apply-delta';
export { setPacks } from './find-object';
export { inflate } from './inflate';
export { prepare } from './symbols';
export { failedAt, namesEnd, openEnd, recordEnd, recordTree, setRecords } from './tree-delta';
