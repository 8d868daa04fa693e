// Names of files that say by themselves what kind of manifest they are. Pure.

import type { BytePath } from '../types.js';

const COMPOSE =
  /(?:^|\/)(?:[\w-]+[._-])?(?:docker-)?compose(?:[._-][\w.-]+)?\.ya?ml$|(?:^|\/)(?:docker-)?stack(?:[._-][\w.-]+)?\.ya?ml$/i;
const WORKFLOW = /(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/i;
const DOCKERFILE = /(?:^|\/)(?:Docker|Container)file(?:\.(?!dockerignore$)[\w.-]+)?$|\.(?:docker|container)file$/i;

/** `Dockerfile`, `Dockerfile.prod`, `web.dockerfile`; not `Dockerfile.dockerignore`. */
export function isDockerfilePath(path: BytePath): boolean {
  return DOCKERFILE.test(path);
}

/** `docker-compose.yml`, `compose.prod.yaml`, `docker-stack.yml`. */
export function isComposePath(path: BytePath): boolean {
  return COMPOSE.test(path);
}

/** Workflows of GitHub and those after it, and actions. */
export function isWorkflowPath(path: BytePath): boolean {
  return WORKFLOW.test(path);
}
