// GitLab: prefixed tokens of users, runners and pipelines; routable ones end in a length field and a CRC-32.

import { crc32, toBase36 } from '../src/checksum.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const DOCS = 'https://docs.gitlab.com/security/tokens/#token-prefixes';

const ROUTABLE =
  'https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/';

// A routable token: random bytes, routing lines and their length, then the length of all that and the CRC.
function routable(prefix: string, seed = 1): string {
  const routing = `o:1\nu:${seed}`;
  const bytes = `${sample('base62', 16, seed)}${routing}${String.fromCharCode(routing.length)}`;
  const payload = Buffer.from(bytes).toString('base64url');
  const head = `${prefix}${payload}.01.${toBase36(payload.length, 2)}`;
  return head + toBase36(crc32(head), 7);
}

export const gitlabPat = defineRule({
  id: 'gitlab-pat',
  title: 'GitLab access token (personal, project or group)',
  provider: 'GitLab',
  severity: 'critical',
  keywords: ['glpat-'],
  pattern: /(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  publicValues: ['glpat-' + 'X'.repeat(20)],
  references: [DOCS],
  match: [
    `GITLAB_TOKEN=«${'glpat-'}${sample('base64url', 20)}»`,
    `https://oauth2:«${'glpat-'}${sample('base64url', 20, 2)}»@gitlab.com/a/b.git`,
  ],
  noMatch: [`glpat-${'X'.repeat(20)}`, `glpat-${sample('base64url', 19)}`],
});

// Not enforced: the CRC also covers the prefix which a self-managed instance may put in front.
export const gitlabPatRoutable = defineRule({
  id: 'gitlab-pat-routable',
  title: 'GitLab access token, routable form',
  provider: 'GitLab',
  severity: 'critical',
  keywords: ['glpat-'],
  pattern: /(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}(?![A-Za-z0-9_-])/,
  distinctive: true,
  check: 'crc32-base36-gitlab',
  minEntropy: 3.5,
  references: [ROUTABLE],
  match: [`GITLAB_TOKEN=«${routable('glpat-')}»`, `PRIVATE-TOKEN: «${routable('glpat-', 2)}»`],
  noMatch: [
    `glpat-${sample('base64url', 32)}.01.${sample('lowerAlnum', 8)}`,
    `glpat-${sample('base64url', 12)}.01.${sample('lowerAlnum', 9)}`,
  ],
});

export const gitlabDeployToken = defineRule({
  id: 'gitlab-deploy-token',
  title: 'GitLab deploy token',
  provider: 'GitLab',
  severity: 'high',
  keywords: ['gldt-'],
  pattern: /(?<![A-Za-z0-9])gldt-[A-Za-z0-9_-]{20,64}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `docker login -u deployer -p «${'gldt-'}${sample('base64url', 20)}» registry.gitlab.com`,
    `deploy_token: "«${routable('gldt-')}»"`,
  ],
  noMatch: [`gldt-${sample('base64url', 14)}`, `gldt-${'x'.repeat(20)}`],
});

export const gitlabRunnerAuthToken = defineRule({
  id: 'gitlab-runner-auth-token',
  title: 'GitLab runner authentication token',
  provider: 'GitLab',
  severity: 'high',
  keywords: ['glrt-'],
  pattern: /(?<![A-Za-z0-9])glrt-[A-Za-z0-9_-]{20,64}(?![A-Za-z0-9_-]|\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9})/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `  token = "«${'glrt-'}${sample('base64url', 20)}»"`,
    `gitlab-runner register --token «${'glrt-t1_'}${sample('base64url', 20, 2)}»`,
  ],
  noMatch: [`glrt-${sample('base64url', 15)}`, `glrt-${'x'.repeat(20)}`],
});

export const gitlabRunnerAuthTokenRoutable = defineRule({
  id: 'gitlab-runner-auth-token-routable',
  title: 'GitLab runner authentication token, routable form',
  provider: 'GitLab',
  severity: 'high',
  keywords: ['glrt-t'],
  pattern: /(?<![A-Za-z0-9])glrt-t[0-9]_[A-Za-z0-9_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}(?![A-Za-z0-9_-])/,
  distinctive: true,
  check: 'crc32-base36-gitlab',
  minEntropy: 3.5,
  references: [DOCS],
  match: [`  token = "«${routable('glrt-t1_')}»"`, `CI_SERVER_TOKEN: «${routable('glrt-t3_', 2)}»`],
  noMatch: [`glrt-t1_${sample('base64url', 12)}.${sample('lowerAlnum', 9)}`, `glrt-t1-${sample('base64url', 10)}`],
});

export const gitlabRunnerAuthTokenFromRegistration = defineRule({
  id: 'gitlab-runner-auth-token-from-registration',
  title: 'GitLab runner token from a registration token',
  provider: 'GitLab',
  severity: 'high',
  keywords: ['glrtr-'],
  pattern: /(?<![A-Za-z0-9])glrtr-[A-Za-z0-9_-]{20,64}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [`  token = "«${'glrtr-'}${sample('base64url', 20)}»"`, `{"token":"«${'glrtr-'}${sample('base64url', 24)}»"}`],
  noMatch: [`glrtr-${sample('base64url', 15)}`, `glrtr-${'x'.repeat(20)}`],
});

export const gitlabRunnerRegistrationToken = defineRule({
  id: 'gitlab-runner-registration-token',
  title: 'GitLab runner registration token',
  provider: 'GitLab',
  severity: 'high',
  keywords: ['GR1348941'],
  pattern: /(?<![A-Za-z0-9])GR1348941[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `gitlab-runner register --registration-token «${'GR1348941'}${sample('base64url', 20)}»`,
    `runnerRegistrationToken: "«${'GR1348941'}${sample('base64url', 20, 2)}»"`,
  ],
  noMatch: [`GR1348941${sample('base64url', 18)}`, `GR1348941${'x'.repeat(20)}`],
});

export const gitlabCiJobToken = defineRule({
  id: 'gitlab-ci-job-token',
  title: 'GitLab CI/CD job token',
  provider: 'GitLab',
  severity: 'medium',
  keywords: ['glcbt-'],
  pattern: /(?<![A-Za-z0-9])glcbt-(?:[0-9A-Za-z]{1,5}_)?[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `CI_JOB_TOKEN=«${'glcbt-64_'}${sample('base64url', 20)}»`,
    `JOB-TOKEN: «${'glcbt-1a_'}${sample('base64url', 20, 2)}»`,
  ],
  noMatch: [`glcbt-64_${sample('base64url', 12)}`, `glcbt-${'x'.repeat(20)}`],
});

export const gitlabTriggerToken = defineRule({
  id: 'gitlab-trigger-token',
  title: 'GitLab pipeline trigger token',
  provider: 'GitLab',
  severity: 'high',
  keywords: ['glptt-'],
  pattern: /(?<![A-Za-z0-9])glptt-[0-9a-f]{40}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `curl -X POST -F token=«${'glptt-'}${sample('hex', 40)}» -F ref=main`,
    `TRIGGER_TOKEN=«${'glptt-'}${sample('hex', 40, 2)}»`,
  ],
  noMatch: [`glptt-${sample('hex', 38)}`, `glptt-${sample('upperHex', 40)}`],
});

export const gitlabFeedToken = defineRule({
  id: 'gitlab-feed-token',
  title: 'GitLab feed token',
  provider: 'GitLab',
  severity: 'medium',
  keywords: ['glft-'],
  pattern: /(?<![A-Za-z0-9])glft-(?:[0-9a-f]{64}-[0-9]{1,10}|[A-Za-z0-9_-]{20})(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `https://gitlab.com/dashboard/issues.atom?feed_token=«${'glft-'}${sample('base64url', 20)}»`,
    `feed_token: «${'glft-'}${sample('hex', 64)}-4711»`,
  ],
  noMatch: [`glft-${sample('base64url', 18)}`, `glft-${'x'.repeat(20)}`],
});

export const gitlabIncomingMailToken = defineRule({
  id: 'gitlab-incoming-mail-token',
  title: 'GitLab incoming mail token',
  provider: 'GitLab',
  severity: 'medium',
  keywords: ['glimt-'],
  pattern: /(?<![A-Za-z0-9])glimt-[A-Za-z0-9_-]{25}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `incoming+group-app-1-«${'glimt-'}${sample('lowerAlnum', 25)}»@incoming.gitlab.com`,
    `mail_token = '«${'glimt-'}${sample('base64url', 25)}»'`,
  ],
  noMatch: [`glimt-${sample('lowerAlnum', 24)}`, `glimt-${'x'.repeat(25)}`],
});

export const gitlabAgentToken = defineRule({
  id: 'gitlab-agent-token',
  title: 'GitLab agent for Kubernetes token',
  provider: 'GitLab',
  severity: 'high',
  keywords: ['glagent-'],
  pattern: /(?<![A-Za-z0-9])glagent-[A-Za-z0-9_-]{50}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.5,
  references: [DOCS],
  match: [
    `helm upgrade agent --set config.token=«${'glagent-'}${sample('base64url', 50)}»`,
    `  token: «${'glagent-'}${sample('base64url', 50, 2)}»`,
  ],
  noMatch: [`glagent-${sample('base64url', 44)}`, `glagent-${'x'.repeat(50)}`],
});

export const gitlabScimToken = defineRule({
  id: 'gitlab-scim-token',
  title: 'GitLab SCIM token',
  provider: 'GitLab',
  severity: 'high',
  keywords: ['glsoat-'],
  pattern: /(?<![A-Za-z0-9])glsoat-[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `SCIM_TOKEN=«${'glsoat-'}${sample('base64url', 20)}»`,
    `"scim_token": "«${'glsoat-'}${sample('base64url', 20, 2)}»"`,
  ],
  noMatch: [`glsoat-${sample('base64url', 17)}`, `glsoat-${'x'.repeat(20)}`],
});

export const gitlabFeatureFlagToken = defineRule({
  id: 'gitlab-feature-flag-token',
  title: 'GitLab feature flags client token',
  provider: 'GitLab',
  severity: 'medium',
  keywords: ['glffct-'],
  pattern: /(?<![A-Za-z0-9])glffct-[A-Za-z0-9_-]{20}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3,
  references: [DOCS],
  match: [
    `UNLEASH_INSTANCE_ID=«${'glffct-'}${sample('base64url', 20)}»`,
    `instanceId: '«${'glffct-'}${sample('base64url', 20, 2)}»'`,
  ],
  noMatch: [`glffct-${sample('base64url', 17)}`, `glffct-${'x'.repeat(20)}`],
});

export const gitlabOauthAppSecret = defineRule({
  id: 'gitlab-oauth-app-secret',
  title: 'GitLab OAuth application secret',
  provider: 'GitLab',
  severity: 'high',
  keywords: ['gloas-'],
  pattern: /(?<![A-Za-z0-9])gloas-[0-9a-f]{64}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 2.8,
  references: [DOCS],
  match: [
    `GITLAB_CLIENT_SECRET=«${'gloas-'}${sample('hex', 64)}»`,
    `"app_secret": "«${'gloas-'}${sample('hex', 64, 2)}»"`,
  ],
  noMatch: [`gloas-${sample('hex', 60)}`, `gloas-${sample('upperHex', 64)}`],
});

export const gitlabSessionCookie = defineRule({
  id: 'gitlab-session-cookie',
  title: 'GitLab session cookie',
  provider: 'GitLab',
  severity: 'medium',
  keywords: ['_gitlab_session'],
  pattern:
    /(?<![A-Za-z0-9])_gitlab_session["']?[ \t]{0,4}[=:,\t][ \t]{0,4}["']?(?<secret>[0-9a-f]{32})(?![A-Za-z0-9_])/,
  minEntropy: 2.5,
  references: [DOCS],
  match: [
    `Cookie: _gitlab_session=«${sample('hex', 32)}»; event_filter=all`,
    `{"_gitlab_session": "«${sample('hex', 32, 2)}»"}`,
  ],
  noMatch: ['_gitlab_session=deleted; path=/', `_gitlab_session ${sample('hex', 20)}`],
});
