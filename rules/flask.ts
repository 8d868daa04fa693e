// Flask: the session secret, where the name of the setting shows that it is Flask's and not Django's.

import { defineResponse, INTERVALS } from '../src/response.js';
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

export const frameworkKeyResponse = defineResponse({
  id: 'framework-key',
  title: 'signing or session key of a web framework',
  rules: ['flask-secret-key', 'aspnet-machine-key', 'wordpress-salts'],
  names: [
    'SESSION_SECRET',
    'COOKIE_SECRET',
    'FLASK_SECRET_KEY',
    'APP_SECRET',
    'SESSION_KEY',
    'CSRF_SECRET',
    'NUXT_SESSION_PASSWORD',
    'IRON_SESSION_PASSWORD',
    'FLASK_*',
    'SESSION_*',
    'COOKIE_*',
  ],
  rotate: [
    'Generate a new key, put it into the environment, restart all instances.',
    'WordPress: replace all eight keys and salts, for example with wp config shuffle-salts. ASP.NET: replace both keys, on every server at once.',
    'Delete stored sessions. Do not accept the leaked key beside the new one.',
  ],
  generate: 'openssl rand -hex 32',
  invalidation: 'Cookies and signed data, forged ones too, pass until no instance accepts the old key.',
  audit: 'Request and sign-in log of the application.',
  detectUse: 'Actions of users without a sign-in before them.',
  reach: 'Forged sessions of any user. A machine key of ASP.NET: execution of code through view state.',
  breaks: 'Everybody is signed out.',
  vendorRevokes: false,
  vendorNote: 'You issue it yourself: there is no vendor.',
  rotationDays: INTERVALS.signingKey,
  docs: 'https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY',
  sources: [
    'https://flask.palletsprojects.com/en/stable/config/#SECRET_KEY',
    'https://developer.wordpress.org/cli/commands/config/shuffle-salts/',
    'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
  ],
});
