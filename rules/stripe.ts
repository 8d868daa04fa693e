// Stripe: API keys, webhook and PaymentIntent secrets. Clerk, Paystack, WorkOS and others share sk_live_ and sk_test_:
// current Stripe keys begin with 51 (40 characters would be Paystack), the old ones have 24; a2V5X is WorkOS or Highnote.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const KEYS = 'https://docs.stripe.com/keys';

export const stripeSecretKeyLive = defineRule({
  id: 'stripe-secret-key-live',
  title: 'Stripe live secret key',
  provider: 'Stripe',
  severity: 'critical',
  keywords: ['sk_live_'],
  pattern:
    /(?<![A-Za-z0-9])sk_live_(?!a2V5X)(?:51(?:[A-Za-z0-9]{22,37}|[A-Za-z0-9]{39,97})|[A-Za-z0-9]{24,31}|[A-Za-z0-9]{34}|[A-Za-z0-9]{51,99})(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [KEYS],
  match: [
    `STRIPE_SECRET_KEY=«sk_live_51${sample('base62', 97)}»`,
    `stripe.api_key = '«sk_live_${sample('base62', 24, 2)}»'`,
    `curl -u «sk_live_51${sample('base62', 97, 3)}»: https://api.stripe.com/v1/charges`,
  ],
  noMatch: [
    `sk_live_${sample('base62', 12)}`,
    `sk_live_51${sample('base62', 38)}`,
    `sk_live_a2V5X${sample('base62', 60)}`,
    `sk_live_${'x'.repeat(24)}`,
  ],
});

export const stripeRestrictedKeyLive = defineRule({
  id: 'stripe-restricted-key-live',
  title: 'Stripe live restricted key',
  provider: 'Stripe',
  severity: 'critical',
  keywords: ['rk_live_'],
  pattern: /(?<![A-Za-z0-9])rk_live_(?!a2V5X)[A-Za-z0-9]{24,99}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [KEYS],
  match: [`stripe_key: «rk_live_51${sample('base62', 97)}»`, `new Stripe("«rk_live_${sample('base62', 24, 2)}»")`],
  noMatch: [`rk_live_${sample('base62', 23)}`, `rk_live_a2V5X${sample('base62', 60)}`],
});

export const stripeSecretKeyTest = defineRule({
  id: 'stripe-secret-key-test',
  title: 'Stripe test secret or restricted key',
  provider: 'Stripe',
  severity: 'low',
  keywords: ['sk_test_', 'rk_test_'],
  pattern:
    /(?<![A-Za-z0-9])[rs]k_test_(?!a2V5X)(?:51(?:[A-Za-z0-9]{22,37}|[A-Za-z0-9]{39,97})|[A-Za-z0-9]{24,31}|[A-Za-z0-9]{34}|[A-Za-z0-9]{51,99})(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  publicValues: [
    'sk_test_' + '4eC39HqLyjWDarjtT1zdp7dc',
    'sk_test_' + 'BQokikJOvBiI2HlWgH4olfQ2',
    'sk_test_' + '26PHem9AhJZvU623DfE1x4sd',
  ],
  references: [KEYS],
  match: [
    `STRIPE_SECRET_KEY=«sk_test_51${sample('base62', 97)}»`,
    `"stripeKey": "«rk_test_${sample('base62', 24, 2)}»"`,
  ],
  noMatch: [
    `sk_test_${sample('base62', 12)}`,
    `sk_test_51${sample('base62', 38)}`,
    `rk_test_a2V5X${sample('base62', 60)}`,
  ],
});

export const stripeWebhookSecret = defineRule({
  id: 'stripe-webhook-secret',
  title: 'Stripe webhook signing secret',
  provider: 'Stripe',
  severity: 'medium',
  keywords: ['whsec_'],
  // Svix and Clerk webhooks: the same prefix and base64, told apart by + / or = where they have one.
  pattern: /(?<![A-Za-z0-9])whsec_[A-Za-z0-9]{32,64}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://docs.stripe.com/webhooks'],
  match: [
    `STRIPE_WEBHOOK_SECRET=«whsec_${sample('base62', 32)}»`,
    `constructEvent(body, sig, '«whsec_${sample('base62', 64, 2)}»')`,
  ],
  noMatch: [`whsec_${sample('base62', 43)}=`, `whsec_${sample('base62', 20)}`, `whsec_${'x'.repeat(32)}`],
});

export const stripePaymentIntentClientSecret = defineRule({
  id: 'stripe-payment-intent-client-secret',
  title: 'Stripe PaymentIntent client secret',
  provider: 'Stripe',
  severity: 'low',
  keywords: ['_secret_'],
  pattern: /(?<![A-Za-z0-9])pi_[A-Za-z0-9]{24}_secret_[A-Za-z0-9]{25}(?![A-Za-z0-9_])/,
  before: 27,
  distinctive: true,
  minEntropy: 3,
  references: ['https://docs.stripe.com/api/payment_intents'],
  match: [
    `paymentIntent: '«pi_${sample('base62', 24)}_secret_${sample('base62', 25)}»'`,
    `/checkout?intent=«pi_${sample('base62', 24, 2)}_secret_${sample('base62', 25, 2)}»`,
  ],
  noMatch: [`pi_${sample('base62', 24)}`, `pi_${sample('base62', 24)}_secret_${sample('base62', 20)}`],
});

export const stripePublishableKey = defineRule({
  id: 'stripe-publishable-key',
  title: 'Stripe publishable key',
  provider: 'Stripe',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['pk_live_', 'pk_test_'],
  pattern:
    /(?<![A-Za-z0-9])pk_(?:live|test)_(?:51(?:[A-Za-z0-9]{22,37}|[A-Za-z0-9]{39,97})|[A-Za-z0-9]{24})(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 3,
  publicValues: ['pk_test_' + 'TYooMQauvdEDq54NiTphI7jx'],
  references: [KEYS],
  match: [
    `NEXT_PUBLIC_STRIPE_KEY=«pk_live_51${sample('base62', 97)}»`,
    `Stripe('«pk_test_${sample('base62', 24, 2)}»')`,
  ],
  noMatch: [`pk_live_${sample('base62', 12)}`, `pk_test_51${sample('base62', 38)}`],
});

export const stripeAccountObjectIds = defineRule({
  id: 'stripe-account-object-ids',
  title: 'Stripe object id',
  provider: 'Stripe',
  severity: 'low',
  secrecy: 'publishable',
  confidence: 'low',
  keywords: ['acct_', 'cus_', 'price_', 'prod_', 'evt_'],
  pattern:
    /(?<![A-Za-z0-9_-])(?:acct|cus|price|prod|evt)_(?=[a-z]{0,13}[A-Z0-9])(?=[A-Za-z]{0,13}[0-9])[A-Za-z0-9]{14,40}(?![A-Za-z0-9_-])/,
  minEntropy: 3,
  near: { words: ['stripe'], before: 200, after: 100 },
  references: ['https://docs.stripe.com/api'],
  match: [
    `stripe_account: «acct_1${sample('base62', 15)}»`,
    `stripe.customers.retrieve('«cus_${sample('base62', 14, 2)}»')`,
  ],
  noMatch: [`acct_${sample('base62', 10)}`, `prod_${'x'.repeat(14)}`],
});

export const stripeApiKeyResponse = defineResponse({
  id: 'stripe-api-key',
  title: 'Stripe API key',
  rules: [
    'stripe-secret-key-live',
    'stripe-secret-key-test',
    'stripe-restricted-key-live',
    'stripe-payment-intent-client-secret',
  ],
  names: ['STRIPE_SECRET_KEY', 'STRIPE_API_KEY', 'STRIPE_KEY', 'STRIPE_RESTRICTED_KEY', 'STRIPE_*'],
  revoke: { page: 'https://dashboard.stripe.com/apikeys', command: null, api: null },
  rotate: [
    'In the menu of the key, roll it and let the old one expire now; or create another and delete it.',
    'Prefer a restricted key with the permissions it needs, limited to your addresses.',
    'A key of a sandbox opens test data only: still roll it. The secret of one payment intent is made for the browser of that customer.',
  ],
  invalidation: 'With expiry now the old key is refused. Webhook secrets and tokens of connected accounts live on.',
  audit: 'https://dashboard.stripe.com/logs: requests by key and address.',
  detectUse: 'Requests from unknown addresses; payouts, refunds and new webhook endpoints that nobody made.',
  reach: 'Payments, refunds, payouts and customer data, within the rights of the key.',
  breaks: 'Payments of every program with the key.',
  vendorNote:
    'Stripe tells the account of live keys that it finds exposed, and may roll a key itself, depending on the risk.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.stripe.com/keys-best-practices',
  sources: ['https://docs.stripe.com/keys-best-practices', 'https://docs.stripe.com/keys', PARTNER.source],
});

export const stripeWebhookSecretResponse = defineResponse({
  id: 'stripe-webhook-secret',
  title: 'Stripe webhook signing secret',
  rules: ['stripe-webhook-secret'],
  names: ['STRIPE_WEBHOOK_SECRET', 'STRIPE_ENDPOINT_SECRET', 'STRIPE_WEBHOOK_SIGNING_SECRET', 'STRIPE_WEBHOOK_*'],
  revoke: { page: 'https://dashboard.stripe.com/webhooks', command: null, api: null },
  rotate: [
    'Open the endpoint and roll its signing secret; after a leak let the old one expire at once instead of in up to 24 hours.',
    'Deploy the new one to the receiver. Other senders use the same prefix: check that the secret is of Stripe.',
  ],
  invalidation: 'Forged events pass until the receiver no longer accepts the old secret.',
  audit: 'Deliveries of the endpoint in the dashboard; log of the receiver.',
  detectUse: 'Events whose id Stripe does not know; orders marked as paid without a payment.',
  reach: 'Forged events: orders paid, accounts opened.',
  breaks: 'Verification of events until the receiver has the new one.',
  vendorNote: PARTNER.note,
  rotationDays: {
    days: 60,
    source: 'secrets policies of teams: 60 days for webhook secrets of Stripe; 90 and 365 are found too',
  },
  docs: 'https://docs.stripe.com/webhooks#roll-endpoint-secrets',
  sources: ['https://docs.stripe.com/webhooks#roll-endpoint-secrets', PARTNER.source],
});
