// Clerk: secret keys, which share a prefix with Stripe and so need the name nearby,
// and publishable keys, which are base64 of a host name and `$`.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://clerk.com/docs/deployments/clerk-environment-variables';

function publishable(prefix: string, host: string): string {
  return prefix + Buffer.from(`${host}$`).toString('base64').replace(/=/g, '');
}

export const clerkSecretKey = defineRule({
  id: 'clerk-secret-key',
  title: 'Clerk secret key',
  provider: 'Clerk',
  severity: 'critical',
  keywords: ['sk_live_'],
  pattern: /(?<![A-Za-z0-9_])sk_live_(?!51|a2V5X|[0-9a-f]{30})[A-Za-z0-9]{32,50}(?![A-Za-z0-9_])/,
  minEntropy: 3.5,
  near: { words: ['clerk'], before: 300, after: 200 },
  references: [DOCS],
  match: [
    `CLERK_SECRET_KEY=«${'sk_live_'}${sample('base62', 42)}»`,
    `clerk:\n  secretKey: "«${'sk_live_'}${sample('base62', 42, 2)}»"`,
  ],
  noMatch: [`clerk sk_live_${sample('base62', 22)}`, `clerk sk_live_${'x'.repeat(42)}`],
});

export const clerkSecretKeyTest = defineRule({
  id: 'clerk-secret-key-test',
  title: 'Clerk development secret key',
  provider: 'Clerk',
  severity: 'low',
  keywords: ['sk_test_'],
  pattern: /(?<![A-Za-z0-9_])sk_test_(?!51|a2V5X|[0-9a-f]{30})[A-Za-z0-9]{32,50}(?![A-Za-z0-9_])/,
  minEntropy: 3.5,
  near: { words: ['clerk'], before: 300, after: 200 },
  references: [DOCS],
  match: [
    `CLERK_SECRET_KEY=«${'sk_test_'}${sample('base62', 42)}»`,
    `createClerkClient({ secretKey: '«${'sk_test_'}${sample('base62', 42, 2)}»' });`,
  ],
  noMatch: [`clerk sk_test_${sample('base62', 22)}`, `clerk sk_test_${'x'.repeat(42)}`],
});

// The classes are what base64 makes of lower-case host names; the end is that of a `$`.
export const clerkPublishableKey = defineRule({
  id: 'clerk-publishable-key',
  title: 'Clerk publishable key',
  provider: 'Clerk',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pk_live_', 'pk_test_'],
  pattern:
    /(?<![A-Za-z0-9_])pk_(?:live|test)_(?:[LMNOYZa-e][CDGHSTWXijmnyz23][ABEFIJMNQRUVYZcdghklopstwx014589][h-z0-6]){4,20}(?:JA={0,2}|[LMNOYZa-e][CSiy]Q={0,1}|[LMNOYZa-e][CDGHSTWXijmnyz23][AEIMQUYcgkosw048]k)(?![A-Za-z0-9+/=_])/,
  references: [DOCS],
  match: [
    `NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=«${publishable('pk_live_', 'clerk.harbor-tools.dev')}»`,
    `<ClerkProvider publishableKey="«${publishable('pk_test_', 'brave-otter-41.clerk.accounts.dev')}»">`,
    `publishableKey: '«${publishable('pk_test_', 'calm-heron-7.clerk.accounts.dev')}=»'`,
  ],
  noMatch: [`pk_live_${sample('base62', 32)}`, `pk_test_${'x'.repeat(40)}`],
});

export const clerkSecretKeyResponse = defineResponse({
  id: 'clerk-secret-key',
  title: 'Clerk secret key or webhook secret',
  rules: ['clerk-secret-key', 'clerk-secret-key-test'],
  names: ['CLERK_SECRET_KEY', 'CLERK_API_KEY', 'CLERK_WEBHOOK_SECRET', 'CLERK_*'],
  revoke: { page: 'https://dashboard.clerk.com/~/api-keys', command: null, api: null },
  rotate: [
    'Several secret keys can be active: add one, deploy it, watch the last use of the old one, delete it.',
    'Webhook secret: add a second endpoint with the same address, move to its secret, delete the first endpoint.',
    'The publishable key is public: leave it.',
  ],
  invalidation: 'Sessions of users live on, unless the signing keys are changed too.',
  audit: 'https://dashboard.clerk.com/~/application-logs, filtered by the key.',
  detectUse: 'Last use of the key; users, sessions and organizations that were changed by that key.',
  reach: 'All users, sessions and organizations of the instance: reading, acting as them, deleting.',
  breaks: 'Calls of your servers with the old key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://clerk.com/docs/guides/secure/rotate-api-keys',
  sources: ['https://clerk.com/docs/guides/secure/rotate-api-keys'],
});
