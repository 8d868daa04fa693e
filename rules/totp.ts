// One-time passwords: the shared secret in an otpauth URL, or under a name that says so.

import { defineResponse } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const RFC = 'https://datatracker.ietf.org/doc/html/rfc6238';
const PUBLIC_VALUES = ['JBSWY3DP' + 'EHPK3PXP', 'GEZDGNBVGY3TQOJQ' + 'GEZDGNBVGY3TQOJQ'];

export const totpSecret = defineRule({
  id: 'totp-secret',
  title: 'One-time password secret in an otpauth URL',
  provider: 'TOTP',
  severity: 'high',
  keywords: ['otpauth://'],
  pattern:
    /otpauth:\/\/[th]otp\/[^ \t\r\n"'<>?]{0,200}\?(?:[A-Za-z]{1,16}=[^ \t\r\n"'<>&]{0,100}&(?:amp;)?){0,6}secret=(?<secret>[A-Z2-7]{16,64})(?![A-Za-z0-9])/,
  minEntropy: 2.6,
  publicValues: PUBLIC_VALUES,
  references: [RFC],
  match: [
    `otpauth://totp/Acme:ops@acme.dev?secret=«${sample('base32', 32)}»&issuer=Acme`,
    `"url": "otpauth://totp/acme?issuer=Acme&secret=«${sample('base32', 16)}»"`,
  ],
  noMatch: [
    'otpauth://totp/Acme:ops@acme.dev?issuer=Acme&digits=6',
    `otpauth://totp/Acme?issuer=${sample('base32', 32)}`,
  ],
});

export const totpSecretNamed = defineRule({
  id: 'totp-secret-named',
  title: 'One-time password secret',
  provider: 'TOTP',
  severity: 'high',
  confidence: 'medium',
  keywords: ['totp', 'otp_se', 'otp-se', 'otpse', 'mfa_se', 'mfa-se', 'mfase', '2fa_se', '2fa-se', '2fase'],
  pattern:
    /(?:[Tt]?[Oo][Tt][Pp]|TOTP|[Mm][Ff][Aa]|2[Ff][Aa])[_-]?(?:[Ss]ecret|SECRET|[Ss]eed|SEED)(?:[_-]?(?:[Kk]ey|KEY))?[\\"'\]]{0,3}[ \t]{0,8}(?:=>|:=|[:=,(>])[ \t]{0,8}[\\"'`]{0,2}(?<secret>[A-Z2-7]{16,64})={0,6}(?![A-Za-z0-9_=-])/,
  minEntropy: 2.6,
  publicValues: PUBLIC_VALUES,
  references: [RFC],
  match: [
    `MFA_SECRET=«${sample('base32', 32)}»`,
    `totp_secret: "«${sample('base32', 16)}»"`,
    `{"otpSecret": "«${sample('base32', 26)}»"}`,
  ],
  noMatch: ['MFA_SECRET=${MFA_SECRET}', 'totp_secret: ref', `totp ${sample('base32', 32)}`],
});

export const totpSecretResponse = defineResponse({
  id: 'totp-secret',
  title: 'secret of one-time codes (second factor)',
  rules: ['totp-secret', 'totp-secret-named'],
  names: ['TOTP_SECRET', 'MFA_SECRET', 'OTP_SECRET', 'TWO_FACTOR_SECRET', 'TOTP_*', 'MFA_*'],
  rotate: [
    'Enrol the second factor of that account anew: that makes a new secret and ends the old one.',
    'Change the password of the account too if it may have leaked beside it, and end its sessions.',
    'Make new recovery codes.',
  ],
  invalidation: 'Sessions that are open live on until they are ended.',
  audit: 'Sign-in log of the account.',
  detectUse: 'Sign-ins that passed the second factor from unknown devices.',
  reach: 'The second factor of one account; with the password, the account.',
  breaks: 'The entry in authenticator apps, which must be set up again.',
  vendorRevokes: false,
  rotationDays: { days: 0, source: 'not renewed without a reason' },
  docs: 'https://datatracker.ietf.org/doc/html/rfc6238',
  sources: [
    'https://datatracker.ietf.org/doc/html/rfc6238',
    'https://cheatsheetseries.owasp.org/cheatsheets/Multifactor_Authentication_Cheat_Sheet.html',
  ],
});
