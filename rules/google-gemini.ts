// Google Gemini: a Google API key that stands next to the words of the AI APIs, where it costs money.

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
