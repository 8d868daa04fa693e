// Storyblok: access tokens of a space (22 characters and `tt`) and personal ones, both by name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://www.storyblok.com/docs/concepts/access-tokens';

export const storyblokToken = defineRule({
  id: 'storyblok-token',
  title: 'Storyblok access token',
  provider: 'Storyblok',
  severity: 'low',
  confidence: 'medium',
  keywords: ['storyblok'],
  pattern:
    /(?<![A-Za-z0-9])(?:[Ss]tory[Bb]lok|STORYBLOK)(?:[\w.-]{0,24}?(?:[Kk]ey|KEY|[Tt]oken|TOKEN)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}|\.com\/[^ \t\r\n"'\x60<>]{0,160}[?&]token=)(?<secret>[A-Za-z0-9]{22}tt)(?![A-Za-z0-9_-])/,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `STORYBLOK_TOKEN=«${sample('base62', 22)}tt»`,
    `https://api.storyblok.com/v2/cdn/stories?version=draft&token=«${sample('base62', 22, 2)}tt»`,
  ],
  noMatch: [`storyblok ${sample('base62', 22)}tt`, `STORYBLOK_TOKEN=${'x'.repeat(22)}tt`],
});

export const storyblokPersonalToken = defineRule({
  id: 'storyblok-personal-token',
  title: 'Storyblok personal access token',
  provider: 'Storyblok',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['storyblok'],
  pattern:
    /(?<![A-Za-z0-9])(?:[Ss]tory[Bb]lok|STORYBLOK)[\w.-]{0,24}?(?:[Kk]ey|KEY|[Tt]oken|TOKEN)[\w.-]{0,12}[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[A-Za-z0-9]{22}tt-[0-9]{5,7}-[A-Za-z0-9_-]{20})(?![A-Za-z0-9_-])/,
  minEntropy: 3.2,
  references: [DOCS],
  match: [
    `STORYBLOK_OAUTH_TOKEN=«${sample('base62', 22)}tt-104711-${sample('base62', 20)}»`,
    `"storyblokToken": "«${sample('base62', 22, 2)}tt-98765-${sample('base62', 20, 2)}»"`,
  ],
  noMatch: [
    `storyblok ${sample('base62', 22)}tt-104711-${sample('base62', 20)}`,
    `STORYBLOK_OAUTH_TOKEN=${'x'.repeat(22)}tt-104711`,
  ],
});
