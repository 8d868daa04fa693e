// A small boosted tree ensemble: numbers about a candidate → the odds that it is a secret. Its trees are data
// (secret-weights.json), grown by scripts/train-model.mjs with a fixed seed. Deterministic; a few microseconds. Pure.

import weights from './secret-weights.json' with { type: 'json' };

// All nodes of all trees side by side: objects that point to each other took four times as long.
type Forest = {
  roots: readonly number[];
  features: Int16Array; // -1: a leaf
  thresholds: Float64Array;
  values: Float64Array; // mean of the node, in log-odds
  highs: Int32Array; // the child for numbers above the threshold; the other one is the next node
};

let forest: Forest | null = null;

/** Scores the numbers of a candidate, in the order of FEATURES (candidate-features.ts). */
export function scoreCandidate(numbers: ArrayLike<number>): number {
  forest ??= readForest(weights.trees);
  const { roots, features, thresholds, values, highs } = forest;
  let sum = weights.base;
  for (const root of roots) {
    let node = root;
    for (let feature = features[node] ?? -1; feature >= 0; feature = features[node] ?? -1)
      node = (numbers[feature] ?? 0) > (thresholds[node] ?? 0) ? (highs[node] ?? 0) : node + 1;
    sum += values[node] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Says which numbers moved the score of a candidate how far: the change of the mean at each step of each tree, in log-odds. */
export function explainCandidate(numbers: ArrayLike<number>): Float64Array {
  forest ??= readForest(weights.trees);
  const { roots, features, thresholds, values, highs } = forest;
  const moved = new Float64Array(numbers.length);
  for (const root of roots) {
    let node = root;
    for (let feature = features[node] ?? -1; feature >= 0; feature = features[node] ?? -1) {
      const next = (numbers[feature] ?? 0) > (thresholds[node] ?? 0) ? (highs[node] ?? 0) : node + 1;
      moved[feature] = (moved[feature] ?? 0) + (values[next] ?? 0) - (values[node] ?? 0);
      node = next;
    }
  }
  return moved;
}

// One line per tree, nodes in preorder: `value` of a leaf, or `value:feature:threshold` and its two children; values in
// thousandths.
function readForest(text: string): Forest {
  const trees = text.split('\n').map(line => line.split(' '));
  const count = trees.reduce((sum, nodes) => sum + nodes.length, 0);
  const features = new Int16Array(count).fill(-1);
  const thresholds = new Float64Array(count);
  const values = new Float64Array(count);
  const highs = new Int32Array(count);
  let at = 0;
  const roots = trees.map(nodes => {
    const root = at;
    const open: number[] = []; // nodes whose first child is being read
    for (const node of nodes) {
      const [value = 0, feature = -1, threshold = 0] = node.split(':').map(Number);
      values[at] = value / 1000;
      features[at] = feature;
      thresholds[at] = threshold;
      const parent = feature >= 0 ? undefined : open.pop();
      if (feature >= 0) open.push(at);
      at++;
      if (parent !== undefined) highs[parent] = at; // behind a leaf stands the second child of the innermost open node
    }
    return root;
  });
  return { roots, features, thresholds, values, highs };
}
