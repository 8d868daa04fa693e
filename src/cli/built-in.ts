// The built-in rules as the program uses them. The build puts another module in this one's place: rules as text that is read
// when a rule is first called, and their index and keyword table already made (scripts/build.mjs).

import { rules as all } from '../../rules/index.js';
import type { RuleIndex } from '../engine/compile-rules.js';
import type { PackedKeywords } from '../kernel/keywords.js';
import type { Rule } from '../rule.js';

/** All built-in rules, sorted by id. */
export const rules: readonly Rule[] = all;

/** What the build has prepared; null when the sources run without one. */
export const prepared: { index: Omit<RuleIndex, 'keywords'>; keywords: PackedKeywords } | null = null;
