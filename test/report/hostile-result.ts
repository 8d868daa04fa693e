// What whoever controls a repository can put into a report: names, authors, branches and texts that try to steer its readers.

import type { ReportInput } from '../../src/report/report-input.js';
import {
  ada,
  bytes,
  finding,
  goneExposure,
  goneFinding,
  liveExposure,
  liveLife,
  place,
  report,
} from './sample-result.js';

/** Names that are dangerous somewhere: in XML, HTML, Markdown, CSV, workflow commands, terminals, URIs. */
export const HOSTILE_NAMES: readonly string[] = [
  '<img src=x onerror=window.leaked=1>.ts',
  '"><script>window.leaked=1</script>',
  "'-alert(1)-'",
  '</script><script>window.leaked=1</script>',
  '</style><svg onload=window.leaked=1>',
  '</details></main><!--',
  ']]><evil/>',
  '&lt;b&gt;&#60;',
  '{{7*7}}${7*7}',
  '=HYPERLINK("http://evil.example","x")',
  '+cmd|/C calc',
  '-1+1',
  '@SUM(A1)',
  'a;=1+1',
  '::error file=a,line=1::forged',
  '\r::stop-commands::x',
  '##[error]forged',
  '##vso[task.complete result=Succeeded;]',
  'a,b:c%0A::error::x',
  '`code` | cell\n# heading @everyone [x](javascript:alert(1))',
  '```\nfence',
  '\x1b]52;c;x\x07\x1b[2J',
  bytes('a\u202egpj.exe'),
  bytes('שלום/עולם.env'),
  bytes('zero\u200bwidth\u2028line'),
  bytes('nonchar\uffff\ufffe'),
  '\x00\x01\x0b\x0c\x7f\x85',
  'caf\xe9/\xff\xfe',
  'javascript:window.leaked=1',
  `${'long/'.repeat(400)}end`,
  '',
];

const author = (name: string) => ({ ...ada, author: { name, email: `${name}@evil.example` } });

/** A report in which every text of the repository is one of these names. */
export function hostileReport(changes: Partial<Omit<ReportInput, 'result'>> = {}): ReportInput {
  const findings = HOSTILE_NAMES.flatMap((name, at) => {
    const life = { ...liveLife, introduced: author(name), refs: [`refs/heads/${name}`] };
    const names = { branches: [name], tags: [name], remotes: [`origin/${name}`], account: name, variable: name };
    return [
      finding({
        fingerprint: `${at}`.padStart(24, 'a'),
        title: name,
        provider: name,
        occurrences: [place({ path: name, commit: author(name) }), place({ path: `copy/${name}`, atHead: false })],
        life,
        exposure: { ...liveExposure, ...names, reasons: [name], unknown: [name] },
        reasons: [name],
      }),
      goneFinding({
        fingerprint: `${at}`.padStart(24, 'b'),
        ruleId: `rule-${name}`,
        occurrences: [place({ path: name, commit: author(name), atHead: false })],
        life: { ...life, atHead: false, removed: author(name) },
        exposure: { ...goneExposure, ...names, expiresAt: name },
        suppression: at % 3 === 0 ? { kind: 'inline', reason: name, source: name } : null,
      }),
    ];
  });
  const gaps = HOSTILE_NAMES.map(name => ({ kind: 'file-unreadable', what: name, reason: name }) as const);
  const notices = HOSTILE_NAMES.map(text => ({ kind: 'hostile', text }));
  return report(
    { findings, gaps, notices, target: '<b>"target"', branch: '<i>branch\n::error::x', config: '</title><b>' },
    { exitCode: 2, showSuppressed: true, remoteUrl: 'javascript:window.leaked=1', ...changes },
  );
}

/** Text that holds nothing that a terminal or a CI runner obeys. @param allowed control characters that the format needs */
export function hasControls(text: string, allowed = '\n'): boolean {
  return [...text.matchAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu)].some(([character]) => !allowed.includes(character));
}
