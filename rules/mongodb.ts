// MongoDB: connection strings with a password.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const mongodbConnectionString = defineRule({
  id: 'mongodb-connection-string',
  title: 'MongoDB connection string with password',
  provider: 'MongoDB',
  severity: 'critical',
  keywords: ['mongodb://', 'mongodb+srv://'],
  pattern:
    /(?<![A-Za-z0-9])mongodb(?:\+srv){0,1}:\/\/[^\x00-\x20"'\x60<>@/:{}$\\]{1,128}:(?<secret>(?!\$\{|\$[A-Z(]|%s|\*\*\*)[^\x00-\x20"'\x60<>@/{}\\]{3,128})@[A-Za-z0-9.,:_[\]-]{0,511}[A-Za-z0-9\]](?:\/[\w.$%-]{0,64}){0,1}(?:\?[\w=&%.+:;-]{1,256}){0,1}/,
  distinctive: true,
  confidence: 'medium',
  check: 'url-password',
  publicValues: ['D1fficultP' + '%40ssw0rd'],
  references: ['https://www.mongodb.com/docs/manual/reference/connection-string/'],
  match: [
    `MONGO_URL=mongodb+srv://api:«${sample('base62', 16)}»@cluster0.k3x9q.mongodb.net/shop?retryWrites=true&w=majority`,
    `mongoose.connect('mongodb://root:«${sample('base62', 20, 2)}»@db1.acme.dev:27017,db2.acme.dev:27017/shop')`,
    `uri: mongodb://api:«${sample('base62', 12, 3)}%40»@10.0.0.5`,
  ],
  noMatch: [
    'mongodb://localhost:27017/shop',
    'mongodb+srv://<db_username>:<db_password>@cluster0.acme.mongodb.net',
    `mongodb://root:${'${MONGO_PASSWORD}'}@db:27017`,
  ],
});

export const mongodbPasswordResponse = defineResponse({
  id: 'mongodb-password',
  title: 'MongoDB password',
  rules: ['mongodb-connection-string'],
  names: ['MONGO_URL', 'MONGODB_URI', 'MONGODB_URL', 'MONGO_URI', 'MONGO_PASSWORD', 'MONGO_*', 'MONGODB_*'],
  schemes: ['mongodb', 'mongodb+srv'],
  revoke: {
    page: null,
    command: "mongosh --eval \"db.getSiblingDB('admin').revokeRolesFromUser('APP_USER', ['ROLE'])\"",
    api: null,
  },
  rotate: [
    'Own server: db.changeUserPassword with passwordPrompt() in mongosh asks for the new one. Or create a second user, deploy it, drop the first.',
    'Atlas: change the database user under Database Access, and tighten the access list of addresses.',
    'Update every place, restart the clients so that their pools reconnect.',
  ],
  generate: 'openssl rand -base64 32',
  invalidation: 'Connections that are open keep their rights until they close.',
  audit: 'Log or audit log of mongod; on Atlas the database access history: atlas accessLogs list.',
  detectUse: 'Client addresses of the user in the log or the access history.',
  reach: 'The databases that the roles of the user name.',
  breaks: 'Every client with the old password, from its next connection on.',
  vendorNote: 'Connection strings of Atlas are known to GitHub. ' + PARTNER.note,
  rotationDays: INTERVALS.password,
  docs: 'https://www.mongodb.com/docs/manual/reference/method/db.changeUserPassword/',
  sources: ['https://www.mongodb.com/docs/manual/reference/method/db.changeUserPassword/', PARTNER.source],
});
