// ngrok: authtokens, API keys and credentials near the name or the authtoken command.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ngrokAuthtoken = defineRule({
  id: 'ngrok-authtoken',
  title: 'ngrok authtoken or API key',
  provider: 'ngrok',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['ngrok', 'authtoken'],
  pattern:
    /(?:ngrok[\w.-]{0,24}(?:key|token|secret|auth|credential)[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?|authtoken["']?[ \t]{0,2}[:=, \t(][ \t]{0,4}["']?)(?<secret>[12][A-Za-z0-9]{25,26}_[0-9][A-Za-z0-9]{20}|(?:cr|ak)_[A-Za-z0-9]{25,30})(?![\w-])/i,
  minEntropy: 3.5,
  references: ['https://ngrok.com/docs/agent/'],
  match: [
    `NGROK_AUTHTOKEN=«2${sample('base62', 26)}_7${sample('base62', 20)}»`,
    `ngrok config add-authtoken «2${sample('base62', 26, 2)}_5${sample('base62', 20, 2)}»`,
    `"ngrokApiKey": "«ak_2${sample('base62', 26, 3)}»"`,
  ],
  noMatch: [`ngrok authtoken ${sample('base62', 20)}`, `2${sample('base62', 26)}_7${sample('base62', 20)}`],
});
