// AssemblyAI: API keys, which need the name in front.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const assemblyaiKey = defineRule({
  id: 'assemblyai-key',
  title: 'AssemblyAI API key',
  provider: 'AssemblyAI',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['assemblyai', 'assembly_ai', 'aai.settings'],
  pattern:
    /(?:assembly_?ai|aai\.settings)[\w.-]{0,32}(?:key|token|secret|auth)[\w-]{0,12}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.5,
  references: ['https://www.assemblyai.com/docs'],
  match: [`ASSEMBLYAI_API_KEY=«${sample('hex', 32)}»`, `aai.settings.api_key = "«${sample('hex', 32, 2)}»"`],
  noMatch: [`ASSEMBLYAI_API_KEY=${'x'.repeat(32)}`, `assemblyai_transcript: ${sample('hex', 32)}`],
});
