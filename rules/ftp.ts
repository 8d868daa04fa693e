// FTP and SFTP: passwords in the settings of editor plug-ins (sftp-config.json, .ftpconfig, sftp.json).

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ftpCredentials = defineRule({
  id: 'ftp-credentials',
  title: "Password in an editor's FTP settings",
  provider: 'FTP',
  generic: true,
  severity: 'high',
  confidence: 'medium',
  keywords: ['"password"', '"pass"'],
  pattern: /"pass(?:word){0,1}"[ \t]{0,4}:[ \t]{0,4}"(?<secret>[^"\\\x00-\x1f]{3,128})"/,
  near: {
    words: [
      '"remote_path"',
      '"remotepath"',
      '"type": "sftp"',
      '"type": "ftp"',
      '"protocol": "sftp"',
      '"protocol": "ftp"',
      '"protocol": "ftps"',
      '"upload_on_save"',
      '"uploadonsave"',
    ],
    before: 800,
    after: 800,
  },
  references: ['https://codexns.io/products/sftp_for_subime/settings'],
  match: [
    `{"type": "sftp", "host": "web1.acme.dev", "password": "«${sample('base62', 14)}»", "remote_path": "/var/www"}`,
    `{"protocol": "ftp", "host": "web1.acme.dev", "pass": "«${sample('base62', 16, 2)}»", "remote": "/"}`,
  ],
  noMatch: ['{"type": "sftp", "remote_path": "/", "password": ""}', '"password_hint": "sftp"'],
});
