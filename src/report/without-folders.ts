// Texts without the folders of this machine, for reports that are made to be passed on.

/** Takes the scanned folder out of a text, then all but the last part of whatever else looks like an absolute path. */
export function withoutFolders(text: string, target: string): string {
  const named = /^(?:[A-Za-z]:)?[\\/]./.test(target) ? text.replaceAll(`${target}/`, '').replaceAll(target, '.') : text;
  return named.replace(/(?<![^\s'"(=,])(?:[A-Za-z]:)?(?:[\\/][^\\/\s'"]+)*[\\/](?=[^\\/\s'"])/g, '…/');
}
