// PHPMailer: SMTP password written into the code.

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
