// The trees of the model: the same odds every time, and reasons that add up to them.

import { expect, it } from 'vitest';
import { readAssignment } from '../../src/engine/assignment.js';
import { FEATURES, featuresOf } from '../../src/engine/candidate-features.js';
import { judgeName } from '../../src/engine/judge-name.js';
import { explainCandidate, scoreCandidate } from '../../src/engine/secret-model.js';
import weights from '../../src/engine/secret-weights.json' with { type: 'json' };
import { sample } from '../../src/sample.js';

function numbersOf(text: string): Float64Array {
  const assignment = readAssignment(text, { start: text.indexOf('token'), length: 5 });
  const name = judgeName(assignment?.name ?? '');
  if (!assignment || !name.isSecret) throw new Error(text);
  return featuresOf(assignment, name);
}

const RANDOM = `token = "${sample('base62', 32)}"`;

it('has odds near one for random text and near zero for words', () => {
  expect(scoreCandidate(numbersOf(RANDOM))).toBeGreaterThan(0.9);
  expect(scoreCandidate(numbersOf('token = "user-profile-settings"'))).toBeLessThan(0.1);
});

it('asks only for numbers that exist', () => {
  const asked = [...weights.trees.matchAll(/:(\d+):/g)].map(found => Number(found[1]));
  expect(asked.length).toBeGreaterThan(100);
  expect(Math.max(...asked)).toBeLessThan(FEATURES.length);
  expect(new Set(FEATURES).size).toBe(FEATURES.length);
  expect(numbersOf(RANDOM)).toHaveLength(FEATURES.length);
});

it('explains the whole way from the base to the odds', () => {
  const probability = scoreCandidate(numbersOf(RANDOM));
  const moved = explainCandidate(numbersOf(RANDOM));
  const roots = weights.trees.split('\n').reduce((sum, line) => sum + Number.parseInt(line, 10) / 1000, 0);
  const sum = moved.reduce((total, weight) => total + weight, weights.base + roots);
  expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(probability, 9);
});

it('stays below 200 KB', () => {
  expect(JSON.stringify(weights).length).toBeLessThan(200_000);
});
