// Code and templates that are out of step → defects, and the edits that mend them. Pure.

import { type Defect, defect, placeAt } from '../env-rules.js';
import type { BytePath } from '../types.js';
import type { AppGroup, TemplateFile } from './apps.js';
import { listed } from './coverage-defects.js';
import type { Edit } from './edit-ignore.js';
import { addKeys } from './edit-template.js';
import { TEMPLATE_NAMES } from './env-names.js';
import { compareApps, compareTemplates, type Demand } from './sync.js';
import { inFolder } from './work-tree.js';

const MAX_PLACES = 100;

export type SyncInput = {
  groups: readonly AppGroup[];
  templates: ReadonlyMap<BytePath, TemplateFile>; // as on the disk where there is one
  isKnown: (name: string) => boolean; // variables that no template needs to name
};

export type SyncResult = { defects: Defect[]; edits: Edit[]; expected: BytePath[] }; // templates that should be there

/** Compares every group with its templates. */
export function checkSync({ groups, templates, isKnown }: SyncInput): SyncResult {
  const result: SyncResult = { defects: differences(groups), edits: [], expected: [] };
  for (const group of groups) {
    const { missing, unused, dynamic } = compareTemplates(group);
    const wanted = missing.filter(
      ({ name, isTestOnly }) => !isTestOnly && !isKnown(name) && !group.optionalKeys.has(name),
    );
    const main = mainTemplate(group);
    const keys = wanted.map(({ name, isOptional }) => (isOptional ? `# ${name}` : name));
    if (main === null) {
      if (wanted.length === 0) continue;
      const path = inFolder(group.folder, TEMPLATE_NAMES[0]);
      result.expected.push(path);
      result.defects.push(noTemplate(path, wanted));
      push(result.edits, addKeys(path, null, keys));
      continue;
    }
    result.defects.push(...wanted.map(demand => undocumented(main, demand)));
    push(result.edits, addKeys(main, templates.get(main)?.bytes ?? null, keys));
    // Where no code that could be read reads anything, nobody can say what is unused.
    const open = (group.readsBelow.size === 0 ? [] : unused).filter(
      ({ name }) => !group.readsBelow.has(name) && !isKnown(name),
    );
    const names = new Set<string>();
    for (const key of open) {
      if (names.has(`${key.template}\0${key.name}`)) continue;
      names.add(`${key.template}\0${key.name}`);
      result.defects.push(unusedKey(key, dynamic[0] ?? null));
    }
  }
  return result;
}

function push(edits: Edit[], edit: Edit | null): void {
  if (edit) edits.push(edit);
}

function mainTemplate({ templates }: AppGroup): BytePath | null {
  const named = TEMPLATE_NAMES.flatMap(
    name => templates.find(({ path }) => path === name || path.endsWith(`/${name}`)) ?? [],
  );
  return (named[0] ?? templates[0])?.path ?? null;
}

function noTemplate(path: BytePath, wanted: readonly Demand[]): Defect {
  return defect({
    ruleId: 'env-template-missing',
    path,
    name: '',
    reasons: [`the code reads ${listed(wanted.map(({ name }) => showKey(name)))}, and there is no ${path}`],
    occurrences: wanted.flatMap(placesOf).slice(0, MAX_PLACES),
  });
}

function undocumented(template: BytePath, demand: Demand): Defect {
  const [first] = demand.places;
  return defect({
    ruleId: 'env-variable-undocumented',
    confidence: demand.isOptional ? 'medium' : 'high',
    path: template,
    name: demand.name,
    reasons: [
      `${showKey(demand.name)} is read${demand.isOptional ? ', with a default,' : ''} as ${first?.form ?? 'a variable'}, and ${template} does not name it`,
    ],
    occurrences: placesOf(demand).slice(0, MAX_PLACES),
  });
}

function placesOf({ places }: Demand): Defect['occurrences'][number][] {
  return places.map(({ path, line, column }) => {
    const place = placeAt(path, line, 'index');
    return { ...place, region: { ...place.region, startColumn: column, endColumn: column + 1 } };
  });
}

type Unused = { name: string; template: BytePath; line: number };

function unusedKey({ name, template, line }: Unused, dynamic: { path: BytePath; line: number } | null): Defect {
  return defect({
    ruleId: 'env-variable-unused',
    confidence: dynamic ? 'low' : 'medium',
    path: template,
    name,
    reasons: [
      `no code reads ${showKey(name)}`,
      ...(dynamic ? [`but ${dynamic.path}:${dynamic.line} reads variables whose names are made when it runs`] : []),
    ],
    occurrences: [placeAt(template, line)],
  });
}

function differences(groups: readonly AppGroup[]): Defect[] {
  return compareApps(groups)
    .filter(({ kind }) => kind === 'optionality')
    .map(({ name, apps }) => {
      const show = ({ folder }: { folder: BytePath }) => (folder === '' ? 'the root' : folder);
      const [optional, needed] = [apps.filter(app => app.isOptional), apps.filter(app => !app.isOptional)];
      const folder = needed[0]?.folder ?? '';
      const folders = new Set(apps.map(app => app.folder));
      return defect({
        ruleId: 'env-variable-differs',
        confidence: 'low',
        path: folder,
        name,
        reasons: [
          `${showKey(name)} has a default in ${listed(optional.map(show))} and none in ${listed(needed.map(show))}`,
        ],
        occurrences: groups
          .filter(group => folders.has(group.folder))
          .flatMap(({ files }) =>
            files.flatMap(({ path, reads }) =>
              reads.filter(read => read.name === name).map(({ line }) => placeAt(path, line, 'index')),
            ),
          )
          .slice(0, MAX_PLACES),
      });
    });
}

/** A name that may be shown: a line of a key file that was taken for a name may not. */
export function showKey(name: string): string {
  const isOdd = name.length > 64 || (name.length >= 20 && /[a-z]/.test(name) && /[A-Z]/.test(name) && /\d/.test(name));
  return isOdd ? `a name of ${name.length} characters` : name;
}
