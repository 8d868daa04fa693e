// git: remote URLs that hold a password or a token, as in .git-credentials. Prefixed tokens have their own rules.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://git-scm.com/docs/git-credential-store';

export const gitCredentials = defineRule({
  id: 'git-credentials',
  title: 'git remote URL with password',
  provider: 'git',
  generic: true,
  severity: 'critical',
  keywords: ['@github', '@gitlab', '@bitbucket', '@codeberg', '@gitea', '@dev.azure'],
  pattern:
    /https?:\/\/[\w.%~+-]{1,64}:(?!gh[oprsu]_|github_pat_|gl[a-z]{1,6}-|ATBB|ATCTT|ATATT|x-oauth-basic|pat-)(?<secret>[\w.%~!*+=-]{8,128})@(?:github|gitlab|bitbucket|codeberg|gitea|dev\.azure)[\w.-]{0,64}(?::[0-9]{2,5})?(?:\/[\w.~/-]{0,120})?(?![\w-])/,
  before: 204,
  check: 'url-password',
  enforceCheck: true,
  references: [DOCS],
  match: [
    `url = https://jo:«${sample('base62', 20)}»@gitlab.acme.io/team/app.git`,
    `git clone https://oauth2:«${sample('hex', 40)}»@github.com/acme/app`,
  ],
  noMatch: [
    'https://jo@bitbucket.org/acme/app.git',
    'https://user:password@github.com/acme/app.git',
    `https://x-access-token:${'x'.repeat(40)}@github.com/acme/app`,
  ],
});

export const gitCredentialsTokenUser = defineRule({
  id: 'git-credentials-token-user',
  title: 'git remote URL with a token as the user',
  provider: 'git',
  generic: true,
  severity: 'critical',
  keywords: ['@github', '@gitlab', '@bitbucket', '@codeberg', '@gitea', '@dev.azure'],
  pattern:
    /https?:\/\/(?:(?<secret>[0-9a-f]{40})(?::x-oauth-basic|:)?@(?:github|gitlab|bitbucket|codeberg|gitea|dev\.azure)[\w.-]{0,64})(?![\w-])/,
  before: 62,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `git remote add ci https://«${sample('hex', 40)}»@github.com/acme/app.git`,
    `url = https://«${sample('hex', 40, 2)}»@github.com/acme/web`,
  ],
  noMatch: ['https://jo-van-der-berg@github.com/acme/app.git', `https://${sample('hex', 39)}@github.com`],
});

export const gitCredentialsResponse = defineResponse({
  id: 'git-credentials',
  title: 'credential for a git remote',
  rules: ['git-credentials', 'git-credentials-token-user'],
  names: ['GIT_TOKEN', 'GIT_PASSWORD', 'GIT_CREDENTIALS', 'GIT_*'],
  isFallback: true,
  rotate: [
    'The host says which forge: revoke the token there, or change the password.',
    'Sign in anew with a credential helper of the system, or with SSH. Do not write the token into the address of a remote.',
    'Look for the same value in .git-credentials, .netrc and the configs of remotes on other machines.',
  ],
  audit: 'Audit log of the forge.',
  detectUse: 'Clones and pushes as that user that nobody made.',
  reach: 'Repositories that its user can read or write, and often the rest of the API of the forge.',
  breaks: 'Fetching and pushing with it.',
  rotationDays: INTERVALS.ciToken,
  docs: 'https://git-scm.com/docs/gitcredentials',
  sources: ['https://git-scm.com/docs/gitcredentials'],
});
