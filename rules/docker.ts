// Docker: Hub access tokens, Swarm tokens and the credentials that `docker login` writes to config files.

import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const dockerHubPat = defineRule({
  id: 'docker-hub-pat',
  title: 'Docker Hub personal access token',
  provider: 'Docker',
  severity: 'critical',
  keywords: ['dckr_pat_'],
  pattern: /(?<![A-Za-z0-9])dckr_pat_[\w-]{27}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.6,
  references: ['https://docs.docker.com/security/access-tokens/'],
  match: [
    `DOCKERHUB_TOKEN=«dckr_pat_${sample('base64url', 27)}»`,
    `echo «dckr_pat_${sample('base64url', 27, 2)}» | docker login -u acme --password-stdin`,
  ],
  noMatch: [`dckr_pat_${sample('base62', 26)}`, `dckr_pat_${'x'.repeat(27)}`],
});

export const dockerHubOat = defineRule({
  id: 'docker-hub-oat',
  title: 'Docker organization access token',
  provider: 'Docker',
  severity: 'critical',
  keywords: ['dckr_oat_'],
  pattern: /(?<![A-Za-z0-9])dckr_oat_[\w-]{32}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.7,
  references: ['https://docs.docker.com/enterprise/security/access-tokens/'],
  match: [
    `"token": "«dckr_oat_${sample('base64url', 32)}»"`,
    `docker login -u acme -p «dckr_oat_${sample('base64url', 32, 2)}»`,
  ],
  noMatch: [`dckr_oat_${sample('base62', 33)}`, `dckr_oat_${'x'.repeat(32)}`],
});

export const dockerSwarmJoinToken = defineRule({
  id: 'docker-swarm-join-token',
  title: 'Docker Swarm join token',
  provider: 'Docker',
  severity: 'high',
  keywords: ['SWMTKN-1-'],
  pattern: /(?<![A-Za-z0-9])SWMTKN-1-[a-z0-9]{49,50}-[a-z0-9]{25}(?![\w-])/,
  distinctive: true,
  minEntropy: 3.8,
  references: ['https://docs.docker.com/reference/cli/docker/swarm/join-token/'],
  match: [`docker swarm join --token «${swarmToken(1)}» 10.0.4.7:2377`, `swarm_join_token: "«${swarmToken(2)}»"`],
  noMatch: [`SWMTKN-1-${sample('lowerAlnum', 50)}`, `SWMTKN-1-${sample('lowerAlnum', 50)}-${sample('lowerAlnum', 20)}`],
});

export const dockerSwarmUnlockKey = defineRule({
  id: 'docker-swarm-unlock-key',
  title: 'Docker Swarm unlock key',
  provider: 'Docker',
  severity: 'high',
  keywords: ['SWMKEY-1-'],
  pattern: /(?<![A-Za-z0-9])SWMKEY-1-[A-Za-z0-9+/]{43}(?![A-Za-z0-9+/])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://docs.docker.com/engine/swarm/swarm_manager_locking/'],
  match: [`SWARM_UNLOCK_KEY=«SWMKEY-1-${sample('base64', 43)}»`, `key: «SWMKEY-1-${sample('base64', 43, 2)}»`],
  noMatch: [`SWMKEY-1-${sample('base62', 42)}`, `SWMKEY-1-${sample('base62', 50)}`],
});

export const dockerConfigAuth = defineRule({
  id: 'docker-config-auth',
  title: 'Docker registry credentials',
  provider: 'Docker',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['"auth'],
  pattern:
    /"auth\\?"[ \t]{0,4}:[ \t]{0,4}\\?"(?<secret>(?:[A-Za-z0-9+/]{4}){2,250}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)\\?"/,
  check: 'base64-userinfo',
  enforceCheck: true,
  minEntropy: 2.8,
  near: {
    words: ['auths', 'docker', 'registry', 'ghcr.io', 'gcr.io', 'azurecr.io', 'quay.io'],
    before: 300,
    after: 100,
  },
  publicValues: ['dXNlcm5hbWU6' + 'cGFzc3dvcmQ='],
  references: ['https://docs.docker.com/reference/cli/docker/login/'],
  match: [
    `{"auths": {"https://index.docker.io/v1/": {"auth": "«${registryAuth(1)}»"}}}`,
    `{\\"auths\\":{\\"registry.acme.io\\":{\\"auth\\":\\"«${registryAuth(2)}»\\"}}}`,
  ],
  noMatch: [
    `{"auths": {"registry.acme.io": {"auth": "<auth>"}}}`,
    `{"auths": {"registry.acme.io": {"auth": ""}}}`,
    `{"auths": {"registry.acme.io": {"auth": "${Buffer.from('deploy:your-password-here').toString('base64')}"}}}`,
    `{"auths": {"registry.acme.io": {"auth": "${Buffer.from('deploy:${REGISTRY_PASSWORD}').toString('base64')}"}}}`,
  ],
});

function swarmToken(seed: number): string {
  return `SWMTKN-1-${sample('lowerAlnum', 50, seed)}-${sample('lowerAlnum', 25, seed)}`;
}

function registryAuth(seed: number): string {
  return Buffer.from(`deploy:${sample('base62', 20, seed)}`).toString('base64');
}

export const dockerHubTokenResponse = defineResponse({
  id: 'docker-hub-token',
  title: 'Docker Hub access token or registry login',
  rules: ['docker-hub-pat', 'docker-hub-oat', 'docker-config-auth'],
  names: ['DOCKER_PASSWORD', 'DOCKERHUB_TOKEN', 'DOCKER_HUB_TOKEN', 'DOCKER_AUTH_CONFIG', 'DOCKERHUB_*', 'DOCKER_*'],
  revoke: { page: 'https://app.docker.com/settings/personal-access-tokens', command: null, api: null },
  rotate: [
    'A login in a config file names its registry: at another one than Docker Hub, change the password or token there.',
    'Deactivate the token (this can be undone), delete it later. Tokens of an organization: its settings, Access tokens.',
    'Create a new one, read-only if that will do, with an expiry.',
    'Compare tags and digests of your images that were pushed since the leak.',
  ],
  audit: 'The page of the token shows when it was made and last used; activity log of an organization.',
  detectUse: 'Last use of the token; tags and digests that nobody of yours pushed.',
  reach: 'Pull, push or delete in the repositories of its owner: what others deploy.',
  breaks: 'Pulls of private images and pushes with that token.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.docker.com/security/access-tokens/',
  sources: ['https://docs.docker.com/security/access-tokens/', PARTNER.source],
});

export const dockerSwarmTokenResponse = defineResponse({
  id: 'docker-swarm-token',
  title: 'Docker Swarm join token or unlock key',
  rules: ['docker-swarm-join-token', 'docker-swarm-unlock-key'],
  names: ['SWARM_JOIN_TOKEN', 'SWARM_UNLOCK_KEY'],
  revoke: { page: null, command: 'docker swarm join-token --rotate worker', api: null },
  rotate: [
    'Rotate the join token of the role it belongs to: worker, or manager in place of worker.',
    'Unlock key: docker swarm unlock-key --rotate, and store the new one before a manager restarts.',
    'List the nodes and remove those that are not yours: docker node ls, docker node rm NODE.',
  ],
  invalidation: 'Nodes that have joined stay in the swarm.',
  detectUse: 'docker node ls: nodes that nobody added.',
  reach: 'A place in the swarm; as manager the whole cluster and its secrets.',
  breaks: 'Joining with the old token; running nodes go on.',
  vendorRevokes: false,
  rotationDays: INTERVALS.ciToken,
  docs: 'https://docs.docker.com/reference/cli/docker/swarm/join-token/',
  sources: [
    'https://docs.docker.com/reference/cli/docker/swarm/join-token/',
    'https://docs.docker.com/engine/swarm/swarm_manager_locking/',
  ],
});
