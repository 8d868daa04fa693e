// Telegram: bot tokens, the bot id and 35 characters that begin with AA.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const telegramBotToken = defineRule({
  id: 'telegram-bot-token',
  title: 'Telegram bot token',
  provider: 'Telegram',
  severity: 'high',
  keywords: [':AA'],
  pattern: /(?:(?<![A-Za-z0-9])|(?<=bot))[0-9]{8,10}:AA[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/,
  before: 10,
  minEntropy: 3.9,
  near: { words: ['telegram', 'bot', 'tg_'], before: 160, after: 160 },
  publicValues: ['110201543:' + 'AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'],
  references: ['https://core.telegram.org/bots/api#authorizing-your-bot'],
  match: [
    `TELEGRAM_TOKEN=«${sample('digits', 10)}:AA${sample('base64url', 33)}»`,
    `https://api.telegram.org/bot«${sample('digits', 9)}:AA${sample('base64url', 33, 2)}»/sendMessage`,
    `bot = Bot(token='«${sample('digits', 10, 2)}:AA${sample('base64url', 33, 3)}»')`,
  ],
  noMatch: [
    `telegram ${sample('digits', 9)}:AA${sample('base64url', 20)}`,
    `bot ${sample('digits', 5)}:AA${sample('base64url', 33)}`,
  ],
});

export const telegramBotTokenResponse = defineResponse({
  id: 'telegram-bot-token',
  title: 'Telegram bot token',
  rules: ['telegram-bot-token'],
  names: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_TOKEN', 'TG_BOT_TOKEN', 'TELEGRAM_*'],
  revoke: { page: 'https://t.me/BotFather', command: null, api: null },
  rotate: [
    'Send /revoke to BotFather and choose the bot: it answers with a new token.',
    'Deploy it, and set the webhook of the bot again with it.',
  ],
  invalidation: 'The old token is refused; webhooks are set anew.',
  detectUse: 'getWebhookInfo shows an address that is not yours; getUpdates reports a conflict.',
  reach: 'Everything the bot receives, and writing in all its chats.',
  breaks: 'The bot, until it has the new token.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://core.telegram.org/bots/features#botfather',
  sources: ['https://core.telegram.org/bots/features#botfather'],
});
