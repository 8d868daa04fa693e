// ODBC and ADO.NET: the password in a list of `name=value;` pairs.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const odbcConnectionString = defineRule({
  id: 'odbc-connection-string',
  title: 'Connection string with password (ODBC, ADO.NET)',
  provider: 'ODBC / ADO.NET',
  severity: 'critical',
  keywords: ['password=', 'pwd='],
  pattern:
    /(?<=; ?|["'])(?:password|pwd)=(?<secret>(?![$%{*#])[^\x00-\x20"'\x60<>;&\\]{3,128})(?![^\x00-\x20"'\x60<>;&\\])/i,
  confidence: 'medium',
  check: 'password',
  minEntropy: 2,
  near: { words: ['server=', 'data source=', 'datasource=', 'user id=', 'uid=', 'dsn='], before: 300, after: 200 },
  references: ['https://learn.microsoft.com/sql/connect/ado-net/connection-string-syntax'],
  match: [
    `"Crm": "Server=db.acme.io;Database=crm;User Id=crm;Password=«${sample('base62', 18)}»;Encrypt=true"`,
    `conn = "Driver={ODBC Driver 18};Server=db.acme.io;Uid=crm;Pwd=«${sample('base62', 16, 2)}»;"`,
  ],
  noMatch: [
    'Server=db.acme.io;User Id=crm;Password={password};',
    'Server=db.acme.io;User Id=crm;Password=$(DB_PASSWORD);',
  ],
});
