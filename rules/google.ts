// Google: API keys, OAuth secrets and tokens.
// Next to Gemini words an API key belongs to google-gemini.ts, in a Firebase web configuration to firebase.ts.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const API_KEYS = 'https://cloud.google.com/docs/authentication/api-keys';
const OAUTH = 'https://developers.google.com/identity/protocols/oauth2';

export const googleApiKey = defineRule({
  id: 'google-api-key',
  title: 'Google API key',
  provider: 'Google',
  severity: 'medium',
  keywords: ['AIza'],
  // The two lookarounds leave Firebase web keys to firebase.ts.
  pattern:
    /(?<![A-Za-z0-9+/]|FIREBASE_API_KEY[:= "']{1,5})AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-]|["'],[ \t\r\n]{1,12}["']?authDomain)/,
  distinctive: true,
  minEntropy: 3.9,
  publicValues: ['AIzaSy' + 'abcdefghijklmnopqrstuvwxyz1234567'],
  references: [API_KEYS],
  match: [
    `GOOGLE_API_KEY=«AIzaSy${sample('base64url', 33)}»`,
    `"current_key": "«AIzaSy${sample('base64url', 33, 2)}»"`,
    `<script src="https://maps.googleapis.com/maps/api/js?key=«AIzaSy${sample('base64url', 33, 3)}»&v=3">`,
  ],
  noMatch: [`AIzaSy${sample('base64url', 20)}`, `AIzaSy${'x'.repeat(33)}`, `AIzaSy${sample('base64url', 60)}`],
});

export const googleGeminiBoundKey = defineRule({
  id: 'google-gemini-bound-key',
  title: 'Google API key bound to a service account',
  provider: 'Google',
  severity: 'high',
  keywords: ['AQ.Ab8RN6'],
  pattern: /(?<![A-Za-z0-9])AQ\.Ab8RN6[A-Za-z0-9_-]{44}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.2,
  references: [API_KEYS],
  match: [
    `GEMINI_API_KEY=«AQ.Ab8RN6${sample('base64url', 44)}»`,
    `x-goog-api-key: «AQ.Ab8RN6${sample('base64url', 44, 2)}»`,
  ],
  noMatch: [`AQ.Ab8RN6${sample('base64url', 20)}`, `AQ.Ab8RN6${'x'.repeat(44)}`],
});

export const googleOauthClientSecret = defineRule({
  id: 'google-oauth-client-secret',
  title: 'Google OAuth client secret',
  provider: 'Google',
  severity: 'high',
  keywords: ['GOCSPX-'],
  pattern: /(?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_-]{28}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.8,
  pairsWith: ['google-oauth-client-id'],
  references: [OAUTH],
  match: [
    `GOOGLE_CLIENT_SECRET=«GOCSPX-${sample('base64url', 28)}»`,
    `{"client_secret":"«GOCSPX-${sample('base64url', 28, 2)}»","redirect_uris":[]}`,
  ],
  noMatch: [`GOCSPX-${sample('base64url', 12)}`, `GOCSPX-${'x'.repeat(28)}`],
});

export const googleOauthClientId = defineRule({
  id: 'google-oauth-client-id',
  title: 'Google OAuth client id',
  provider: 'Google',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['.apps.googleusercontent.com'],
  before: 53,
  pattern: /(?<![A-Za-z0-9.-])[0-9]{6,20}-[a-z0-9]{32}\.apps\.googleusercontent\.com(?![A-Za-z0-9-])/,
  distinctive: true,
  minEntropy: 3,
  references: ['https://developers.google.com/identity/protocols/oauth2'],
  match: [
    `GOOGLE_CLIENT_ID=«${sample('digits', 12)}-${sample('lowerAlnum', 32)}.apps.googleusercontent.com»`,
    `"client_id": "«${sample('digits', 12, 2)}-${sample('lowerAlnum', 32, 2)}.apps.googleusercontent.com»"`,
  ],
  noMatch: [
    'YOUR_CLIENT_ID.apps.googleusercontent.com',
    `${sample('digits', 12)}-${sample('lowerAlnum', 31)}.apps.googleusercontent.com`,
  ],
});

export const googleOauthAccessToken = defineRule({
  id: 'google-oauth-access-token',
  title: 'Google OAuth access token',
  provider: 'Google',
  severity: 'medium',
  keywords: ['ya29.'],
  pattern: /(?<![A-Za-z0-9.])ya29\.(?:[a-z]\.)?[A-Za-z0-9_-]{20,2048}(?![A-Za-z0-9_-]|\.\.\.)/,
  distinctive: true,
  minEntropy: 3.4,
  references: [OAUTH],
  match: [
    `Authorization: Bearer «ya29.a0${sample('base64url', 160)}»`,
    `{"access_token": "«ya29.c.b0${sample('base64url', 300)}»", "expires_in": 3599}`,
  ],
  noMatch: [`ya29.${sample('base64url', 12)}`, `ya29.a0${sample('base64url', 20)}...`],
});

export const googleOauthRefreshToken = defineRule({
  id: 'google-oauth-refresh-token',
  title: 'Google OAuth refresh token',
  provider: 'Google',
  severity: 'high',
  keywords: ['1//0', '1\\/\\/0', '1%2F%2F0'],
  pattern: /(?<![A-Za-z0-9_./-])1(?:\/\/|\\\/\\\/|%2F%2F)0[A-Za-z0-9_-]{80,300}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 4.4,
  references: [OAUTH],
  match: [
    `"refresh_token": "«1//0${sample('base64url', 99)}»"`,
    `grant_type=refresh_token&refresh_token=«1%2F%2F0${sample('base64url', 99, 2)}»&scope=`,
  ],
  noMatch: [`1//0${sample('base64url', 40)}`, `1//0${'x'.repeat(99)}`],
});

export const recaptchaSecretKey = defineRule({
  id: 'recaptcha-secret-key',
  title: 'reCAPTCHA secret key',
  provider: 'Google',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['recaptcha'],
  pattern:
    /recaptcha[\w.-]{0,24}(?:secret|private)[\w.-]{0,16}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>6L[A-Za-z0-9_-]{38})(?![\w-])/i,
  minEntropy: 4,
  publicValues: ['6LeIxAcT' + 'AAAAAGG-vFI1TnRWxMZNFuojJ4WifJWe', '6LeIxAcT' + 'AAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI'],
  references: ['https://developers.google.com/recaptcha/docs/faq'],
  match: [
    `RECAPTCHA_SECRET_KEY=«6L${sample('base64url', 38)}»`,
    `"recaptcha_private_key": "«6L${sample('base64url', 38, 2)}»"`,
    `recaptcha.secret: '«6L${sample('base64url', 38, 3)}»'`,
  ],
  noMatch: [`grecaptcha site 6L${sample('base64url', 38)}`, `6L${sample('base64url', 38)}`],
});

export const googleApiKeyResponse = defineResponse({
  id: 'google-api-key',
  title: 'Google API key',
  rules: ['google-api-key', 'google-gemini-bound-key'],
  names: ['GOOGLE_API_KEY', 'GOOGLE_MAPS_API_KEY', 'GMAPS_API_KEY', 'YOUTUBE_API_KEY', 'GOOGLE_MAPS_*'],
  revoke: {
    page: 'https://console.cloud.google.com/apis/credentials',
    command: 'gcloud services api-keys delete KEY_ID',
    api: null,
  },
  rotate: [
    'Which APIs does it open? A key for maps in a browser is seen by every visitor: restrict it to your sites and to that API instead of hiding it.',
    'Otherwise create a new key, restricted to the APIs, addresses or apps that need it.',
    'Deploy the new one, then delete the old one.',
  ],
  invalidation: 'A deleted key can be restored for 30 days: check that nobody does.',
  audit: 'Dashboard of each API in the console; Cloud Audit Logs.',
  detectUse: 'Traffic of the APIs by credential: calls from unknown places, and the bill.',
  reach:
    'Every API that is enabled in the project and not excluded by a restriction, and its bill: with Gemini or Maps that grows fast.',
  breaks: 'Every call with the key.',
  vendorNote: PARTNER.note,
  rotationDays: { days: 90, source: 'CIS Google Cloud Foundations Benchmark: API keys are renewed every 90 days' },
  docs: 'https://cloud.google.com/docs/authentication/api-keys',
  sources: [
    'https://cloud.google.com/docs/authentication/api-keys',
    'https://docs.cloud.google.com/docs/security/compromised-credentials',
    PARTNER.source,
  ],
});

export const googleOauthClientSecretResponse = defineResponse({
  id: 'google-oauth-client-secret',
  title: 'Google OAuth client secret',
  rules: ['google-oauth-client-secret'],
  names: ['GOOGLE_CLIENT_SECRET', 'GOOGLE_OAUTH_CLIENT_SECRET', 'GOOGLE_OAUTH_SECRET'],
  revoke: { page: 'https://console.cloud.google.com/apis/credentials', command: null, api: null },
  rotate: [
    'Add a second secret to the OAuth client, deploy it, then disable and delete the old one.',
    'Check the redirect addresses and the consent screen of the client for changes.',
  ],
  invalidation: 'Refresh tokens of users are separate: revoke them when they may have been used.',
  reach: 'The application itself in the exchange of codes: what users have consented to.',
  breaks: 'Sign-in and token refresh of the application until it has the new secret.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://support.google.com/cloud/answer/15549257',
  sources: [
    'https://support.google.com/cloud/answer/15549257',
    'https://docs.cloud.google.com/docs/security/compromised-credentials',
    PARTNER.source,
  ],
});

export const googleOauthTokenResponse = defineResponse({
  id: 'google-oauth-token',
  title: 'Google OAuth access or refresh token',
  rules: ['google-oauth-access-token', 'google-oauth-refresh-token', 'gcp-application-default-credentials'],
  names: ['GOOGLE_REFRESH_TOKEN', 'GOOGLE_ACCESS_TOKEN'],
  revoke: {
    page: 'https://myaccount.google.com/connections',
    command: 'gcloud auth application-default revoke',
    api: 'POST https://oauth2.googleapis.com/revoke, with the token in the form body (from a file, not on the command line)',
  },
  rotate: [
    'Revoke it; the token itself is enough for that.',
    'Let the user consent again where access is still needed.',
  ],
  invalidation: 'Revoking a refresh token ends its access tokens; an access token alone expires after about 1 hour.',
  reach: 'The scopes that the user granted.',
  breaks: 'The one authorization that it belongs to.',
  vendorNote: PARTNER.note,
  rotationDays: { days: 0, source: 'access tokens expire by themselves' },
  docs: 'https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke',
  sources: ['https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke', PARTNER.source],
});
