// What stands in front of a secret → the name it is assigned to: env files, code, JSON, YAML, Docker, Kubernetes. Pure.

const LINE_BYTES = 240;

// A name, what closes it, a type, the operator, what opens the value, and then nothing but the value's own beginning.
const ASSIGNED =
  /(?<![\w$.-])([A-Za-z_$][\w$.-]{0,63})(?:\\{0,3}["'`]|["'`]?\])?[ \t]{0,40}(?::[ \t]{0,4}[A-Za-z_][\w<>[\]|. ]{0,40}?[ \t]{0,4}(?==[^=>]))?(?::=|=>|\?\?=|\|\|=|\?=|=|:)[ \t]{0,40}[[(]?(?:(?:\[\])?[A-Za-z_][\w.:]{0,40}[(]){0,2}(?:[bBrRuUfFlL@$]{0,2}\\{0,3}["'`])?[^\s"'`,;]*$/;
const DOCKER = /^[ \t]*(?:ENV|ARG)[ \t]+([A-Za-z_]\w{0,63})[ \t]+["']?[^\s"']*$/;
const GIVEN_NAME =
  /(?:name|key)\\?["']?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?([A-Za-z_][\w.-]{0,63})["']?[ \t]{0,8},?\s{0,64}$/i;

/**
 * Reads a name.
 *
 * @param before what stands in front of the secret, as latin1
 * @returns the last part of a dotted name; null when nothing is assigned there
 */
export function variableOf(before: string): string | null {
  const recent = before.slice(-LINE_BYTES);
  const line = recent.slice(recent.lastIndexOf('\n') + 1);
  const docker = DOCKER.exec(line)?.[1];
  if (docker !== undefined) return docker;
  const found = ASSIGNED.exec(line);
  const name = found?.[1];
  if (name === undefined) return null;
  // `- name: API_KEY\n  value: …` and `<add key="ApiKey" value="…"/>`: the name is itself a value.
  if (/^value$/i.test(name)) {
    const inFront = recent.slice(0, recent.length - line.length + (found?.index ?? 0)).replace(/["'\s]+$/, '');
    return GIVEN_NAME.exec(inFront)?.[1] ?? null;
  }
  return isSchemeOrHeader(name) ? null : name.split('.').at(-1) || null;
}

function isSchemeOrHeader(name: string): boolean {
  return /^(?:https?|authorization|cookie|bearer|basic)$/i.test(name);
}
