// Flask: the session secret, where the name of the setting shows that it is Flask's and not Django's.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const flaskSecretKey = defineRule({
  id: 'flask-secret-key',
  title: 'Flask secret key',
  provider: 'Flask',
  severity: 'high',
  confidence: 'medium',
  keywords: ['app.secret_key', 'app.config[', 'flask_secret_key'],
  pattern:
    /(?:(?<![\w.])app\.(?:secret_key|config\[["']SECRET_KEY["']\])[ \t]{0,4}=[ \t]{0,4}b?["']|flask_secret_key["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?![a-z_]{1,20}[.([]))(?<secret>(?![$%{])[^\x00-\x20"'\x60<>]{8,128})(?![^\x00-\x20"'\x60<>])/i,
  minEntropy: 2.8,
  publicValues: ['dev'],
  references: ['https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY'],
  match: [
    `app.secret_key = '«${sample('base62', 24)}»'`,
    `app.config["SECRET_KEY"] = "«${sample('hex', 48, 2)}»"`,
    `FLASK_SECRET_KEY='«${sample('hex', 32, 3)}»'`,
  ],
  noMatch: [`app.secret_key = 'dev'`, `app.config['SECRET_KEY'] = os.environ['SECRET_KEY']`],
});
