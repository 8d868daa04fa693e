// The honest paragraph on history: rotate first; rewriting is optional, last, and never proves that nobody has the value. Pure.
// Sources: git-filter-repo manual, "Sensitive data removal"; GitHub, "Removing sensitive data from a repository".

import type { Leak } from './leak.js';
import type { IncidentRecord } from './record-schema.js';

const FILTER_REPO = 'https://github.com/newren/git-filter-repo/blob/main/Documentation/git-filter-repo.txt';
const GITHUB =
  'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository';

const ADVICE = [
  'A secret that was pushed is known. Deleting it from files changes nothing, and rewriting the history makes no copy forget it: clones, forks, cached pages, pull request refs, CI logs, archives and backups keep it.',
  'So rotate first. Rewrite only when the old values are dead and there is another reason to, such as an audit, or data beside the secret that cannot be rotated. Deciding to keep the history is a valid end.',
  'Rewriting costs: every commit after the first changed one gets another id. Open pull requests, signatures, links and the clones of everybody break, and one clone that pushes again brings everything back.',
  'Not pushed anywhere? Then an amend or a rebase before the first push is enough, and the rest of this chapter is not needed.',
];

/** Advice and steps, with the commits whose disappearance proves the work. */
export function describeCleanup(leaks: readonly Leak[]): IncidentRecord['cleanup'] {
  const first = [
    ...new Set(leaks.flatMap(({ introduced, pushed }) => (introduced && pushed !== false ? introduced.oid : []))),
  ];
  const oid = first.find(id => /^[0-9a-f]{40,64}$/.test(id)) ?? 'COMMIT';
  const say = (text: string, command: string | null = null, url: string | null = null) => ({ text, command, url });
  return {
    advice: ADVICE,
    steps: [
      say('Revoke and rotate everything above. Stop pushes meanwhile, and merge or close open pull requests.'),
      say('Work in a fresh clone.', 'git clone --mirror REPOSITORY_URL rewrite.git && cd rewrite.git'),
      say(
        'Write ../replacements.txt yourself, in an editor: one line `literal:OLD_VALUE==>REMOVED` for each old value. It holds secrets: readable by you alone, in no repository, deleted afterwards.',
        'umask 077 && "${EDITOR:-vi}" ../replacements.txt',
      ),
      say(
        'Rewrite. It fetches all refs and prints the first changed commits: note them.',
        'git filter-repo --sensitive-data-removal --replace-text ../replacements.txt',
        FILTER_REPO,
      ),
      say('Look again before you push.', 'leakgate history .'),
      say(
        'Push. The forge refuses refs of pull requests (refs/pull, refs/merge-requests, refs/changes): those go on holding the value.',
        'git push --force --mirror origin',
      ),
      say(
        'Ask the support of the forge to drop cached views and pull request refs. Owners of forks must do all of this themselves.',
        null,
        GITHUB,
      ),
      say(
        'Everybody clones anew, or deletes tags, fetches, rebases (never merges), expires reflogs and collects garbage.',
      ),
      say('Proof, in each clone: this must fail for each of the first changed commits.', `git cat-file -t ${oid}`),
      say('Refuse the old commits in a pre-receive hook, or one forgotten clone brings them back.'),
    ],
  };
}
