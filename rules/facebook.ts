// Facebook (Meta): Graph API access tokens, app tokens `<app id>|<27 characters>`, app secrets.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const TOKENS = 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens/';

export const facebookAccessToken = defineRule({
  id: 'facebook-access-token',
  title: 'Facebook Graph API access token',
  provider: 'Meta',
  severity: 'high',
  keywords: ['EAA'],
  // EAA begins base64 of many things: nothing of a base64 run may stand on either side.
  pattern: /(?<![A-Za-z0-9+/_-])EAA[A-Za-z0-9]{80,400}(?![A-Za-z0-9+/=_-])/,
  distinctive: true,
  minEntropy: 4.2,
  references: [TOKENS],
  match: [
    `FB_ACCESS_TOKEN=«EAAC${sample('base62', 160)}»`,
    `graph.facebook.com/me?access_token=«EAAM${sample('base62', 190, 2)}»`,
  ],
  noMatch: [`EAA${sample('base62', 60)}`, `EAA${sample('base62', 90)}==`, `EAA${'A'.repeat(100)}`],
});

export const facebookAppToken = defineRule({
  id: 'facebook-app-token',
  title: 'Facebook app access token',
  provider: 'Meta',
  severity: 'high',
  keywords: ['facebook', 'fb_', 'fb-', 'fbapp', 'access_token', 'access-token', 'accesstoken', 'app_token', 'apptoken'],
  pattern:
    /(?:facebook|fb[_-]|fbapp|access[_-]{0,1}token|app[_-]{0,1}token)[\w .-]{0,32}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9]{15,16}(?:\||%7C)[\w-]{27})(?![\w-])/i,
  minEntropy: 3,
  references: [TOKENS],
  match: [
    `FACEBOOK_APP_TOKEN=«1${sample('digits', 14)}|${sample('base64url', 27)}»`,
    `/debug_token?input_token=me&access_token=«2${sample('digits', 15, 2)}|${sample('base64url', 27, 2)}»`,
    `fbAppToken: '«3${sample('digits', 14, 3)}|${sample('base64url', 27, 3)}»'`,
  ],
  noMatch: [`1${sample('digits', 14)}|${sample('base64url', 27)}`, `access_token=1234|${'x'.repeat(27)}`],
});

export const facebookAppSecret = defineRule({
  id: 'facebook-app-secret',
  title: 'Facebook app secret',
  provider: 'Meta',
  severity: 'high',
  confidence: 'medium',
  keywords: ['facebook', 'fb_', 'fb-', 'fbapp'],
  pattern:
    /(?:facebook|(?<![A-Za-z0-9])fb)[\w .-]{0,20}(?:secret|key|token)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.5,
  references: ['https://developers.facebook.com/docs/development/create-an-app/app-dashboard/basic-settings/'],
  match: [
    `FACEBOOK_APP_SECRET=«${sample('hex', 32)}»`,
    `fb_secret: "«${sample('hex', 32, 2)}»"`,
    `facebook.appSecret = '«${sample('hex', 32, 3)}»'`,
  ],
  noMatch: [`facebook ${sample('hex', 32)}`, `FB_APP_SECRET=${'x'.repeat(32)}`],
});
