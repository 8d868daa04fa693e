// The inline comments that allow a finding: our own, and those of other scanners as their documentation writes them.
// gitleaks.io, docs of trufflehog, kingfisher, detect-secrets, ggshield, secretlint and Vault Radar.

export type Marker = { name: string; pattern: RegExp; where: 'same' | 'next' };

// `same`: on a line of the finding; `next`: on the line in front of it.
/** All markers that are understood; the config can switch each off by its name. */
export const MARKERS: readonly Marker[] = [
  { name: 'leakgate:allow', pattern: /leakgate:allow(?![\w-])[ \t:]*([^\r\n]{0,200})/, where: 'same' },
  {
    name: 'leakgate:allow-next-line',
    pattern: /leakgate:allow-next-line(?![\w-])[ \t:]*([^\r\n]{0,200})/,
    where: 'next',
  },
  { name: 'gitleaks:allow', pattern: /gitleaks:allow/, where: 'same' },
  { name: 'betterleaks:allow', pattern: /betterleaks:allow/, where: 'same' },
  { name: 'trufflehog:ignore', pattern: /trufflehog:ignore/, where: 'same' },
  { name: 'kingfisher:ignore', pattern: /kingfisher:(?:ignore|allow)/i, where: 'same' },
  { name: 'pragma: allowlist secret', pattern: /pragma: ?(?:allow|white)list[ -]secret/, where: 'same' },
  {
    name: 'pragma: allowlist nextline secret',
    pattern: /pragma: ?(?:allow|white)list[ -]nextline[ -]secret/,
    where: 'next',
  },
  { name: 'ggignore', pattern: /(?:^|[^\w])ggignore(?![\w-])/, where: 'same' },
  { name: 'secretlint-disable-line', pattern: /secretlint-disable-line(?![\w-])([^\r\n]{0,200})/, where: 'same' },
  {
    name: 'secretlint-disable-next-line',
    pattern: /secretlint-disable-next-line(?![\w-])([^\r\n]{0,200})/,
    where: 'next',
  },
  { name: 'HashiCorpIgnore', pattern: /hashicorpignore/i, where: 'same' },
];
