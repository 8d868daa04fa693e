// X / Twitter: app-only bearer tokens, consumer secrets, user access tokens with their secrets.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const AUTHENTICATION = 'https://docs.x.com/resources/fundamentals/authentication/';

export const twitterBearerToken = defineRule({
  id: 'twitter-bearer-token',
  title: 'X (Twitter) app-only bearer token',
  provider: 'X / Twitter',
  severity: 'high',
  keywords: ['AAAAAAAAAAAAAAAAAAAAA'],
  // The head is an app id padded with zero bytes, the same in all tokens of the app: the secret starts behind it.
  pattern:
    /(?<![A-Za-z0-9%+/])A{21}(?:[A-Za-z0-9]{0,8}A{5,9})?(?<secret>[A-Za-z0-9]{0,60}%(?:2[BbFf]|3[Dd])[A-Za-z0-9%]{40,100})(?![A-Za-z0-9%+/=_-])/,
  distinctive: true,
  minEntropy: 4.2,
  references: [AUTHENTICATION],
  match: [
    `TWITTER_BEARER_TOKEN=${'A'.repeat(21)}MLhe${'A'.repeat(7)}«${bearer(1)}»`,
    `{"bearer": "${'A'.repeat(21)}«${bearer(2)}»"}`,
    `Authorization: Bearer ${'A'.repeat(21)}«${bearer(3)}»`,
  ],
  noMatch: [`${'A'.repeat(21)}${sample('base62', 80)}`, `${'A'.repeat(21)}${sample('base62', 20)}%3D`],
});

export const twitterApiSecret = defineRule({
  id: 'twitter-api-secret',
  title: 'X (Twitter) consumer secret',
  provider: 'X / Twitter',
  severity: 'high',
  confidence: 'medium',
  keywords: ['twitter', 'consumer_secret', 'consumersecret', 'consumer_key', 'api_secret'],
  pattern:
    /(?:twitter[\w.-]{0,24}(?:secret|key)|consumer_?(?:secret|key)|api_secret)[\w.-]{0,8}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Za-z0-9]{50})(?![\w-])/i,
  minEntropy: 4.2,
  references: [AUTHENTICATION],
  match: [
    `TWITTER_API_SECRET=«${sample('base62', 50)}»`,
    `consumer_secret = '«${sample('base62', 50, 2)}»'`,
    `"twitterConsumerSecret": "«${sample('base62', 50, 3)}»"`,
  ],
  noMatch: [`twitter ${sample('base62', 50)}`, `consumer_secret = '${'x'.repeat(50)}'`],
});

export const twitterAccessToken = defineRule({
  id: 'twitter-access-token',
  title: 'X (Twitter) user access token',
  provider: 'X / Twitter',
  severity: 'high',
  confidence: 'medium',
  keywords: ['access_token', 'accesstoken', 'access_key', 'oauth_token'],
  pattern:
    /(?:access_?token|access_key|oauth_token)[\w.-]{0,24}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[0-9]{15,20}-[A-Za-z0-9]{20,40})(?![\w-])/i,
  near: { words: ['twit', 'tweepy', 'tweet', 'consumer_'], before: 300, after: 300 },
  minEntropy: 3.3,
  references: [AUTHENTICATION],
  match: [
    `TWITTER_ACCESS_TOKEN=«${sample('digits', 19)}-${sample('base62', 30)}»`,
    `auth = tweepy.OAuthHandler(key, secret)\naccess_token = "«${sample('digits', 18)}-${sample('base62', 31)}»"`,
  ],
  noMatch: [`twitter ${sample('digits', 9)}-${sample('base62', 30)}`, `access_token: ${sample('digits', 12)}`],
});

export const twitterAccessTokenSecret = defineRule({
  id: 'twitter-access-token-secret',
  title: 'X (Twitter) access token secret',
  provider: 'X / Twitter',
  severity: 'high',
  confidence: 'medium',
  keywords: ['twitter', 'access_token_secret', 'accesstokensecret', 'access_secret', 'oauth_token_secret'],
  pattern:
    /(?:twitter[\w.-]{0,24}|access_?token_?|access_|oauth_token_)secret[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Za-z0-9]{45})(?![\w-])/i,
  minEntropy: 4.1,
  references: [AUTHENTICATION],
  match: [
    `TWITTER_ACCESS_TOKEN_SECRET=«${sample('base62', 45)}»`,
    `access_token_secret: "«${sample('base62', 45, 2)}»"`,
    `accessTokenSecret: '«${sample('base62', 45, 3)}»',`,
  ],
  noMatch: [`twitter ${sample('base62', 45)}`, `TWITTER_ACCESS_SECRET=${'x'.repeat(45)}`],
});

function bearer(seed: number): string {
  return `${sample('base62', 9, seed)}%2B${sample('base62', 25, seed)}%3D${sample('base62', 50, seed)}`;
}
