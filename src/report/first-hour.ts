// A response → what to do about a leaked credential, in words: the same sections for SARIF, pages and terminals. Plain text, unescaped.

import { defineResponse, type Response } from '../response.js';
import { type DueHours, spanOf } from './clocks.js';

/** A line of a section: prose, or a command to run, or an address to open. */
export type StepLine = { kind: 'prose' | 'command' | 'page' | 'api'; text: string };
export type Section = { title: string; isOrdered: boolean; lines: readonly StepLine[] };

const NO_RESPONSE = defineResponse({ id: 'none', title: '', rules: [], sources: [], isFallback: true });

const prose = (text: string): StepLine => ({ kind: 'prose', text });

/**
 * What to do in the first hour and after it, the most urgent first.
 *
 * @param known null: nobody looked it up, so only what is always right is said
 * @param provider of the rule: who issues the credential
 * @param due hours from detection, as the config has them
 */
export function firstHour(known: Response | null, provider: string, due: DueHours): Section[] {
  const response = known ?? NO_RESPONSE;
  return [
    section('In the first hour', true, [
      revokeIntro(response, provider),
      ...rotateLines(response),
      prose('Put the new value where git does not see it: the environment, an ignored file or a secret manager.'),
      prose('Read the logs for use by others since the secret was committed, as below.'),
      prose(
        'Remove the old value from the files. Rewrite the history last, if at all, and only when the old value is dead: forks and clones keep it.',
      ),
    ]),
    section('Where to revoke it', false, placesOf(response)),
    section('What it opens', false, textOf(response.reach)),
    section('What stops working once it is revoked', false, textOf(response.breaks)),
    section('When it ends, and what outlives it', false, textOf(response.invalidation)),
    section('Where to look for use by others', false, [...textOf(response.detectUse), ...textOf(response.audit)]),
    section('What the vendor does by itself', false, vendorLines(response)),
    section('By when', false, deadlines(response, due)),
  ].filter(({ lines }) => lines.length > 0);
}

function section(title: string, isOrdered: boolean, lines: readonly StepLine[]): Section {
  return { title, isOrdered, lines };
}

function textOf(text: string | null): StepLine[] {
  return text === null ? [] : [prose(text)];
}

function revokeIntro(response: Response, provider: string): StepLine {
  // The general entry for vendors names no rules; the other fallbacks answer for values that can be anybody's.
  const isIssuerKnown = !response.isFallback || response.rules.length === 0;
  const issuer = isIssuerKnown ? `its issuer (${provider})` : 'whoever issued it';
  return prose(
    `Pushed, or not known: revoke the credential at ${issuer} first. Never pushed: put a new one in place, then revoke. Removing it from files or history does not make it safe.`,
  );
}

function rotateLines({ rotate, generate }: Response): StepLine[] {
  const steps = rotate.map(prose);
  return generate === null ? steps : [...steps, { kind: 'command', text: generate }];
}

function placesOf({ revoke }: Response): StepLine[] {
  const lines: StepLine[] = [];
  if (revoke.page !== null) lines.push({ kind: 'page', text: revoke.page });
  if (revoke.command !== null) lines.push({ kind: 'command', text: revoke.command });
  if (revoke.api !== null) lines.push({ kind: 'api', text: revoke.api });
  return lines;
}

function vendorLines({ vendorRevokes, vendorNote }: Response): StepLine[] {
  if (vendorRevokes === null || (!vendorRevokes && vendorNote === null)) return textOf(vendorNote);
  const fact = vendorRevokes
    ? 'Revokes what it is told of, under conditions. Do not wait for it.'
    : 'Does not revoke leaked ones.';
  return [prose(fact), ...textOf(vendorNote)];
}

function deadlines({ rotationDays }: Response, due: DueHours): StepLine[] {
  const usual =
    rotationDays === null || rotationDays.days === 0
      ? []
      : [prose(`Without a leak: a new one every ${rotationDays.days} days (${rotationDays.source}).`)];
  return [
    prose(
      `Revoked and replaced within ${spanOf(due.contain)}, sessions ended and logs read within ${spanOf(due.audit)}, cause found within ${spanOf(due.rca)}, prevention in place within ${spanOf(due.followUp)} of detection.`,
    ),
    ...usual,
  ];
}
