// Gradient-boosted decision trees for yes-or-no questions, in plain JavaScript: histograms, depth-wise growth, logistic loss.
// The same input gives the same trees: the only chance in it is a seeded generator.

const BINS = 48;

/**
 * Grows trees.
 *
 * @param rows Float64Array per row
 * @param labels 0 or 1 per row
 * @param weights weight per row
 * @returns { base, trees }: log-odds to begin with, and one line of text per tree (src/engine/secret-model.ts reads it)
 */
export function growTrees(rows, labels, weights, options = {}) {
  const { trees = 220, depth = 5, rate = 0.09, leaf = 12, lambda = 3, share = 0.8, columns = 0.5, seed = 7 } = options;
  const next = generator(seed);
  const edges = binEdges(rows);
  const binned = edges.map((list, f) => Uint8Array.from(rows, row => binOf(list, row[f])));
  const total = weights.reduce((sum, w) => sum + w, 0);
  const positive = weights.reduce((sum, w, i) => sum + w * labels[i], 0);
  const base = Math.log(positive / (total - positive));
  const scores = new Float64Array(rows.length).fill(base);
  const gradient = new Float64Array(rows.length);
  const curvature = new Float64Array(rows.length);
  const lines = [];
  for (let t = 0; t < trees; t++) {
    const picked = [];
    for (let i = 0; i < rows.length; i++) {
      const p = 1 / (1 + Math.exp(-scores[i]));
      gradient[i] = weights[i] * (labels[i] - p);
      curvature[i] = weights[i] * Math.max(1e-6, p * (1 - p));
      if (next() < share) picked.push(i);
    }
    const features = edges.map((_, f) => f).filter(f => edges[f].length > 0 && next() < columns);
    const context = { binned, edges, gradient, curvature, features, leaf, lambda, rate };
    const root = grow(context, Int32Array.from(picked), depth);
    lines.push(lineOf(root));
    for (let i = 0; i < rows.length; i++) scores[i] += valueFor(root, binned, i);
  }
  return { base: Number(base.toFixed(3)), trees: lines.join('\n') };
}

function generator(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

// Thresholds between neighbouring quantiles, rounded so that they print short; a row goes up when it is greater.
function binEdges(rows) {
  return Array.from(rows[0], (_, f) => {
    const sorted = Float64Array.from(rows, row => row[f]).sort();
    const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
    const list = [];
    const steps = Math.min(distinct.length, BINS);
    const source = distinct.length <= BINS ? distinct : sorted;
    for (let k = 1; k < steps; k++) {
      const at = Math.floor((k * source.length) / steps);
      const edge = Number(((source[at - 1] + source[at]) / 2).toPrecision(4));
      if (edge !== list.at(-1)) list.push(edge);
    }
    return list;
  });
}

function binOf(edges, value) {
  let bin = 0;
  while (bin < edges.length && value > edges[bin]) bin++;
  return bin;
}

function grow(context, rows, depth) {
  const { gradient, curvature, lambda, rate } = context;
  let [g, h] = [0, 0];
  for (const i of rows) {
    g += gradient[i];
    h += curvature[i];
  }
  const node = { value: (rate * g) / (h + lambda), feature: -1, bin: 0, threshold: 0, low: null, high: null };
  const split = depth > 0 && rows.length > 1 ? bestSplit(context, rows, { g, h }) : null;
  if (!split) return node;
  const bins = context.binned[split.feature];
  const low = grow(
    context,
    rows.filter(i => bins[i] <= split.bin),
    depth - 1,
  );
  const high = grow(
    context,
    rows.filter(i => bins[i] > split.bin),
    depth - 1,
  );
  return { ...node, ...split, threshold: context.edges[split.feature][split.bin], low, high };
}

function bestSplit({ binned, edges, gradient, curvature, features, leaf, lambda }, rows, { g, h }) {
  const whole = (g * g) / (h + lambda);
  let best = null;
  let bestGain = 0.05;
  for (const feature of features) {
    const size = edges[feature].length + 1;
    const [gs, hs, counts] = [new Float64Array(size), new Float64Array(size), new Int32Array(size)];
    const bins = binned[feature];
    for (const i of rows) {
      const bin = bins[i];
      gs[bin] += gradient[i];
      hs[bin] += curvature[i];
      counts[bin]++;
    }
    let [lowG, lowH, lowCount] = [0, 0, 0];
    for (let bin = 0; bin < size - 1; bin++) {
      lowG += gs[bin];
      lowH += hs[bin];
      lowCount += counts[bin];
      if (lowCount < leaf || rows.length - lowCount < leaf) continue;
      const gain = (lowG * lowG) / (lowH + lambda) + ((g - lowG) * (g - lowG)) / (h - lowH + lambda) - whole;
      if (gain > bestGain) {
        bestGain = gain;
        best = { feature, bin };
      }
    }
  }
  return best;
}

function valueFor(root, binned, i) {
  let node = root;
  while (node.low) node = binned[node.feature][i] <= node.bin ? node.low : node.high;
  return node.value;
}

function lineOf(node) {
  const value = Math.round(node.value * 1000);
  return node.low ? `${value}:${node.feature}:${node.threshold} ${lineOf(node.low)} ${lineOf(node.high)}` : `${value}`;
}
