// UptimeRobot: API keys near the name.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const uptimerobotKey = defineRule({
  id: 'uptimerobot-key',
  title: 'UptimeRobot API key',
  provider: 'UptimeRobot',
  severity: 'low',
  confidence: 'medium',
  keywords: ['uptimerobot', 'uptime_robot', 'uptime-robot'],
  pattern:
    /uptime[_-]?robot[\w.-]{0,32}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>(?:ur|u|m)[0-9]{6,10}-[0-9a-f]{24})(?![\w-])/i,
  minEntropy: 2.6,
  references: ['https://uptimerobot.com/api/'],
  match: [
    `UPTIMEROBOT_API_KEY=«u${sample('digits', 7)}-${sample('hex', 24)}»`,
    `uptime_robot_key: '«m${sample('digits', 9)}-${sample('hex', 24, 2)}»'`,
  ],
  noMatch: [`uptimerobot u${sample('digits', 7)}-${sample('hex', 12)}`, `u${sample('digits', 7)}-${sample('hex', 24)}`],
});
