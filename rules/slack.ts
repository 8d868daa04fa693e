// Slack: tokens told apart by the letter after xox, webhook URLs, and the signing and client secrets without a prefix.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const TOKENS = 'https://docs.slack.dev/authentication/tokens/';

export const slackBotToken = defineRule({
  id: 'slack-bot-token',
  title: 'Slack bot token',
  provider: 'Slack',
  severity: 'critical',
  keywords: ['xoxb-'],
  pattern:
    /(?<![A-Za-z0-9])xoxb-(?:[0-9]{10,13}-[0-9]{10,13}-[A-Za-z0-9]{24}|[0-9]{8,14}-[A-Za-z0-9]{18,26})(?![A-Za-z0-9-])/,
  distinctive: true,
  check: 'slack-token',
  minEntropy: 2.8,
  references: [TOKENS],
  match: [
    `SLACK_BOT_TOKEN=«xoxb-${sample('digits', 12)}-${sample('digits', 13)}-${sample('base62', 24)}»`,
    `"token": "«xoxb-${sample('digits', 12, 2)}-${sample('base62', 24, 2)}»"`,
    `Authorization: Bearer «xoxb-${sample('digits', 11)}-${sample('digits', 12, 3)}-${sample('base62', 24, 3)}»`,
  ],
  noMatch: [
    `xoxb-${sample('digits', 12)}-${sample('digits', 13)}-${sample('base62', 12)}`,
    'xoxb-not-a-real-token',
    'xoxb-1234-abcdefgh',
  ],
});

export const slackUserToken = defineRule({
  id: 'slack-user-token',
  title: 'Slack user token',
  provider: 'Slack',
  severity: 'critical',
  keywords: ['xoxp-'],
  pattern: /(?<![A-Za-z0-9.])xoxp-(?:[0-9]{10,13}-){3}[0-9a-f]{32}(?![A-Za-z0-9-])/,
  distinctive: true,
  check: 'slack-token',
  minEntropy: 2.8,
  references: [TOKENS],
  match: [
    `SLACK_USER_TOKEN=«xoxp-${sample('digits', 12)}-${sample('digits', 12, 2)}-${sample('digits', 13)}-${sample('hex', 32)}»`,
    `client = WebClient('«xoxp-${sample('digits', 11)}-${sample('digits', 11, 2)}-${sample('digits', 12)}-${sample('hex', 32, 2)}»')`,
  ],
  noMatch: [`xoxp-${sample('digits', 12)}-${sample('digits', 12, 2)}-${sample('hex', 32)}`, `xoxp-${'x'.repeat(12)}`],
});

export const slackAppToken = defineRule({
  id: 'slack-app-token',
  title: 'Slack app-level token',
  provider: 'Slack',
  severity: 'critical',
  keywords: ['xapp-'],
  pattern: /(?<![A-Za-z0-9])xapp-[0-9]-[A-Z][A-Z0-9]{8,12}-[0-9]{10,14}-[0-9a-z]{64}(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 3.2,
  references: [TOKENS],
  match: [
    `SLACK_APP_TOKEN=«xapp-1-A0${sample('upperAlnum', 9)}-${sample('digits', 13)}-${sample('hex', 64)}»`,
    `appToken: '«xapp-1-A0${sample('upperAlnum', 9, 2)}-${sample('digits', 13, 2)}-${sample('hex', 64, 2)}»',`,
  ],
  noMatch: [
    `xapp-1-A0${sample('upperAlnum', 9)}-${sample('digits', 13)}-${sample('hex', 32)}`,
    `xapp-${'x'.repeat(40)}`,
  ],
});

export const slackConfigToken = defineRule({
  id: 'slack-config-token',
  title: 'Slack app configuration access token',
  provider: 'Slack',
  severity: 'high',
  keywords: ['xoxe.xoxp-', 'xoxe.xoxb-'],
  pattern: /(?<![A-Za-z0-9])xoxe\.xox[bp]-[0-9]-[A-Za-z0-9]{140,170}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.5,
  references: [TOKENS],
  match: [
    `SLACK_CONFIG_TOKEN=«xoxe.xoxp-1-${sample('base62', 166)}»`,
    `token: "«xoxe.xoxb-1-${sample('base62', 160)}»"`,
  ],
  noMatch: [`xoxe.xoxp-1-${sample('base62', 60)}`, `xoxe.xoxp-x-${sample('base62', 166)}`],
});

export const slackConfigRefreshToken = defineRule({
  id: 'slack-config-refresh-token',
  title: 'Slack app configuration refresh token',
  provider: 'Slack',
  severity: 'high',
  keywords: ['xoxe-'],
  pattern: /(?<![A-Za-z0-9.])xoxe-[0-9]-[A-Za-z0-9]{140,160}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.5,
  references: [TOKENS],
  match: [
    `SLACK_REFRESH_TOKEN=«xoxe-1-${sample('base62', 146)}»`,
    `{"refresh_token":"«xoxe-1-${sample('base62', 142)}»"}`,
  ],
  noMatch: [`xoxe-1-${sample('base62', 80)}`, `xoxe-1-${sample('base62', 180)}`],
});

export const slackLegacyToken = defineRule({
  id: 'slack-legacy-token',
  title: 'Slack legacy or workspace token',
  provider: 'Slack',
  severity: 'high',
  keywords: ['xoxa-', 'xoxr-', 'xoxo-', 'xoxs-'],
  pattern: /(?<![A-Za-z0-9])xox[aors]-(?=[0-9]{1,13}-)[A-Za-z0-9-]{20,100}(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 2.6,
  references: ['https://docs.slack.dev/legacy/'],
  match: [
    `SLACK_TOKEN=«xoxs-${sample('digits', 11)}-${sample('digits', 11, 2)}-${sample('digits', 12)}-${sample('hex', 10)}»`,
    `"token": "«xoxa-2-${sample('digits', 12)}-${sample('digits', 12, 2)}-${sample('hex', 32)}»"`,
  ],
  noMatch: [`xoxs-${sample('digits', 11)}-${sample('hex', 5)}`, 'xoxo-hugs-and-kisses-from-the-whole-team'],
});

export const slackSessionToken = defineRule({
  id: 'slack-session-token',
  title: 'Slack browser session token',
  provider: 'Slack',
  severity: 'high',
  keywords: ['xoxc-'],
  pattern: /(?<![A-Za-z0-9])xoxc-(?:[0-9]{9,14}-){3}[0-9a-f]{64}(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 3,
  references: [TOKENS],
  match: [
    `SLACK_MCP_XOXC_TOKEN=«xoxc-${sample('digits', 12)}-${sample('digits', 12, 2)}-${sample('digits', 13)}-${sample('hex', 64)}»`,
    `token: «xoxc-${sample('digits', 11)}-${sample('digits', 11, 2)}-${sample('digits', 12)}-${sample('hex', 64, 2)}»`,
  ],
  noMatch: [`xoxc-${sample('digits', 12)}-${sample('hex', 64)}`, `xoxc-${'x'.repeat(110)}`],
});

export const slackSessionCookie = defineRule({
  id: 'slack-session-cookie',
  title: 'Slack browser session cookie',
  provider: 'Slack',
  severity: 'high',
  keywords: ['xoxd-'],
  pattern: /(?<![A-Za-z0-9])xoxd-[A-Za-z0-9+/%_=-]{100,300}(?![A-Za-z0-9+/%_=-])/,
  distinctive: true,
  minEntropy: 4.3,
  references: [TOKENS],
  match: [
    `Cookie: d=«xoxd-${sample('base62', 60)}%2F${sample('base62', 70)}%3D»; b=1`,
    `"cookie": "«xoxd-${sample('base62', 140)}»"`,
  ],
  noMatch: [`xoxd-${sample('base62', 60)}`, `xoxd-${'x'.repeat(120)}`],
});

export const slackWebhookUrl = defineRule({
  id: 'slack-webhook-url',
  title: 'Slack incoming webhook URL',
  provider: 'Slack',
  severity: 'high',
  keywords: ['hooks.slack'],
  pattern:
    /(?<![A-Za-z0-9.-])(?:https:\\?\/\\?\/)?hooks\.slack(?:-gov)?\.com\\?\/(?:services\\?\/T[A-Z0-9]{8,12}\\?\/B[A-Z0-9]{8,12}\\?\/[A-Za-z0-9]{24}|workflows\\?\/T[A-Z0-9]{8,12}\\?\/A[A-Z0-9]{8,12}\\?\/[0-9]{17,19}\\?\/[A-Za-z0-9]{24}|triggers\\?\/[TE][A-Z0-9]{8,12}\\?\/[0-9]{10,19}\\?\/[0-9a-f]{32})(?![A-Za-z0-9])/,
  before: 10,
  distinctive: true,
  minEntropy: 3.5,
  publicValues: [
    'https://hooks.slack.com/services/' + 'T00000000/B00000000/' + 'X'.repeat(24),
    'https://hooks.slack.com/services/' + 'TXXXXXXXX/BXXXXXXXX/' + 'X'.repeat(24),
  ],
  references: ['https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/'],
  match: [
    `SLACK_WEBHOOK_URL=«https://hooks.slack.com/services/T0${sample('upperAlnum', 9)}/B0${sample('upperAlnum', 9, 2)}/${sample('base62', 24)}»`,
    `{"url": "«https:\\/\\/hooks.slack.com\\/workflows\\/T0${sample('upperAlnum', 8)}\\/A0${sample('upperAlnum', 9)}\\/${sample('digits', 18)}\\/${sample('base62', 24, 2)}»"}`,
    `curl -d @body «hooks.slack-gov.com/triggers/T0${sample('upperAlnum', 9, 3)}/${sample('digits', 13)}/${sample('hex', 32)}»`,
  ],
  noMatch: [
    `https://hooks.slack.com/services/T0${sample('upperAlnum', 9)}/B0${sample('upperAlnum', 9, 2)}/${sample('base62', 9)}`,
    `https://hooks.slack.com/services/T${'X'.repeat(8)}/B${'X'.repeat(8)}/${'X'.repeat(24)}`,
    'https://api.slack.com/messaging/webhooks',
  ],
});

export const slackSigningSecret = defineRule({
  id: 'slack-signing-secret',
  title: 'Slack signing or client secret',
  provider: 'Slack',
  severity: 'high',
  confidence: 'medium',
  keywords: ['slack'],
  pattern:
    /slack[\w.-]{0,24}secret[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://docs.slack.dev/authentication/verifying-requests-from-slack/'],
  match: [
    `SLACK_SIGNING_SECRET=«${sample('hex', 32)}»`,
    `"slackClientSecret": "«${sample('hex', 32, 2)}»",`,
    `slack.signing_secret: '«${sample('hex', 32, 3)}»'`,
  ],
  noMatch: [`slack signing secret ${sample('hex', 32)}`, `https://files.slack.com/secret/${sample('hex', 32)}`],
});

export const slackTokenResponse = defineResponse({
  id: 'slack-token',
  title: 'Slack token',
  rules: [
    'slack-app-token',
    'slack-bot-token',
    'slack-config-refresh-token',
    'slack-config-token',
    'slack-legacy-token',
    'slack-session-cookie',
    'slack-session-token',
    'slack-user-token',
  ],
  names: ['SLACK_TOKEN', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_API_TOKEN', 'SLACK_*'],
  revoke: {
    page: 'https://api.slack.com/apps',
    command: null,
    api: 'POST https://slack.com/api/auth.revoke, authenticated by the token itself (header from a file)',
  },
  rotate: [
    'Revoke it: auth.revoke with the token, or in the settings of the app. App-level tokens: Basic Information, App-Level Tokens.',
    'Install the app again: that mints a new bot token. Switch token rotation on.',
    'A session cookie or session token of a person: sign out of all sessions, and change the password.',
  ],
  invalidation: 'At once.',
  audit: 'Audit logs (Enterprise); access logs of the workspace.',
  detectUse: 'Messages, files and searches by the app that nobody caused; access from unknown addresses.',
  reach: 'Messages, files and members within its scopes. Channels often hold more secrets: search them.',
  breaks: 'The app, until it is installed again.',
  vendorNote: 'Slack says that it searches for leaked tokens and revokes them. ' + PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://api.slack.com/methods/auth.revoke',
  sources: [
    'https://api.slack.com/methods/auth.revoke',
    'https://api.slack.com/authentication/best-practices',
    PARTNER.source,
  ],
});

export const slackWebhookResponse = defineResponse({
  id: 'slack-webhook',
  title: 'Slack webhook address',
  rules: ['slack-webhook-url'],
  names: ['SLACK_WEBHOOK_URL', 'SLACK_WEBHOOK', 'SLACK_HOOK_URL'],
  revoke: { page: 'https://api.slack.com/apps', command: null, api: null },
  rotate: [
    'Open the app, Incoming Webhooks: remove the address and add a new one. A workflow: edit its webhook trigger.',
  ],
  invalidation: 'The old address answers with an error.',
  detectUse: 'Messages in the channel that nobody knows.',
  reach: 'Writing into one channel as the app, which is enough for phishing. No reading.',
  breaks: 'Whatever posts to that address.',
  vendorRevokes: true,
  vendorNote: 'Slack says that it searches for leaked webhook addresses and revokes them.',
  rotationDays: INTERVALS.webhookSecret,
  docs: 'https://api.slack.com/messaging/webhooks',
  sources: ['https://api.slack.com/messaging/webhooks', PARTNER.source],
});

export const slackSigningSecretResponse = defineResponse({
  id: 'slack-signing-secret',
  title: 'Slack signing secret',
  rules: ['slack-signing-secret'],
  names: ['SLACK_SIGNING_SECRET'],
  revoke: { page: 'https://api.slack.com/apps', command: null, api: null },
  rotate: ['Open the app, Basic Information: regenerate the signing secret, and deploy it to the receiver at once.'],
  invalidation: 'Forged requests pass until the receiver no longer accepts the old one.',
  detectUse: 'Requests to your receiver that Slack did not send: unknown teams, users or trigger ids.',
  reach: 'Forged events, commands and interactions at your receiver.',
  breaks: 'Verification of requests until the receiver has the new one.',
  rotationDays: INTERVALS.webhookSecret,
  docs: 'https://api.slack.com/authentication/verifying-requests-from-slack',
  sources: ['https://api.slack.com/authentication/verifying-requests-from-slack'],
});
