// The seven phases of an incident, each with its steps and what ends it. Facts come from the response; where it knows nothing, the
// step says so. Commands hold names where values belong. Pure.

import type { Response } from '../response.js';
import type { SecretKind } from '../rotation-policy.js';
import { type Clocks, dueAt } from './clocks.js';
import type { Leak } from './leak.js';
import type { Order } from './order.js';
import type { Phase, PhaseId, Step } from './record-schema.js';

export type PhaseInput = {
  leak: Leak;
  kind: SecretKind;
  response: Response;
  order: Order;
  detectedAt: string;
  clocks: Clocks;
  usePlaces: number; // found in the repository
};

const DONE_WHEN: Readonly<Record<PhaseId, string>> = {
  detect: 'somebody answers for it',
  contain: 'the issuer refuses the old value, or nobody outside can have it; evidence is noted',
  rotate: 'the new value works everywhere and --verify-rotation finds the old one nowhere at HEAD and in no config',
  invalidate: 'sessions, child tokens, signed links and connections of the old value are closed',
  audit: 'the verdict is written down: used, no sign of use, or cannot be known',
  rca: 'how it came in, why nothing stopped it, and what will is written down',
  close: 'contain and audit have evidence, prevention is in place, and somebody else has looked at it',
};

/** The phases in their order. */
export function buildPhases(input: PhaseInput): Phase[] {
  const steps: readonly [PhaseId, Step[]][] = [
    ['detect', detect(input)],
    ['contain', input.order.strategy === 'revoke-first' ? revoke(input) : holdBack(input)],
    ['rotate', rotate(input)],
    ['invalidate', invalidate(input)],
    ['audit', audit(input)],
    ['rca', [say('Fill in the root cause below: how, why it was not caught, and what prevents the next one.')]],
    ['close', close(input)],
  ];
  return steps.map(([id, list]) => ({
    id,
    dueAt: dueAt(id, input.detectedAt, input.clocks, input.order.strategy),
    state: id === 'detect' ? 'done' : 'todo',
    doneWhen: DONE_WHEN[id],
    steps: list,
  }));
}

function say(text: string, more: Partial<Step> = {}): Step {
  return { text, command: null, url: null, ...more };
}

function detect({ leak }: PhaseInput): Step[] {
  const doubt =
    leak.confidence === 'high' ? [] : [say('Look at it first: it may be no secret. If so, allow it with a reason.')];
  return [
    ...doubt,
    say(
      'Whether it still works was not tried. Do not try it from a command line: the value would stand in the history of your shell.',
    ),
    say('Name one person who answers for this incident until it is closed.'),
  ];
}

function revoke({ response }: PhaseInput): Step[] {
  const ways = revokeWays(response);
  const none = say(
    'Where it is revoked is not known. Find its issuer by the variable, the host beside it and the code that reads it.',
  );
  return [
    ...(ways.length > 0 ? ways : [none]),
    ...(response.breaks === null ? [] : [say(`This stops then: ${response.breaks}`)]),
    ...vendor(response),
    say(
      'Cannot be revoked within the hour? Close the door that it opens: disable the account, block the address, stop the service.',
    ),
    say('Note when it was revoked and how you saw it refused.'),
  ];
}

function revokeWays({ revoke: { page, command, api } }: Response): Step[] {
  return [
    ...(page === null ? [] : [say('Revoke it here.', { url: page })]),
    ...(command === null ? [] : [say('Or revoke it with this command, names filled in.', { command })]),
    ...(api === null ? [] : [say(`Or by the API: ${api}`)]),
  ];
}

function vendor({ vendorRevokes, vendorNote }: Response): Step[] {
  if (vendorNote !== null) return [say(`Do not wait for the vendor: ${vendorNote}`)];
  return vendorRevokes === false ? [say('The vendor does not revoke it by itself.')] : [];
}

function holdBack({ leak, kind }: PhaseInput): Step[] {
  const { branches } = leak.exposure;
  if (leak.exposure.expired) return [say('Confirm at the issuer that it has expired and cannot be renewed.')];
  if (kind === 'encryption-key')
    return [
      say('Keep others from what it encrypts: close access to the database, the backups and the buckets that hold it.'),
      say('Do not destroy the old key before everything is encrypted with the new one.'),
    ];
  const where = branches.length === 0 ? 'what holds it' : branches.slice(0, 5).join(', ');
  return [
    say(`Do not push ${where}, and do not tag or archive it.`),
    say(
      'Take it out of the commit before the first push (amend, or rebase): only then is that a whole repair of the history.',
    ),
    say('Was the folder copied, backed up, mounted or sent anywhere? Then revoke first.'),
  ];
}

function rotate({ response, usePlaces, leak }: PhaseInput): Step[] {
  return [
    ...(response.generate === null
      ? []
      : [say('Make a new value, and let it stand on no command line.', { command: response.generate })]),
    ...response.rotate.map(step => say(step)),
    say(
      usePlaces > 0
        ? `Put the new value into the stores behind the ${usePlaces} ${usePlaces === 1 ? 'place' : 'places'} listed under "Places to update".`
        : 'Put the new value into every store that the old one was in: CI secrets, platform settings, secret managers, machines.',
    ),
    say(
      'No time of grace: a planned rotation may accept both values for days; after a leak those days belong to the attacker.',
    ),
    say('Does the new value not work? Mend it and go on: going back would put the leaked value into service again.'),
    ...(leak.fingerprint === null
      ? []
      : [
          say('Look whether the old value is gone from HEAD, the index and the work tree.', {
            command: 'leakgate incident --verify-rotation RECORD.json',
          }),
        ]),
  ];
}

function invalidate({ response, order }: PhaseInput): Step[] {
  const late = order.strategy === 'rotate-first' ? revokeWays(response) : [];
  return [
    ...late,
    say(
      response.invalidation ??
        'What outlives the old value is not known here. Ask: sessions, refresh tokens, signed links, child keys?',
    ),
    say(
      'Remove the old value from CI variables, platform settings, machines and backups too, so that nothing puts it back.',
    ),
  ];
}

function audit({ response, leak }: PhaseInput): Step[] {
  const { since, pushedAt } = leak.exposure;
  const from = pushedAt ?? since;
  const start =
    from === null
      ? 'as far back as there are logs'
      : `from ${from} (${pushedAt === null ? 'claimed by the commit' : 'first push'})`;
  return [
    say(`Search ${start} until it was contained.`),
    ...(response.detectUse === null ? [] : [say(`Signs of use: ${response.detectUse}`)]),
    ...(response.audit === null
      ? [say('Where the issuer logs use is not known here.')]
      : [say(`Logs: ${response.audit}`)]),
    ...(response.reach === null ? [] : [say(`Within its reach: ${response.reach}`)]),
    say('Look for what was left behind: new users, keys, roles, webhooks, deploy keys, scheduled jobs.'),
    say('Ask the forge: its audit log has clones, forks and pushes, and the time of the first push. Git has not.'),
    ...(leak.exposure.sameCommit.length > 0
      ? [say('Other secrets came in with the same commit: look at them together.')]
      : []),
  ];
}

function close({ leak }: PhaseInput): Step[] {
  return [
    say('Put what prevents the next one in place: the hook, the scan in CI, a secret manager.', {
      command: 'leakgate init',
    }),
    say('Look for secrets of the same kind in other repositories.'),
    ...(leak.atHead === false ? [say('That it is no longer at HEAD closes nothing.')] : []),
    say('If the value comes back later, the incident opens again under the same id.'),
  ];
}
