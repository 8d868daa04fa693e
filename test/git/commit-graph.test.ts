// Reachability in histories drawn by hand, against a plain walk in random ones, and in one deeper than any call stack.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../src/git/bits.js';
import { CommitGraph } from '../../src/git/commit-graph.js';

/** `a`, `b:a`, `d:b,c`: a commit and its parents. */
function graph(...lines: string[]): CommitGraph {
  const made = new CommitGraph();
  for (const line of lines) {
    const [oid = '', parents = ''] = line.split(':');
    made.add({ oid, tree: null, parents: parents.split(',').filter(Boolean), time: 0 });
  }
  return made;
}

const DIAMOND = ['a', 'b:a', 'c:a', 'd:b,c', 'e:d', 'x', 'y:x'];

describe('reachable', () => {
  it.each([
    { name: 'everything behind a tip', tips: ['d'], hidden: [], expected: ['a', 'b', 'c', 'd'] },
    { name: 'behind several tips, once', tips: ['b', 'c'], hidden: [], expected: ['a', 'b', 'c'] },
    {
      name: 'nothing that is hidden, and nothing that only the hidden lead to',
      tips: ['d'],
      hidden: ['a', 'b'],
      expected: ['c', 'd'],
    },
    { name: 'nothing of a tip that is not here', tips: ['gone'], hidden: [], expected: [] },
    { name: 'a history of its own', tips: ['y'], hidden: [], expected: ['x', 'y'] },
    { name: 'nothing without tips', tips: [], hidden: [], expected: [] },
  ])('is $name', ({ tips, hidden, expected }) => {
    expect([...graph(...DIAMOND).reachable(tips, new Set(hidden))].sort()).toEqual(expected);
  });
});

describe('boundary', () => {
  it('names the commits whose parents are missing', () => {
    expect(graph('a:gone', 'b:a', 'c:b,lost').boundary()).toEqual(['a', 'c']);
  });

  it('of a whole history is empty', () => {
    expect(graph(...DIAMOND).boundary()).toEqual([]);
  });
});

describe('absentParents', () => {
  it('gives each missing parent once, with a commit that names it', () => {
    expect(graph('a:gone', 'b:a,gone', 'c:b,lost').absentParents()).toEqual([
      { parent: 'gone', child: 'b' },
      { parent: 'lost', child: 'c' },
    ]);
  });
});

describe('parentsFirst', () => {
  it('puts every commit behind all of its parents, whatever order they came in', () => {
    const order = graph('e:d', 'd:b,c', 'c:a', 'b:a', 'a').parentsFirst();
    expect([...order].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    for (const [child, parent] of ['ed', 'db', 'dc', 'ca', 'ba'])
      expect(order.indexOf(parent ?? '')).toBeLessThan(order.indexOf(child ?? ''));
  });

  it('is made anew when a commit is added', () => {
    const made = graph('a');
    expect(made.parentsFirst()).toEqual(['a']);
    made.add({ oid: 'b', tree: null, parents: ['a'], time: 0 });
    expect(made.parentsFirst()).toEqual(['a', 'b']);
  });

  it('ends on a cycle, which only damage can make', () => {
    expect([...graph('a:b', 'b:a').parentsFirst()].sort()).toEqual(['a', 'b']);
    expect(graph('a:a').parentsFirst()).toEqual(['a']);
  });

  it('walks a history of 200,000 commits', () => {
    const made = new CommitGraph();
    for (let i = 200_000; i > 0; i--)
      made.add({ oid: String(i), tree: null, parents: i === 1 ? [] : [String(i - 1)], time: 0 });
    const order = made.parentsFirst();
    expect([order.length, order[0], order.at(-1)]).toEqual([200_000, '1', '200000']);
    expect(made.reachable(['200000']).size).toBe(200_000);
  });
});

describe('tipsReaching', () => {
  it.each([
    { wanted: 'a', tips: ['b', 'c', 'e', 'y'], expected: [0, 1, 2] },
    { wanted: 'b', tips: ['b', 'c', 'e', 'y'], expected: [0, 2] },
    { wanted: 'e', tips: ['b', 'c'], expected: [] },
    { wanted: 'x', tips: ['y', 'y'], expected: [0, 1] },
    { wanted: 'gone', tips: ['e'], expected: [] },
  ])('of $wanted from $tips is $expected', ({ wanted, tips, expected }) => {
    const reaching = graph(...DIAMOND).tipsReaching([wanted], tips);
    expect(numbersIn(reaching.get(wanted) ?? new Int32Array(0))).toEqual(expected);
  });

  it('agrees with a walk from every tip, for more tips than fit one pass', () => {
    const history = fc.array(fc.array(fc.nat(1000), { maxLength: 3 }), { minLength: 1, maxLength: 80, size: 'max' });
    fc.assert(
      fc.property(history, fc.array(fc.nat(1000), { maxLength: 80, size: 'max' }), (parentsOf, tipNumbers) => {
        const made = new CommitGraph();
        parentsOf.forEach((parents, i) => {
          made.add({
            oid: `c${i}`,
            tree: null,
            parents: i === 0 ? [] : parents.map(parent => `c${parent % i}`),
            time: 0,
          });
        });
        const oids = [...made.oids()];
        const tips = tipNumbers.map(tip => `c${tip % oids.length}`);
        const expected = oids.map(oid => [oid, tips.flatMap((tip, i) => (made.reachable([tip]).has(oid) ? [i] : []))]);
        const found = [...made.tipsReaching(oids, tips)].map(([oid, bits]) => [oid, numbersIn(bits)]);
        expect(found).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});
