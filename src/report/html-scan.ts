// What the scan did not see, what it has to say, and what somebody allowed.

import type { Finding } from '../types.js';
import { type Markup, markup } from './html-markup.js';
import { coded, named, pathed, whole } from './html-parts.js';
import { showPlace } from './place.js';
import { publicMask } from './public-mask.js';
import type { ReportInput } from './report-input.js';
import { showPath } from './show-path.js';
import { withoutFolders } from './without-folders.js';

const MAX_GAPS = 200;
const MAX_SUPPRESSED = 500;

/** Says in full view that the scan is not complete, and of what. null: it is. */
export function gapsSection({ result }: ReportInput): Markup | null {
  if (result.gaps.length === 0) return null;
  const listed = result.gaps.slice(0, MAX_GAPS).map(({ kind, what, reason }) => {
    const text = (value: string) => withoutFolders(value, result.target);
    return markup`<li>${coded(text(showPath(what)))}: ${named(text(reason))} <span class="muted">(${kind})</span></li>\n`;
  });
  const more = result.gaps.length - listed.length;
  return markup`<section aria-labelledby="gaps-title" class="panel alarm">
<h2 id="gaps-title">This scan is not complete</h2>
<p>What follows was not looked at, so there may be more secrets than this page says.</p>
<ul>${listed}${more > 0 ? markup`<li>and ${whole(more)} more</li>` : null}</ul>
</section>
`;
}

/** Notices of the scan. */
export function noticesSection({ result }: ReportInput): Markup | null {
  if (result.notices.length === 0) return null;
  const listed = result.notices
    .slice(0, MAX_GAPS)
    .map(({ text }) => markup`<li>${named(withoutFolders(text, result.target))}</li>\n`);
  const more = result.notices.length - listed.length;
  return markup`<section aria-labelledby="notices-title" class="panel">
<h2 id="notices-title">Notes on the scan</h2>
<ul>${listed}${more > 0 ? markup`<li>and ${whole(more)} more</li>` : null}</ul>
</section>
`;
}

/** Suppressed findings, when they were asked for. */
export function suppressedSection(findings: readonly Finding[]): Markup | null {
  const rows = findings.slice(0, MAX_SUPPRESSED).map(suppressedRow);
  const more = findings.length - rows.length;
  if (rows.length === 0) return null;
  return markup`<section aria-labelledby="suppressed-title" class="panel">
<h2 id="suppressed-title">Allowed by somebody</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="suppressed-title"><table>
<thead><tr><th scope="col">What</th><th scope="col">Secret</th><th scope="col">Where</th><th scope="col">Allowed by</th><th scope="col">Reason</th></tr></thead>
<tbody>${rows}</tbody></table></div>
${more > 0 ? markup`<p class="muted">${whole(more)} more are not listed.</p>` : null}
</section>
`;
}

function suppressedRow(finding: Finding): Markup {
  const { suppression, occurrences } = finding;
  const place = occurrences[0] ? showPlace(occurrences[0]) : 'unknown place';
  return markup`<tr><td>${named(finding.title)}</td><td><code>${publicMask(finding)}</code></td><td>${pathed(place)}</td><td>${named(`${suppression?.kind}: ${suppression?.source}`)}</td><td>${named(suppression?.reason ?? 'no reason given')}</td></tr>\n`;
}
