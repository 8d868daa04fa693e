// A thread of a history scan: takes jobs, sends parts. It is told everything and asks nothing.

import { parentPort, workerData } from 'node:worker_threads';
import type { PackJob, SharedHistory } from '../git/shared-history.js';
import { PackScanner } from '../scan-packs.js';
import { compileEnabled, type RuleSet, readRules } from './built-in-engine.js';

/** What a thread is told when it starts. */
export type WorkerData = { history: SharedHistory; rules: RuleSet; markers: readonly string[] };

const { history, rules, markers } = workerData as WorkerData; // scan-threads.ts sends exactly this
const scanner = new PackScanner(history, compileEnabled(readRules(rules)), new Set(markers));

parentPort?.on('message', (job: PackJob) => parentPort?.postMessage(scanner.run(job)));
