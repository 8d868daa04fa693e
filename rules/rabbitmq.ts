// RabbitMQ: the password in an AMQP URI.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const amqpConnectionString = defineRule({
  id: 'amqp-connection-string',
  title: 'AMQP URI with password',
  provider: 'RabbitMQ',
  severity: 'high',
  keywords: ['amqp://', 'amqps://'],
  pattern:
    /(?<![A-Za-z0-9])amqps?:\/\/[^\x00-\x20\x7f:/?#@"\x27<>{}]{0,64}:(?![$%])(?<secret>[^\x00-\x20\x7f:/?#@"\x27<>{}]{3,128})@[A-Za-z0-9[][\w.:-]{0,120}/,
  distinctive: true,
  confidence: 'medium',
  check: 'url-password',
  enforceCheck: true,
  publicValues: ['guest'],
  references: ['https://www.rabbitmq.com/docs/uri-spec'],
  match: [
    `AMQP_URL=amqp://orders:«${sample('base62', 20)}»@mq.acme.io:5672/`,
    `"broker": "amqps://svc:«${sample('base62', 24)}»@queue.acme.io/vhost"`,
  ],
  noMatch: ['amqp://guest@localhost:5672', 'amqp://user:${PASSWORD}@mq:5672'],
});
