// What a token that says nothing of itself says.

import type { Claims } from '../../src/types.js';

export const NO_CLAIMS: Claims = { account: null, expiresAt: null, variable: null, environment: null };
