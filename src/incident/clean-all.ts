// Every string in a parsed document, cleaned: names, paths and reasons are the repository's, wherever they stand. Pure.

/** Gives a copy with each string passed through `clean`. Keys are ours, so they stay. */
export function cleanAll<T>(value: T, clean: (text: string) => string): T {
  return copy(value, clean) as T;
}

function copy(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(entry => copy(entry, clean));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, copy(entry, clean)]));
}
