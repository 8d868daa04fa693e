// Google Gemini: a Google API key that stands next to the words of the AI APIs, where it costs money.

import { defineResponse, INTERVALS, PARTNER, REPLACE } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const googleGeminiApiKey = defineRule({
  id: 'google-gemini-api-key',
  title: 'Google Gemini API key',
  provider: 'Google Gemini',
  severity: 'high',
  keywords: ['AIzaSy'],
  // Distinctive, or the plain Google API key would win where both match; the words must still be near.
  pattern: /(?<![A-Za-z0-9+/])AIzaSy[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])/,
  distinctive: true,
  minEntropy: 3.9,
  near: { words: ['gemini', 'generativelanguage', 'generativeai', 'google_ai', 'genai'], before: 120, after: 120 },
  references: ['https://ai.google.dev/gemini-api/docs/api-key'],
  match: [
    `GEMINI_API_KEY=«AIzaSy${sample('base64url', 33)}»`,
    `https://generativelanguage.googleapis.com/v1beta/models?key=«AIzaSy${sample('base64url', 33, 2)}»`,
    `genai.configure(api_key="«AIzaSy${sample('base64url', 33, 3)}»")`,
  ],
  noMatch: [`GEMINI AIzaSy${sample('base64url', 20)}`, `gemini AIzaSy${'x'.repeat(33)}`],
});

export const googleGeminiApiKeyResponse = defineResponse({
  id: 'google-gemini-api-key',
  title: 'Google Gemini API key',
  rules: ['google-gemini-api-key'],
  names: ['GEMINI_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_*'],
  revoke: { page: 'https://aistudio.google.com/apikey', command: null, api: null },
  rotate: [...REPLACE],
  audit: 'Usage and billing pages of the project.',
  detectUse: 'Requests and costs of the project by day; models that nobody uses.',
  reach: 'The Gemini API in the name of the project, and its bill.',
  breaks: 'Every call with the key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://ai.google.dev/gemini-api/docs/api-key',
  sources: ['https://ai.google.dev/gemini-api/docs/api-key', PARTNER.source],
});
