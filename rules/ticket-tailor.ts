// Ticket Tailor: API keys of the `sk_` family.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ticketTailorKey = defineRule({
  id: 'ticket-tailor-key',
  title: 'Ticket Tailor API key',
  provider: 'Ticket Tailor',
  severity: 'medium',
  keywords: ['sk_'],
  pattern: /(?<![A-Za-z0-9_])sk_[0-9]{4}_[0-9]{6}_[0-9a-f]{32}(?![A-Za-z0-9_])/,
  minEntropy: 3,
  near: { words: ['tickettailor', 'ticket_tailor', 'ticket-tailor', 'ticket tailor'], before: 400, after: 400 },
  references: ['https://developers.tickettailor.com'],
  match: [
    `TICKET_TAILOR_API_KEY=«sk_${sample('digits', 4)}_${sample('digits', 6)}_${sample('hex', 32)}»`,
    `auth=('«sk_${sample('digits', 4, 2)}_${sample('digits', 6, 2)}_${sample('hex', 32, 2)}»', '') # tickettailor`,
  ],
  noMatch: [
    `sk_${sample('digits', 4)}_${sample('digits', 6)}_${sample('hex', 31)}`,
    `sk_${sample('digits', 4)}_${sample('hex', 32)}`,
  ],
});
