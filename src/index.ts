// The library's public API. Re-exports only.

export { compileRules, type Engine } from './engine/compile-rules.js';
export { type BytesOutcome, scanBytes } from './engine/scan-bytes.js';
export { type ErrorCode, LeakgateError } from './errors.js';
export { type Format, formats } from './report/index.js';
export { defineRule, type FullRule, type Rule, type RuleInput } from './rule.js';
export { type ScanInput, scan } from './scan.js';
export type * from './types.js';
