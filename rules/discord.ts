// Discord: webhook URLs, bot tokens (whose first part is a number in base64), client secrets, public keys.

import { defineResponse, INTERVALS, NOT_REPORTED, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const discordWebhookUrl = defineRule({
  id: 'discord-webhook-url',
  title: 'Discord webhook URL',
  provider: 'Discord',
  severity: 'medium',
  keywords: ['https://discord', 'https://canary.discord', 'https://ptb.discord'],
  pattern:
    /https:\/\/(?:canary\.|ptb\.)?discord(?:app)?\.com\/api\/(?:v[0-9]{1,2}\/)?webhooks\/[0-9]{17,20}\/[A-Za-z0-9_-]{60,80}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://discord.com/developers/docs/resources/webhook'],
  match: [
    `DISCORD_WEBHOOK=«https://discord.com/api/webhooks/${sample('digits', 18)}/${sample('base64url', 68)}»`,
    `curl -d @m.json "«https://canary.discord.com/api/webhooks/${sample('digits', 19)}/${sample('base64url', 68, 2)}»"`,
    `"url": "«https://discordapp.com/api/webhooks/${sample('digits', 18, 2)}/${sample('base64url', 68, 3)}»"`,
  ],
  noMatch: [
    'https://discord.com/api/webhooks/123456789012345678',
    `https://discord.com/api/webhooks/${sample('digits', 18)}/${sample('base64url', 40)}`,
  ],
});

export const discordBotToken = defineRule({
  id: 'discord-bot-token',
  title: 'Discord bot token',
  provider: 'Discord',
  severity: 'critical',
  keywords: ['discord', 'token', 'login(', 'run(', 'bot '],
  // 17 to 20 digits in base64: four characters per three digits, from a few letters each.
  pattern:
    /(?:[Dd]iscord|DISCORD|[Tt]oken|TOKEN|[Ll]ogin|[Rr]un|[Bb]ot|BOT)[\w.-]{0,24}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>]|(?<=[Bb]ot )|(?<=BOT ))[ \t]{0,8}(?:Bot )?[\\"'`]{0,2}(?:Bot )?(?<secret>(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){5,6}(?:[MNO][AQgw]|[MNO][DTjz][AEIMQUYcgk])?\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38})(?![A-Za-z0-9_-])/,
  check: 'discord-bot-token',
  publicValues: ['MTk4NjIyNDgzNDcxOTI1MjQ4.' + 'Cl2FMQ.' + 'ZnCjm1XVW7vRze4b7Cq4se7kKWs'],
  references: ['https://discord.com/developers/docs/reference#authentication'],
  match: [
    `DISCORD_TOKEN=«${botToken(18, 1)}»`,
    `client.login('«${botToken(19, 2)}»');`,
    `bot.run("«${botToken(17, 3)}»")`,
    `Authorization: Bot «${botToken(18, 4)}»`,
    `{"token": "«${botToken(19, 5)}»"}`,
  ],
  noMatch: [
    `client.login(${sample('base62', 24)}.${sample('base62', 6)}.${sample('base62', 27)})`,
    'token = load.Mtoken.prefix.value_of_the_discord_bot_token',
  ],
});

export const discordClientSecret = defineRule({
  id: 'discord-client-secret',
  title: 'Discord OAuth client secret',
  provider: 'Discord',
  severity: 'high',
  confidence: 'medium',
  keywords: ['discord'],
  pattern:
    /discord[\w.-]{0,24}secret[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Za-z0-9_-]{32})(?![\w-])/i,
  minEntropy: 3.7,
  references: ['https://discord.com/developers/docs/topics/oauth2'],
  match: [
    `DISCORD_CLIENT_SECRET=«${sample('base64url', 32)}»`,
    `discordClientSecret: '«${sample('base62', 32, 2)}»'`,
    `"discord_secret": "«${sample('base64url', 32, 3)}»"`,
  ],
  noMatch: [`discord ${sample('base64url', 32)}`, `DISCORD_CLIENT_SECRET=${'x'.repeat(32)}`],
});

export const discordPublicKey = defineRule({
  id: 'discord-public-key',
  title: 'Discord application public key',
  provider: 'Discord',
  severity: 'low',
  secrecy: 'publishable',
  confidence: 'medium',
  keywords: ['discord'],
  pattern:
    /discord[\w.-]{0,24}pub(?:lic)?[_-]?key[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9a-f]{64})(?![\w-])/i,
  minEntropy: 3.2,
  references: ['https://discord.com/developers/docs/interactions/overview'],
  match: [
    `DISCORD_PUBLIC_KEY=«${sample('hex', 64)}»`,
    `discordPublicKey: "«${sample('hex', 64, 2)}»"`,
    `"discord_app_public_key": "«${sample('hex', 64, 3)}»"`,
  ],
  noMatch: [`discord public key ${sample('hex', 64)}`, `DISCORD_PUBLIC_KEY=${sample('hex', 32)}`],
});

function botToken(digits: number, seed: number): string {
  const id = Buffer.from(`1${sample('digits', digits - 1, seed)}`).toString('base64url');
  return `${id}.${sample('base64url', 6, seed)}.${sample('base64url', 38, seed)}`;
}

export const discordBotTokenResponse = defineResponse({
  id: 'discord-bot-token',
  title: 'Discord bot token or client secret',
  rules: ['discord-bot-token', 'discord-client-secret'],
  names: ['DISCORD_TOKEN', 'DISCORD_BOT_TOKEN', 'DISCORD_CLIENT_SECRET', 'DISCORD_*'],
  revoke: { page: 'https://discord.com/developers/applications', command: null, api: null },
  rotate: [
    'Open the application: Reset Token on the page of the bot, or Reset Secret on the page of OAuth2. Deploy the new one.',
  ],
  audit: 'Audit log of each server that the bot is in.',
  detectUse: 'Entries of the bot in the audit logs that you did not cause; new webhooks.',
  reach:
    'All servers that the bot is in, with its permissions; with the client secret the exchange of codes for tokens of users.',
  breaks: 'The bot, until it has the new token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://discord.com/developers/docs/topics/oauth2',
  sources: ['https://discord.com/developers/docs/topics/oauth2', PARTNER.source],
});

export const discordWebhookResponse = defineResponse({
  id: 'discord-webhook',
  title: 'Discord webhook address',
  rules: ['discord-webhook-url'],
  names: ['DISCORD_WEBHOOK_URL', 'DISCORD_WEBHOOK'],
  revoke: {
    page: null,
    command: 'curl -X DELETE --config FILE_WITH_URL',
    api: 'DELETE on the address itself, without authentication; whoever knows it may do so',
  },
  rotate: ['Delete the webhook (settings of the channel, Integrations, or by its own address), create another.'],
  invalidation: 'At once.',
  audit: 'Audit log of the server.',
  detectUse: 'Messages in the channel that nobody knows.',
  reach: 'Writing into one channel.',
  breaks: 'Whatever posts to that address.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.webhookSecret,
  docs: 'https://discord.com/developers/docs/resources/webhook',
  sources: ['https://discord.com/developers/docs/resources/webhook'],
});
