// The kernel's memory as a caller uses it: an input area that grows, results that may not fit, other keywords.

import { describe, expect, it } from 'vitest';
import { Kernel } from '../../src/kernel/kernel.js';
import { compileKeywords } from '../../src/kernel/keywords.js';

function kernelWith(keywords: readonly string[], text: string): Kernel {
  const kernel = new Kernel();
  kernel.load(compileKeywords(keywords));
  kernel.input(text.length).set(Buffer.from(text));
  return kernel;
}

const A_MILLION = 1_000_000;

describe('scan', () => {
  it('gives keyword and start in turn, by start, whatever the anchors are', () => {
    // The anchors stand at opposite ends: "zqzq" is the rarest part of either.
    const kernel = kernelWith(['zqzq the content', 'the content zqzq'], 'the content zqzq the content');
    expect([...kernel.scan({ from: 0, to: 28 }, 28)]).toEqual([1, 0, 0, 12]);
  });

  it('says where to go on when there are more hits than fit, and misses none', () => {
    const period = 'aaaaaaaazqxj'; // its anchor is at its end, so that it is found behind what begins later
    const kernel = kernelWith(['aaa', 'aaaa', period], period.repeat(4000));
    const counts = [0, 0, 0];
    const starts: number[] = [];
    const nexts: number[] = [];
    for (let from = 0; from < 48_000; from = kernel.next) {
      const found = kernel.scan({ from, to: 48_000 }, 48_000);
      for (let i = 0; i < found.length; i += 2) {
        counts[found[i] ?? 0] = (counts[found[i] ?? 0] ?? 0) + 1;
        starts.push(found[i + 1] ?? 0);
      }
      if (kernel.next <= from) break; // would go on for ever
      nexts.push(kernel.next);
    }
    expect(counts).toEqual([24_000, 20_000, 4000]);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect([nexts.length > 5, nexts.at(-1)]).toEqual([true, 48_000]);
  });

  it('does not look behind the end, although keywords stand there', () => {
    const kernel = kernelWith(['needle'], 'needleneedle');
    expect([...kernel.scan({ from: 0, to: 12 }, 11)]).toEqual([0, 0]);
    expect(kernel.next).toBe(11);
  });
});

describe('input', () => {
  it('keeps what stands in it when it grows', () => {
    const kernel = kernelWith(['needle'], 'a needle');
    kernel.input(3 * A_MILLION).set(Buffer.from('needle'), 3 * A_MILLION - 6);
    expect([...kernel.scan({ from: 0, to: 3 * A_MILLION }, 3 * A_MILLION)]).toEqual([0, 2, 0, 3 * A_MILLION - 6]);
  });
});

describe('load', () => {
  it('takes other keywords and forgets the ones before', () => {
    const kernel = kernelWith(['needle'], 'needle');
    kernel.load(compileKeywords(['thread']));
    kernel.input(13).set(Buffer.from('needle thread'));
    expect([...kernel.scan({ from: 0, to: 13 }, 13)]).toEqual([0, 7]);
  });

  it('takes more keywords than a first memory has room for', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `key-${i}-`);
    const kernel = kernelWith(['needle'], 'needle');
    kernel.load(compileKeywords(many));
    kernel.input(11).set(Buffer.from('-KEY-19999-'));
    expect([...kernel.scan({ from: 0, to: 11 }, 11)]).toEqual([19_999, 1]);
  });
});
