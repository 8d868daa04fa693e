// What every GitLab report must hold: the published schema, and what its users ask for beyond it.

import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

export type GitLabReport = {
  scan: { status: string; start_time: string; messages: { level: string; value: string }[] };
  vulnerabilities: Vulnerability[];
};
export type Vulnerability = {
  id: string;
  name: string;
  description: string;
  severity: string;
  solution: string;
  identifiers: { type: string; value: string }[];
  details: Record<string, { value: unknown }>;
  flags?: { type: string; origin: string; description: string }[];
  links?: { url: string }[];
  location: { file?: string; start_line?: number; commit: { sha: string; date?: string } };
  raw_source_code_extract: string;
};

const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('fixtures/schemas/gitlab-secret-detection-15.2.1.json', 'utf8')));
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Parses a report and lists everything that is wrong with it. */
export function checkGitLab(text: string): { report: GitLabReport; problems: string[] } {
  const report = JSON.parse(text) as GitLabReport;
  validate(report);
  const problems = (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`);
  const ids = report.vulnerabilities.map(({ id }) => id);
  if (new Set(ids).size < ids.length) problems.push('two vulnerabilities with one id');
  for (const { id, name, description, severity } of report.vulnerabilities) {
    if (!UUID.test(id)) problems.push(`${id} is no UUID`);
    if (!name || !description || !severity) problems.push(`${id}: an importer needs name, description and severity`);
  }
  return { report, problems };
}
