// VirusTotal: API keys look like any SHA-256, so a telling name or the header is needed.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const virustotalKey = defineRule({
  id: 'virustotal-key',
  title: 'VirusTotal API key',
  provider: 'VirusTotal',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['virustotal', 'virus_total', 'vt_api', 'vt-api', 'x-apikey'],
  pattern:
    /(?:(?:virus_?total|(?<![A-Z0-9])vt[_-]api)[\w.-]{0,24}(?:key|token|secret)[\w.-]{0,8}|(?<![A-Z0-9])vt[_-]api[_-]?key|x-apikey)["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{64})(?![\w-])/i,
  minEntropy: 3.2,
  references: ['https://docs.virustotal.com/reference/authentication'],
  match: [
    `VIRUSTOTAL_API_KEY=«${sample('hex', 64)}»`,
    `VT_API_KEY: «${sample('hex', 64, 2)}»`,
    `headers = {"x-apikey": "«${sample('hex', 64, 3)}»"}`,
  ],
  noMatch: [`virustotal.com/gui/file/${sample('hex', 64)}`, `x-apikey: ${'0'.repeat(64)}`],
});
