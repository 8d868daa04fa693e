// FTP and SFTP: passwords in the settings of editor plug-ins (sftp-config.json, .ftpconfig, sftp.json).

import { defineResponse, INTERVALS } from '../src/response.js';
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

export const ftpPasswordResponse = defineResponse({
  id: 'ftp-password',
  title: 'password for file transfer (FTP, SFTP)',
  rules: ['ftp-credentials', 'filezilla-password'],
  names: ['FTP_PASSWORD', 'SFTP_PASSWORD', 'FTP_PASS', 'FTP_*', 'SFTP_*'],
  schemes: ['ftp', 'ftps', 'sftp'],
  rotate: [
    'Change the password of that user at the host named beside it, and put it where git does not see it.',
    'Compare the files on the server with what you deployed.',
    'Move to SFTP with keys: FTP sends passwords in clear text.',
  ],
  generate: 'openssl rand -base64 24',
  invalidation: 'Sessions that are open go on until they are closed.',
  audit: 'Log of the server.',
  detectUse: 'Sign-ins and changed files that nobody of yours caused.',
  reach: 'Reading and writing of the files of that user: of a website, what visitors get.',
  breaks: 'Deployments and jobs with it.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  sources: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
});
