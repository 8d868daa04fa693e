// GitHub: tokens with a prefix and a CRC-32, the fine-grained and app forms, and the client secret that has neither.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleCrcToken, sampleJwt } from '../src/sample.js';

const TOKEN_FORMATS =
  'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats';

const appJwt = (seed: number) =>
  sampleJwt({ iss: 'github.com', jti: sample('hex', 32, seed), scope: sample('base62', 60, seed) }, undefined, seed);

export const githubPatClassic = defineRule({
  id: 'github-pat-classic',
  title: 'GitHub personal access token (classic)',
  provider: 'GitHub',
  severity: 'critical',
  keywords: ['ghp_'],
  pattern: /ghp_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-30',
  enforceCheck: true,
  references: [TOKEN_FORMATS],
  match: [
    `GITHUB_TOKEN=«${sampleCrcToken('ghp_', 30)}»`,
    `https://x:«${sampleCrcToken('ghp_', 30, 2)}»@github.com/a/b`,
  ],
  noMatch: [`ghp_${'x'.repeat(36)}`, `ghp_${sample('base62', 36)}`],
});

export const githubOauthToken = defineRule({
  id: 'github-oauth-token',
  title: 'GitHub OAuth access token',
  provider: 'GitHub',
  severity: 'critical',
  keywords: ['gho_'],
  pattern: /(?<![A-Za-z0-9])gho_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-30',
  enforceCheck: true,
  publicValues: ['gho_16C7e42F2' + '92c6912E7710c838347Ae178B4a'],
  references: [TOKEN_FORMATS],
  match: [`GITHUB_TOKEN=«${sampleCrcToken('gho_', 30)}»`, `Authorization: Bearer «${sampleCrcToken('gho_', 30, 2)}»`],
  noMatch: [`gho_${'x'.repeat(36)}`, `gho_${sample('base62', 36)}`],
});

export const githubAppUserToken = defineRule({
  id: 'github-app-user-token',
  title: 'GitHub App user-to-server token',
  provider: 'GitHub',
  severity: 'critical',
  keywords: ['ghu_'],
  pattern: /(?<![A-Za-z0-9])ghu_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-30',
  enforceCheck: true,
  publicValues: ['ghu_16C7e42F2' + '92c69C2E7C10c838347Ae178B4a'],
  references: [TOKEN_FORMATS],
  match: [
    `GITHUB_TOKEN=«${sampleCrcToken('ghu_', 30)}»`,
    `{"access_token": "«${sampleCrcToken('ghu_', 30, 2)}»", "token_type": "bearer"}`,
  ],
  noMatch: [`ghu_${'x'.repeat(36)}`, `ghu_${sample('base62', 36)}`],
});

export const githubAppInstallationToken = defineRule({
  id: 'github-app-installation-token',
  title: 'GitHub App installation token',
  provider: 'GitHub',
  severity: 'high',
  keywords: ['ghs_'],
  pattern: /(?<![A-Za-z0-9])ghs_[A-Za-z0-9]{36}(?![A-Za-z0-9_])/,
  distinctive: true,
  check: 'crc32-base62-30',
  minEntropy: 3.7,
  references: [TOKEN_FORMATS],
  match: [
    `GITHUB_TOKEN=«${sampleCrcToken('ghs_', 30)}»`,
    `const octokit = new Octokit({ auth: '«${sampleCrcToken('ghs_', 30, 2)}»' });`,
  ],
  noMatch: [`ghs_${'x'.repeat(36)}`, `ghs_${sample('base62', 35)}`],
});

export const githubAppInstallationTokenJwt = defineRule({
  id: 'github-app-installation-token-jwt',
  title: 'GitHub App installation token (stateless)',
  provider: 'GitHub',
  severity: 'high',
  keywords: ['ghs_'],
  pattern: /(?<![A-Za-z0-9])ghs_[0-9]{1,12}_eyJ[\w-]{10,200}\.eyJ[\w-]{60,600}\.[\w-]{43,400}(?![\w-])/,
  distinctive: true,
  minEntropy: 4,
  references: [
    'https://github.blog/changelog/2026-04-24-notice-about-upcoming-new-format-for-github-app-installation-tokens/',
  ],
  match: [
    `GITHUB_TOKEN=«ghs_1184032_${appJwt(1)}»`,
    `git -c http.extraheader="Authorization: Bearer «ghs_27_${appJwt(2)}»" fetch`,
  ],
  noMatch: [`ghs_1184032_eyJ${sample('base62', 40)}`, `ghs_1184032_${'x'.repeat(200)}`],
});

export const githubRefreshToken = defineRule({
  id: 'github-refresh-token',
  title: 'GitHub App refresh token',
  provider: 'GitHub',
  severity: 'critical',
  keywords: ['ghr_'],
  pattern: /(?<![A-Za-z0-9])ghr_(?:[A-Za-z0-9]{76}|[A-Za-z0-9]{36})(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 3.7,
  publicValues: ['ghr_1B4a2e77838347a7E420ce' + '178F2E7c6912E169246c34E1ccbF66C46812d16D5B1A9Dc86A1498'],
  references: [TOKEN_FORMATS],
  match: [`GITHUB_REFRESH_TOKEN=«ghr_${sample('base62', 76)}»`, `{"refresh_token": "«ghr_${sample('base62', 36)}»"}`],
  noMatch: [`ghr_${'x'.repeat(76)}`, `ghr_${sample('base62', 50)}`],
});

export const githubPatFineGrained = defineRule({
  id: 'github-pat-fine-grained',
  title: 'GitHub personal access token (fine-grained)',
  provider: 'GitHub',
  severity: 'critical',
  keywords: ['github_pat_'],
  pattern: /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?![A-Za-z0-9_])/,
  distinctive: true,
  minEntropy: 4,
  references: [TOKEN_FORMATS],
  match: [
    `GH_TOKEN=«github_pat_${sample('base62', 22)}_${sample('base62', 59)}»`,
    `git clone https://oauth2:«github_pat_${sample('base62', 22, 2)}_${sample('base62', 59, 2)}»@github.com/a/b`,
  ],
  noMatch: [
    `github_pat_${'x'.repeat(22)}_${'x'.repeat(59)}`,
    `github_pat_${sample('base62', 22)}_${sample('base62', 58)}`,
  ],
});

export const githubAppClientId = defineRule({
  id: 'github-app-client-id',
  title: 'GitHub App client ID',
  provider: 'GitHub',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['Iv1.', 'Iv23'],
  pattern: /(?<![A-Za-z0-9+/_-])(?:Iv1\.[0-9a-f]{16}|Iv23[A-Za-z0-9]{16})(?![A-Za-z0-9+/=_-])/,
  minEntropy: 2.3,
  references: [TOKEN_FORMATS],
  match: [`GITHUB_CLIENT_ID=«Iv1.${sample('hex', 16)}»`, `client_id: «Iv23${sample('base62', 16)}»`],
  noMatch: [`Iv1.${sample('hex', 15)}`, `Iv23${sample('base62', 20)}`],
});

export const githubSecretScanningSample = defineRule({
  id: 'github-secret-scanning-sample',
  title: 'GitHub secret scanning test value',
  provider: 'GitHub',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_'],
  pattern: /(?<![A-Za-z0-9_])secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_[A-Za-z0-9]{5}(?![A-Za-z0-9_])/,
  distinctive: true,
  publicValues: ['secret_scanning_ab' + '85fc6f8d7638cf1c11da812da308d43_abcde'],
  references: ['https://docs.github.com/en/code-security/secret-scanning'],
  match: [
    `VALUE=«secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_${sample('base62', 5)}»`,
    `- «secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_${sample('base62', 5, 2)}»`,
  ],
  noMatch: [
    `secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_abcd${'e'}`,
    `secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_${sample('base62', 9)}`,
  ],
});

export const githubOauthClientSecret = defineRule({
  id: 'github-oauth-client-secret',
  title: 'GitHub OAuth client secret or legacy token',
  provider: 'GitHub',
  severity: 'high',
  confidence: 'medium',
  keywords: ['github', 'gh_'],
  pattern:
    /(?<![A-Za-z0-9])(?:github|gh_)[\w.-]{0,32}(?:secret|token|oauth|auth|pass|pwd|credential)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{40})(?![\w-])/i,
  minEntropy: 2.8,
  pairsWith: ['github-app-client-id'],
  references: [TOKEN_FORMATS],
  match: [`GITHUB_CLIENT_SECRET=«${sample('hex', 40)}»`, `{"githubClientSecret": "«${sample('hex', 40, 2)}»"}`],
  noMatch: [`GITHUB_CLIENT_SECRET=${'x'.repeat(40)}`, `github commit ${sample('hex', 40)}`],
});

export const githubTokenResponse = defineResponse({
  id: 'github-token',
  title: 'GitHub token of a user',
  rules: [
    'github-pat-classic',
    'github-pat-fine-grained',
    'github-oauth-token',
    'github-app-user-token',
    'github-refresh-token',
  ],
  names: ['GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_PAT', 'GH_PAT', 'GITHUB_API_TOKEN', 'GITHUB_*'],
  revoke: {
    page: 'https://github.com/settings/tokens',
    command: null,
    api: 'POST https://api.github.com/credentials/revoke, without authentication, the value in the JSON body from a file; whoever holds it may do so',
  },
  rotate: [
    'Revoke it. GitHub mails the owner; it cannot be brought back.',
    'Create a fine-grained token with an expiry, for the repositories and permissions that are needed. In workflows, GITHUB_TOKEN or an app is better.',
    'Authorize the new one for single sign-on where the organization asks for it, and store it: gh secret set NAME (reads standard input).',
  ],
  invalidation: 'At once. SSH keys, sessions, deploy keys and other tokens of the owner live on: look at them too.',
  audit: 'Security log of the user, audit log of the organization or enterprise.',
  detectUse:
    'When the token was last used; events in the audit log by that token: clones, new keys, new workflows, new tokens.',
  reach:
    'Repositories and organizations of its owner within its scopes; through workflows also the secrets of Actions.',
  breaks: 'Pipelines, bots and git remotes with that token.',
  vendorRevokes: true,
  vendorNote:
    'In public repositories and gists GitHub revokes such tokens when it sees them; in private ones it does not.',
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation',
  sources: [
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation',
    'https://docs.github.com/en/rest/credentials/revoke',
    'https://github.blog/changelog/2026-03-26-credential-revocation-api-now-supports-github-oauth-and-github-app-credentials',
  ],
});

export const githubAppCredentialResponse = defineResponse({
  id: 'github-app-credential',
  title: 'GitHub App installation token, private key or client secret',
  rules: ['github-app-installation-token', 'github-app-installation-token-jwt', 'github-oauth-client-secret'],
  names: ['GITHUB_APP_PRIVATE_KEY', 'GITHUB_CLIENT_SECRET', 'GITHUB_APP_*'],
  revoke: {
    page: 'https://github.com/settings/apps',
    command: null,
    api: 'DELETE https://api.github.com/installation/token, authenticated by the installation token itself',
  },
  rotate: [
    'An installation token ends by itself after 1 hour; revoke it all the same.',
    'A private key or client secret: generate a second one in the settings of the app, deploy it, delete the leaked one.',
  ],
  invalidation: 'A deleted private key mints no more tokens; those already minted run out within 1 hour.',
  audit: 'Audit log of the organizations where the app is installed.',
  reach: 'Every installation of the app, with the permissions of the app.',
  breaks: 'The app, until it has the new key.',
  vendorNote:
    'GitHub revokes installation tokens in public repositories when it sees them; private keys of apps it does not.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps',
  sources: [
    'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps',
    'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/token-expiration-and-revocation',
  ],
});

export const githubDeployKeyResponse = defineResponse({
  id: 'github-deploy-key',
  title: 'SSH key that GitHub trusts',
  rules: [],
  names: ['GITHUB_DEPLOY_KEY', 'GH_DEPLOY_KEY', 'DEPLOY_KEY', 'GITHUB_SSH_KEY'],
  revoke: { page: 'https://github.com/settings/keys', command: 'gh repo deploy-key delete KEY_ID', api: null },
  rotate: [
    'Delete the public key: settings of the repository, Deploy keys, or SSH keys of the account.',
    'Generate a new pair, and add its public half, read-only if that will do.',
    'Remove the old public key everywhere else it was put.',
  ],
  generate: 'ssh-keygen -t ed25519 -f NEW_KEY_FILE',
  invalidation: 'GitHub refuses it at once; other hosts that trust the same key do not know.',
  audit: 'Security log of the user; git events in the audit log of the organization.',
  reach:
    'A deploy key: one repository. A key of a user: all of the repositories of the user, and every server with it in authorized_keys.',
  breaks: 'Clones and pushes with the key.',
  vendorNote: 'GitHub knows the pattern of SSH private keys; that it removes them is not documented.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/reviewing-your-ssh-keys',
  sources: ['https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/reviewing-your-ssh-keys'],
});
