// What to do when a credential of GitLab leaked. The rules stand in gitlab.ts.

import { defineResponse, INTERVALS } from '../src/response.js';

export const gitlabTokenResponse = defineResponse({
  id: 'gitlab-token',
  title: 'GitLab access token',
  rules: ['gitlab-pat', 'gitlab-pat-routable', 'gitlab-feed-token', 'gitlab-incoming-mail-token', 'gitlab-scim-token'],
  names: ['GITLAB_TOKEN', 'GITLAB_PAT', 'GL_TOKEN', 'GITLAB_API_TOKEN', 'GITLAB_ACCESS_TOKEN', 'GITLAB_*'],
  revoke: {
    page: 'https://gitlab.com/-/user_settings/personal_access_tokens',
    command: null,
    api: 'DELETE /api/v4/personal_access_tokens/self, authenticated by the token itself (header from a file)',
  },
  rotate: [
    'Find out whose it is and what it may do, then revoke it. Tokens of projects and groups: settings of the project or group, Access tokens.',
    'Create a new one with an expiry and only the scopes it needs.',
    'Write down when it was exposed and when it was revoked.',
  ],
  invalidation: 'At once. Runner, trigger, deploy and job tokens are other objects: look at them too.',
  audit: 'Audit events: tokens, users, pipelines, settings; on an own instance also api_json.log.',
  detectUse: 'Users, tokens and pipelines made since the leak; when the token was last used.',
  reach: 'Projects and groups of its owner; as maintainer also the variables of CI.',
  breaks: 'Pipelines, scripts and git remotes with that token.',
  vendorRevokes: true,
  vendorNote: 'Personal access tokens that GitLab finds in public projects on its Ultimate tier; elsewhere not.',
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.gitlab.com/user/profile/personal_access_tokens/',
  sources: [
    'https://docs.gitlab.com/security/responding_to_security_incidents/',
    'https://docs.gitlab.com/user/application_security/secret_detection/automatic_response/',
    'https://docs.gitlab.com/user/profile/personal_access_tokens/',
  ],
});

export const gitlabCiTokenResponse = defineResponse({
  id: 'gitlab-ci-token',
  title: 'GitLab runner, deploy, trigger, agent or job token',
  rules: [
    'gitlab-agent-token',
    'gitlab-ci-job-token',
    'gitlab-deploy-token',
    'gitlab-feature-flag-token',
    'gitlab-oauth-app-secret',
    'gitlab-runner-auth-token',
    'gitlab-runner-auth-token-from-registration',
    'gitlab-runner-auth-token-routable',
    'gitlab-runner-registration-token',
    'gitlab-session-cookie',
    'gitlab-trigger-token',
  ],
  names: ['CI_DEPLOY_PASSWORD', 'CI_JOB_TOKEN', 'GITLAB_RUNNER_TOKEN'],
  rotate: [
    'Deploy token: settings of the project or group, Repository, Deploy tokens: revoke, create another.',
    'Trigger token: settings, CI/CD, Pipeline trigger tokens. Runner: reset its token, or remove and register the runner again.',
    'Agent: revoke the token at the agent of the cluster. Application secret: renew it at the application. Session cookie: sign out all sessions.',
    'A job token ends with its job: look at what the job could reach instead.',
  ],
  audit: 'Audit events of the project and group; list of runners; list of pipelines.',
  detectUse: 'Runners, pipelines and package downloads that nobody started.',
  reach:
    'By kind: read or write of a repository or registry, start of pipelines, jobs and their secrets (runner), a cluster (agent).',
  breaks: 'Deployments, runners or triggers with that token.',
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.gitlab.com/security/tokens/',
  sources: [
    'https://docs.gitlab.com/security/tokens/',
    'https://docs.gitlab.com/security/responding_to_security_incidents/',
  ],
});
