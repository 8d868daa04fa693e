// What every SARIF file must hold: the OASIS schema, and what code scanning asks for beyond it.

import { readFileSync } from 'node:fs';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

export type Sarif = {
  runs: {
    tool: { driver: { rules: Rule[]; notifications?: { id: string }[] } };
    automationDetails?: { id: string };
    versionControlProvenance?: { repositoryUri: string }[];
    invocations: { executionSuccessful: boolean; exitCode: number; toolExecutionNotifications?: Notification[] }[];
    results: Result[];
  }[];
};
type Rule = {
  id: string;
  name: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string; markdown: string };
  helpUri?: string;
};
type Notification = { level: string; message: { text: string }; descriptor: { id: string; index: number } };
type Location = {
  physicalLocation: {
    artifactLocation: { uri: string };
    region: { startLine: number; startColumn: number; endLine: number; endColumn: number };
  };
  logicalLocations?: { kind: string; name: string; fullyQualifiedName: string }[];
};
export type Result = {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: Location[];
  relatedLocations?: Location[];
  partialFingerprints: Record<string, string>;
  suppressions?: { kind: string; status: string; justification: string }[];
  hostedViewerUri?: string;
  properties: Record<string, unknown>;
};

const ajv = new Ajv04.default({ strict: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('fixtures/schemas/sarif-2.1.0.json', 'utf8')));

/** Parses SARIF and lists everything that is wrong with it. */
export function checkSarif(text: string): { log: Sarif; problems: string[] } {
  const log = JSON.parse(text) as Sarif;
  validate(log);
  const problems = (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`);
  for (const run of log.runs)
    problems.push(...run.results.flatMap(result => problemsOf(result, run.tool.driver.rules)));
  const categories = log.runs.map(run => run.automationDetails?.id ?? '');
  if (new Set(categories).size < categories.length) problems.push('two runs of one category');
  return { log, problems };
}

function problemsOf(result: Result, rules: readonly Rule[]): string[] {
  const [location] = result.locations;
  const uri = location?.physicalLocation.artifactLocation.uri ?? '';
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = location?.physicalLocation.region ?? {};
  const checks: [string, boolean][] = [
    ['one location', result.locations.length === 1],
    ['rule of its index', rules[result.ruleIndex]?.id === result.ruleId],
    ['message ends with a period', result.message.text.endsWith('.')],
    ['relative uri of unreserved characters', /^(?:[\w.~-]|%[0-9A-F]{2})(?:[\w.~/-]|%[0-9A-F]{2})*$/.test(uri)],
    ['region is not empty', startLine >= 1 && startColumn >= 1 && (endLine > startLine || endColumn > startColumn)],
  ];
  return checks.filter(([, holds]) => !holds).map(([name]) => `${name}: ${JSON.stringify(result).slice(0, 300)}`);
}
