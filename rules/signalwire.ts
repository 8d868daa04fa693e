// SignalWire: API tokens; their prefix PT is too short to stand without the vendor's name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const signalwireToken = defineRule({
  id: 'signalwire-token',
  title: 'SignalWire API token',
  provider: 'SignalWire',
  severity: 'high',
  keywords: ['signalwire', 'signal_wire'],
  pattern:
    /(?:[sS]ignal[wW]ire|SIGNAL_?WIRE|signal_wire)[\w.-]{0,32}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>PT[0-9a-f]{48,50})(?![\w-])/,
  minEntropy: 3.1,
  references: ['https://developer.signalwire.com'],
  match: [`SIGNALWIRE_TOKEN=«PT${sample('hex', 48)}»`, `signalwire.api_token: "«PT${sample('hex', 48, 2)}»"`],
  noMatch: [`PT${sample('hex', 48)}`, `signalwire PT${sample('hex', 40)}`],
});
