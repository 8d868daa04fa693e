// What to do when a hash of a password leaked. The rules stand in unix.ts and beside their systems.

import { defineResponse, INTERVALS } from '../src/response.js';

export const passwordHashResponse = defineResponse({
  id: 'password-hash',
  title: 'hash of a password',
  rules: [
    'password-hash-crypt',
    'kerberos-asrep-hash',
    'ntlm-message',
    'jfrog-password-hash',
    'cisco-type-secret',
    'cisco-type-secret-7',
  ],
  names: ['PASSWORD_HASH', 'ADMIN_PASSWORD_HASH'],
  rotate: [
    'A hash can be guessed without a limit, and some need not even be guessed: type 7 of Cisco is only disguised, and NTLM hashes can be used as they are.',
    'Change the password behind it, everywhere it was used.',
    'Store only hashes of a slow kind (Argon2, scrypt, bcrypt), and not in git.',
  ],
  generate: 'openssl rand -base64 24',
  invalidation: 'The committed hash can be worked on for ever: the old password must be used nowhere any more.',
  audit: 'Sign-in log of the system that the account is for.',
  detectUse: 'Sign-ins of the account that nobody can explain.',
  reach: 'The account, once the password is guessed, and every other one with the same password.',
  breaks: 'Sign-ins with the old password.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  docs: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
  sources: ['https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html'],
});
