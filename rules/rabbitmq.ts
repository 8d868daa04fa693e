// RabbitMQ: the password in an AMQP URI.

import { defineResponse, INTERVALS } from '../src/response.js';
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

export const rabbitmqPasswordResponse = defineResponse({
  id: 'rabbitmq-password',
  title: 'RabbitMQ (AMQP) password',
  rules: ['amqp-connection-string'],
  names: [
    'AMQP_URL',
    'RABBITMQ_URL',
    'RABBITMQ_PASSWORD',
    'RABBITMQ_DEFAULT_PASS',
    'CLOUDAMQP_URL',
    'RABBITMQ_*',
    'AMQP_*',
  ],
  schemes: ['amqp', 'amqps'],
  revoke: { page: null, command: 'rabbitmqctl clear_password APP_USER', api: null },
  rotate: [
    'Set a new one with rabbitmqctl change_password APP_USER, which reads it from standard input. Or create a second user, deploy it, delete the first.',
    'Close the connections of the user: rabbitmqctl close_all_user_connections APP_USER leaked.',
  ],
  generate: 'openssl rand -hex 32',
  invalidation: 'Connections that are open go on until they are closed.',
  audit: 'Log of the broker; event exchange, where it is switched on.',
  detectUse: 'rabbitmqctl list_connections user peer_host: hosts that are not yours.',
  reach: 'Queues and exchanges of its virtual hosts: reading and forging of jobs.',
  breaks: 'Every client with the old password, from its next connection on.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  docs: 'https://www.rabbitmq.com/docs/access-control',
  sources: ['https://www.rabbitmq.com/docs/access-control', 'https://www.rabbitmq.com/docs/man/rabbitmqctl.8'],
});
