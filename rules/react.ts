// React (Create React App): REACT_APP_ variables are compiled into the bundle that everybody downloads.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const reactAppPassword = defineRule({
  id: 'react-app-password',
  title: 'Password in a REACT_APP_ build variable',
  provider: 'React',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['REACT_APP_'],
  pattern:
    /REACT_APP_[A-Z0-9_]{0,40}(?:PASSWORD|PASSWD)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?<secret>(?![$%{]|process\.|import\.)[^\x00-\x20"'\x60<>\\]{6,128})(?![^\x00-\x20"'\x60<>\\])/,
  minEntropy: 2,
  references: ['https://create-react-app.dev/docs/adding-custom-environment-variables/'],
  match: [
    `REACT_APP_ADMIN_PASSWORD=«${sample('base62', 16)}»`,
    `"REACT_APP_DB_PASSWORD": "«${sample('base62', 18, 2)}»"`,
  ],
  noMatch: ['REACT_APP_ADMIN_PASSWORD=${ADMIN_PASSWORD}', 'REACT_APP_ADMIN_PASSWORD=abc'],
});
