// What people and tests need of a rule: references and examples, by rule id. Apart from index.ts so that the hook never loads it.

import type { RuleDocs } from '../src/rule.js';
import { rules } from './index.js';

/** Documentation of every built-in rule. */
export const docs: ReadonlyMap<string, RuleDocs> = new Map(
  rules.map(({ id, references, match, noMatch }) => [id, { references, match, noMatch }]),
);
