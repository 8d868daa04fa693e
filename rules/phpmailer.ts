// PHPMailer: SMTP password written into the code.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const phpmailerCredentials = defineRule({
  id: 'phpmailer-credentials',
  title: 'PHPMailer SMTP password',
  provider: 'PHPMailer',
  severity: 'high',
  confidence: 'medium',
  keywords: ['$mail', '$phpmailer', '$this->mail', '$this->phpmail'],
  pattern: /\$(?:this->)?(?:php)?mail(?:er)?[0-9]?->Password[ \t]{0,8}=[ \t]{0,8}["'](?<secret>[^"'\r\n$]{3,128})["']/i,
  publicValues: ['secret', 'password', 'yourpassword'],
  references: ['https://github.com/PHPMailer/PHPMailer'],
  match: [
    `$mail->Password = '«${sample('base62', 14)}»';`,
    `$this->mailer->Password   = "«${sample('base62', 16, 2)}»"; // SMTP`,
  ],
  noMatch: ["$mail->Password = getenv('SMTP_PASSWORD');", "$mail->Password = '';"],
});

export const smtpPasswordResponse = defineResponse({
  id: 'smtp-password',
  title: 'password of a mail account or relay (SMTP, IMAP)',
  rules: ['phpmailer-credentials'],
  names: [
    'SMTP_PASSWORD',
    'SMTP_PASS',
    'MAIL_PASSWORD',
    'EMAIL_PASSWORD',
    'EMAIL_HOST_PASSWORD',
    'SMTP_URL',
    'IMAP_PASSWORD',
    'SMTP_*',
    'MAIL_*',
  ],
  schemes: ['smtp', 'smtps', 'imap', 'imaps'],
  rotate: [
    'Change it at the provider named by the host beside it. Of an app password: delete it and create another.',
    'Look for forwarding rules, filters and other sign-ins of the account.',
    'Ask for an account or key that may only send.',
  ],
  generate: 'openssl rand -base64 24',
  invalidation: 'Sessions that are open often go on: end them at the provider.',
  audit: 'Sign-in log and sent mail of the account.',
  detectUse: 'Sent mail and bounces that nobody of yours caused.',
  reach: 'Mail in your name; of a whole mailbox, its content and every password that can be reset by mail.',
  breaks: 'Sending with it.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  sources: ['https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
});
