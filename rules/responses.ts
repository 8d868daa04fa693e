// What to do when a credential leaked, by provider: apart from index.ts so that it is loaded only when somebody asks.
// Written by scripts/rules-index.mjs; a test fails when it is stale.

import type { Response } from '../src/response.js';
import type { FullRule } from '../src/rule.js';
import * as genericAssignment from './generic-assignment.js';

const modules: readonly Readonly<Record<string, FullRule | Response>>[] = [
  genericAssignment,
];

/** All responses, sorted by id. */
export const responses: readonly Response[] = modules
  .flatMap(module => Object.values(module))
  .filter((entry): entry is Response => 'revoke' in entry)
  .sort((a, b) => (a.id < b.id ? -1 : 1));
