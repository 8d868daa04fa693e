// Google Analytics and Tag Manager: property, container, measurement and conversion ids, all public.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://developers.google.com/analytics';

export const googleAnalyticsId = defineRule({
  id: 'google-analytics-id',
  title: 'Google Analytics property or Tag Manager container ID',
  provider: 'Google Analytics',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['UA-', 'GTM-'],
  pattern: /(?<![A-Za-z0-9_-])(?:UA-[0-9]{5,10}-[0-9]{1,4}|GTM-[A-Z0-9]{6,8})(?![A-Za-z0-9_-])/,
  references: [DOCS],
  match: [`ga('create', '«UA-${sample('digits', 8)}-1»', 'auto');`, `GTM_ID=«GTM-${sample('upperAlnum', 7)}»`],
  noMatch: ['UA-XXXXX-Y', `GTM-${sample('upperAlnum', 4)}`],
});

export const googleAnalyticsMeasurementId = defineRule({
  id: 'google-analytics-measurement-id',
  title: 'Google Analytics measurement or conversion ID',
  provider: 'Google Analytics',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['gtag/js?id=', 'measurementid', 'measurement_id', 'gtag('],
  pattern:
    /(?:gtag\/js\?id=|(?:measurement_?[iI]d|MEASUREMENT_ID)["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|gtag\(['"]config['"],[ ]{0,2}['"])(?<secret>G-[A-Z0-9]{8,12}|AW-[0-9]{9,11})(?![A-Za-z0-9_-])/,
  references: [DOCS],
  match: [
    `<script async src="https://www.googletagmanager.com/gtag/js?id=«G-${sample('upperAlnum', 10)}»"></script>`,
    `gtag('config', '«AW-${sample('digits', 10)}»');`,
    `MEASUREMENT_ID=«G-${sample('upperAlnum', 10, 2)}»`,
  ],
  noMatch: [`gtag('config', 'G-${'X'.repeat(4)}');`, 'gtag/js?id=UA'],
});
