// Firebase: the legacy FCM server key, and the publishable web API key, told from other AIza keys by its neighbours.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const firebaseFcmServerKey = defineRule({
  id: 'firebase-fcm-server-key',
  title: 'Firebase Cloud Messaging server key',
  provider: 'Firebase',
  severity: 'high',
  keywords: [':APA91b'],
  pattern: /(?<![A-Za-z0-9+/_-])AAAA[\w-]{7}:APA91b[\w-]{134,146}(?![\w-])/,
  before: 11,
  distinctive: true,
  minEntropy: 4.5,
  references: ['https://firebase.google.com/docs/cloud-messaging'],
  match: [
    `FCM_SERVER_KEY=«AAAA${sample('base64url', 7)}:APA91b${sample('base64url', 134)}»`,
    `Authorization: key=«AAAA${sample('base64url', 7, 2)}:APA91b${sample('base64url', 134, 2)}»`,
  ],
  noMatch: [
    `${sample('base64url', 22)}:APA91b${sample('base64url', 134)}`,
    `AAAA${sample('base64url', 7)}:APA91b${sample('base64url', 90)}`,
  ],
});

export const firebaseWebApiKey = defineRule({
  id: 'firebase-web-api-key',
  title: 'Firebase web API key',
  provider: 'Firebase',
  severity: 'low',
  secrecy: 'publishable',
  keywords: ['AIza'],
  pattern:
    /(?<![A-Za-z0-9_-])AIza[\w-]{35}(?![\w-])(?=["'],[ \t\r\n]{1,12}["']?authDomain)|(?<=FIREBASE_API_KEY[:= "']{1,5})AIza[\w-]{35}(?![\w-])/,
  minEntropy: 3.7,
  references: ['https://firebase.google.com/docs/projects/api-keys'],
  match: [
    `firebaseConfig = { apiKey: "«AIza${sample('base64url', 35)}»", authDomain: "shop.firebaseapp.com" };`,
    `NEXT_PUBLIC_FIREBASE_API_KEY=«AIza${sample('base64url', 35, 2)}»`,
  ],
  noMatch: [`AIza${'x'.repeat(35)}`, `AIza${sample('base64url', 34)}`],
});
