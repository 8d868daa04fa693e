// Files in which code stands between text (Vue, Svelte, Astro, PHP, Blade, ERB): everything but the code becomes blanks, so that
// offsets stay what they are. Pure.

type Part = { open: RegExp; close: RegExp };

/** Regular expressions with the flag `g`; code begins behind `open` and ends in front of `close`. */
export const CODE_PARTS = {
  markup: [
    { open: /^---[ \t]*\r?\n/g, close: /^---[ \t]*$/gm }, // Astro's front matter
    { open: /<script\b[^>]*>/gi, close: /<\/script\s*>/gi },
    { open: /\{\{/g, close: /\}\}/g },
    { open: /\s(?:[:@#]|v-)[\w.:-]*\s*=\s*"/g, close: /"/g }, // an attribute of Vue
    { open: /\{/g, close: /\}/g },
  ],
  php: [{ open: /<\?(?:php\b|=)?/gi, close: /\?>/g }],
  blade: [
    { open: /\{\{(?!--)/g, close: /\}\}/g },
    { open: /\{!!/g, close: /!!\}/g },
    { open: /@php\b/g, close: /@endphp\b/g },
    { open: /<\?(?:php\b|=)?/gi, close: /\?>/g },
  ],
  erb: [{ open: /<%[=-]?(?!%|#)/g, close: /-?%>/g }],
} as const satisfies Record<string, readonly Part[]>;

/** Blanks out what is no code; lines stay lines. */
export function keepCode(text: string, parts: readonly Part[]): string {
  const openings = parts.map(part => ({ part, start: -1, end: -1 }));
  let kept = '';
  for (let at = 0; at < text.length; ) {
    const next = firstOpening(text, at, openings);
    if (!next) return kept + blank(text.slice(at));
    next.part.close.lastIndex = next.end;
    const close = Math.min(next.part.close.exec(text)?.index ?? text.length, text.length);
    kept += blank(text.slice(at, next.end)) + text.slice(next.end, close);
    at = close;
    // What closes the code is no opening of the next.
    if (at < text.length) kept += blank(text.charAt(at++));
  }
  return kept;
}

type Opening = { part: Part; start: number; end: number };

// Each kind is searched for anew only when the one that was found lies behind us.
function firstOpening(text: string, at: number, openings: Opening[]): Opening | null {
  let best: Opening | null = null;
  for (const opening of openings) {
    if (opening.start < at) {
      opening.part.open.lastIndex = at;
      const found = opening.part.open.exec(text);
      opening.start = found ? found.index : Number.POSITIVE_INFINITY;
      opening.end = found ? found.index + found[0].length : 0;
    }
    if (opening.start < (best?.start ?? Number.POSITIVE_INFINITY)) best = opening;
  }
  return best;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
