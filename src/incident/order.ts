// Revoke first or rotate first? Revoking at once ends the attacker's time and may stop a service; putting the new value in place first
// costs that time. Pure.

import type { SecretKind } from '../rotation-policy.js';
import type { Leak } from './leak.js';

export type Order = { strategy: 'revoke-first' | 'rotate-first'; why: string[] };

/** Decides the order by who can have the value, not by what is convenient. */
export function decideOrder(leak: Leak, kind: SecretKind, breaks: string | null): Order {
  const { exposure } = leak;
  if (kind === 'encryption-key')
    return rotateFirst('it encrypts data: what it encrypted must be encrypted anew before the old key goes');
  if (exposure.expired) return rotateFirst('it has expired by its own account, so others cannot use it; confirm that');
  const shared = whyShared(leak);
  if (shared.length > 0)
    return {
      strategy: 'revoke-first',
      why: [
        ...shared,
        'while it is valid, whoever has it can use it: a service that stops is the smaller harm',
        ...(breaks === null ? [] : ['know what stops, see below, and tell those who run it before you revoke']),
      ],
    };
  if (leak.pushed === false && leak.reachable === true)
    return rotateFirst(
      'as far as this clone knows it was not pushed: there is time to put the new value in place first',
    );
  return rotateFirst('nothing shows that others have it; revoke first as soon as something does');
}

function rotateFirst(why: string): Order {
  return { strategy: 'rotate-first', why: [why] };
}

function whyShared({ exposure, pushed, fingerprint }: Leak): string[] {
  const { remotes, tags, pushedAt } = exposure;
  return [
    ...(pushed === true || remotes.length > 0 || pushedAt !== null
      ? ['it was pushed: forks and clones may have it']
      : []),
    ...(tags.length > 0 ? ['a tag has it: archives and packages made from it do too'] : []),
    ...(fingerprint === null ? ['the report does not say who can read it, which counts as everybody'] : []),
  ];
}
