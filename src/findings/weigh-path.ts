// What a path says about a finding: tests, examples and lock files hold fewer real secrets. Lowers confidence, drops nothing. Pure.

import type { Confidence } from '../rule.js';
import type { BytePath } from '../types.js';

const LOCK_FILE =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|poetry\.lock|Pipfile\.lock|uv\.lock|pdm\.lock|go\.sum|Cargo\.lock|Gemfile\.lock|composer\.lock|Podfile\.lock|gradle\.lockfile|verification-metadata\.xml|flake\.lock|mix\.lock|pubspec\.lock|packages\.lock\.json)$/;
const TEST =
  /(?:^|\/)(?:tests?|specs?|__tests__|__mocks__|testdata|test-data|fixtures?|mocks?|stubs?|e2e|cypress|testing)\/|[._-](?:test|tests|spec|mock|stub|fixture)s?\.[a-z]+$|(?:^|\/)test_[^/]+\.py$|_test\.(?:go|py|rb|dart|exs?)$|Tests?\.(?:java|kt|cs|swift|scala|php)$/i;
const EXAMPLE =
  /(?:^|\/)(?:examples?|samples?|demos?|docs?|documentation|tutorials?)\/|\.(?:example|sample|template|dist|tpl|md|mdx|rst|adoc|txt)$|(?:^|\/)README/i;
const MINIFIED =
  /\.min\.(?:js|css)$|(?:^|\/)(?:vendor|node_modules|bower_components|third_party)\/|\.(?:map|svg|ipynb)$/;

const LOWER: Record<Confidence, Confidence> = { high: 'medium', medium: 'low', low: 'low' };

/**
 * Lowers the confidence of a generic finding by where it stands.
 *
 * @param paths all paths of the finding; one in ordinary code keeps the confidence
 * @param isGeneric rules without a shape of their own suffer; a distinctive token is what it is anywhere
 */
export function weighPath(
  confidence: Confidence,
  paths: readonly BytePath[],
  isGeneric: boolean,
): { confidence: Confidence; reason: string | null } {
  if (!isGeneric || paths.length === 0) return { confidence, reason: null };
  const all = (pattern: RegExp) => paths.every(path => pattern.test(path));
  if (all(LOCK_FILE)) return { confidence: 'low', reason: 'only in a lock file' };
  if (all(MINIFIED)) return { confidence: 'low', reason: 'only in generated or vendored files' };
  if (paths.every(path => TEST.test(path) || EXAMPLE.test(path)))
    return { confidence: LOWER[confidence], reason: 'only in tests, examples or documentation' };
  return { confidence, reason: null };
}
