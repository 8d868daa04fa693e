// The URL of a remote → addresses that may be published: no credentials, no query, nothing of this machine.

import type { Oid } from '../types.js';

const WEB_ADDRESS =
  /^https?:\/\/[\w.-]+(?::\d+)?(?:\/(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)?(?:#[\w\-.~:/?@!$&'()*+,;=]*)?$/;
const REPOSITORY = /^(?:https?|ssh|git):\/\/[\w.-]+(?::\d+)?\/(?:[\w\-.~/+@,=]|%[0-9A-Fa-f]{2})+$/;

/** Whether text is an http(s) address that passes as `format: uri` everywhere. */
export function isWebAddress(text: string): boolean {
  return WEB_ADDRESS.test(text);
}

/**
 * Strips a remote URL down to scheme, host and path.
 *
 * @param remoteUrl `https://…`, `ssh://…`, `git://…` or `user@host:path`
 * @returns null for anything else: folders of this machine are nobody's business
 */
export function repositoryUri(remoteUrl: string | null): string | null {
  const [, host, path] = /^(?:[^@/\s]+@)?([\w.-]{2,}):(?!\/\/)\/*(.+)$/.exec(remoteUrl ?? '') ?? [];
  const [, scheme, authority, rest] = /^(https?|ssh|git):\/\/([^/?#]+)\/([^?#]+)/i.exec(remoteUrl ?? '') ?? [];
  const plain =
    scheme && authority && rest
      ? `${scheme.toLowerCase()}://${authority.replace(/^.*@/, '')}/${rest}`
      : host && path
        ? `ssh://${host}/${path}`
        : '';
  return REPOSITORY.test(plain) ? plain : null;
}

/**
 * The page of a line in a commit, where the host is known to have one.
 *
 * @param repository as `repositoryUri` gives it
 * @param at uri: path, percent-encoded
 */
export function viewerUri(repository: string | null, at: { commit: Oid; uri: string; line: number }): string | null {
  const [, host, project] = /^[a-z]+:\/\/(github\.com|gitlab\.com)\/(.+?)(?:\.git)?\/*$/.exec(repository ?? '') ?? [];
  if (!host || !project) return null;
  const blob = host === 'gitlab.com' ? '-/blob' : 'blob';
  return `https://${host}/${project}/${blob}/${at.commit}/${at.uri}#L${at.line}`;
}
