// Reads of an app × keys of its templates → what a template lacks, what nobody reads, and where apps differ. Pure.

import type { BytePath } from '../types.js';
import { isProvided, isReadByLibraries, isTestPath } from './runtime-names.js';
import type { DynamicRead, EnvRead, PlacedReads, ReadForm } from './types.js';

/** A template and the keys that stand in it, filled or blank. */
export type Template = { path: BytePath; keys: readonly { name: string; line: number }[] };

/** A folder with a manifest of its own, what its files read and what its templates hold. */
export type App = { folder: BytePath; files: readonly PlacedReads[]; templates: readonly Template[] };

export type ReadPlace = { path: BytePath; line: number; column: number; form: ReadForm };

/** A variable of an app, with every place that reads it. */
export type Demand = {
  name: string;
  places: readonly ReadPlace[];
  isOptional: boolean; // every read of it has a default
  isTestOnly: boolean; // nothing but tests reads it
};

/** A key that nothing reads, as far as can be known. */
export type UnusedKey = { name: string; template: BytePath; line: number };

export type Sync = {
  missing: readonly Demand[]; // by name
  unused: readonly UnusedKey[]; // in the order of the templates
  dynamic: readonly (DynamicRead & { path: BytePath })[]; // any of the unused keys may be read here
};

/** A variable that two apps share and treat differently. */
export type Difference = {
  name: string;
  kind: 'optionality' | 'declaration'; // has a default in some only; stands in the templates of some only
  apps: readonly { folder: BytePath; isOptional: boolean; isDeclared: boolean }[];
};

// What a workflow or an image build reads comes from elsewhere: it uses a key, and demands none.
const ELSEWHERE: ReadonlySet<ReadForm> = new Set(['workflow-secrets', 'workflow-vars', 'workflow-env', 'dockerfile']);

/** Compares what an app reads with its templates; without any template everything is missing. */
export function compareTemplates(app: App): Sync {
  const declared = declaredNames(app);
  const used = new Set(app.files.flatMap(({ reads }) => reads.map(({ name }) => name)));
  const unused = app.templates.flatMap(({ path, keys }) =>
    keys
      .filter(({ name }) => !used.has(name) && !used.has(name.toUpperCase()) && !isReadByLibraries(name))
      .map(({ name, line }) => ({ name, template: path, line })),
  );
  return {
    missing: demandsOf(app).filter(({ name }) => !declared.has(name)),
    unused,
    dynamic: app.files.flatMap(({ path, dynamic }) => dynamic.map(read => ({ path, ...read }))),
  };
}

const known = new WeakMap<App, readonly Demand[]>(); // both comparisons ask for them

/** The variables that an app expects to be set for it, by name. */
export function demandsOf(app: App): readonly Demand[] {
  const demands = known.get(app) ?? readDemands(app);
  known.set(app, demands);
  return demands;
}

function readDemands(app: App): Demand[] {
  const places = new Map<string, { place: ReadPlace; read: EnvRead }[]>();
  for (const { path, reads } of app.files) {
    for (const read of reads) {
      if (ELSEWHERE.has(read.form) || isProvided(read.name, read.form)) continue;
      const place = { path, line: read.line, column: read.column, form: read.form };
      const known = places.get(read.name);
      if (known) known.push({ place, read });
      else places.set(read.name, [{ place, read }]);
    }
  }
  return [...places].map(([name, found]) => toDemand(name, found)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function toDemand(name: string, found: readonly { place: ReadPlace; read: EnvRead }[]): Demand {
  const inCode = found.filter(({ place }) => !isTestPath(place.path));
  const telling = inCode.length > 0 ? inCode : found; // a test that needs a variable does not make the program need it
  return {
    name,
    places: found.map(({ place }) => place),
    isOptional: telling.every(({ read }) => read.isOptional),
    isTestOnly: inCode.length === 0,
  };
}

/** Compares apps of one repository by the names that at least two of them read. */
export function compareApps(apps: readonly App[]): Difference[] {
  const users = new Map<string, { folder: BytePath; isOptional: boolean; isDeclared: boolean }[]>();
  for (const app of apps) {
    const declared = declaredNames(app);
    for (const { name, isOptional, isTestOnly } of demandsOf(app)) {
      if (isTestOnly) continue;
      const user = { folder: app.folder, isOptional, isDeclared: declared.has(name) };
      const others = users.get(name);
      if (others) others.push(user);
      else users.set(name, [user]);
    }
  }
  return [...users]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, of]) => {
      const differs = (values: readonly boolean[]) => new Set(values).size > 1;
      const found: Difference[] = [];
      if (differs(of.map(app => app.isOptional))) found.push({ name, kind: 'optionality', apps: of });
      if (differs(of.map(app => app.isDeclared))) found.push({ name, kind: 'declaration', apps: of });
      return found;
    });
}

// Settings of pydantic do not care for case: their names come in upper case, and a template may have the other.
function declaredNames({ templates, files }: App): Set<string> {
  const names = templates.flatMap(({ keys }) => keys.map(({ name }) => name));
  const ignoresCase = files.some(({ reads }) => reads.some(({ form }) => form === 'pydantic'));
  return new Set(ignoresCase ? [...names, ...names.map(name => name.toUpperCase())] : names);
}
