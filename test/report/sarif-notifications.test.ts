import { expect, it } from 'vitest';
import { toNotifications } from '../../src/report/sarif-notifications.js';
import { report } from './sample-result.js';

const NOTHING = { byLimit: 0, suppressed: 0, history: 0 };
const textOf = (what: string, reason: string) =>
  toNotifications(report({ gaps: [{ kind: 'repository', what, reason }] }), NOTHING).notifications[0]?.message.text;

it('is empty when there is nothing to tell', () => {
  expect(toNotifications(report(), NOTHING)).toEqual({ notifications: [], descriptors: [] });
});

it.each([
  {
    name: 'the target is not named',
    what: '/home/ann/project/.git',
    reason: 'no',
    expected: "Not scanned: '.git': no.",
  },
  {
    name: 'other folders of this machine are not named',
    what: 'x',
    reason: "open '/etc/secret/a' failed (C:\\Users\\ann\\b)",
    expected: "Not scanned: 'x': open '…/a' failed (…/b).",
  },
  {
    name: 'relative paths, dates and addresses stay',
    what: 'src/a/b.ts',
    reason: '2024/01/02 https://example.org/a/b and/or',
    expected: "Not scanned: 'src/a/b.ts': 2024/01/02 https://example.org/a/b and/or.",
  },
  { name: 'controls become visible', what: 'a\x1b[1m', reason: 'no.', expected: "Not scanned: 'a\\x1b[1m': no." },
])('$name', ({ what, reason, expected }) => {
  expect(textOf(what, reason)).toBe(expected);
});

it('gives a place to a file that could not be read, unless that tells about this machine', () => {
  const place = (what: string) =>
    toNotifications(report({ gaps: [{ kind: 'file-unreadable', what, reason: 'EIO' }] }), NOTHING).notifications[0]
      ?.locations?.[0]?.physicalLocation.artifactLocation.uri;
  expect([place('src/a b.ts'), place('/home/ann/a.ts')]).toEqual(['src/a%20b.ts', undefined]);
});

it('tells notices and what was left out as notes, and what was cut as a warning', () => {
  const { notifications, descriptors } = toNotifications(report({ notices: [{ kind: 'merge', text: 'merged' }] }), {
    byLimit: 1,
    suppressed: 2,
    history: 3,
  });
  expect(notifications.map(({ level, descriptor }) => `${level} ${descriptor.id}`)).toEqual([
    'warning results-left-out',
    'note suppressed-left-out',
    'note history-left-out',
    'note notice',
  ]);
  expect(notifications.map(({ descriptor }) => descriptors[descriptor.index]?.id)).toEqual(
    notifications.map(({ descriptor }) => descriptor.id),
  );
});
