// Firebase: the legacy FCM server key, and the publishable web API key, told from other AIza keys by its neighbours.

import { defineResponse, INTERVALS } from '../src/response.js';
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

export const firebaseResponse = defineResponse({
  id: 'firebase',
  title: 'Firebase server credential',
  rules: ['firebase-fcm-server-key'],
  names: ['FIREBASE_PRIVATE_KEY', 'FIREBASE_SERVICE_ACCOUNT', 'FCM_SERVER_KEY', 'FIREBASE_*', 'FCM_*'],
  revoke: {
    page: 'https://console.firebase.google.com/project/_/settings/serviceaccounts/adminsdk',
    command: 'gcloud iam service-accounts keys disable KEY_ID --iam-account=SERVICE_ACCOUNT_EMAIL',
    api: null,
  },
  rotate: [
    'A key of the Admin SDK is a key of a Google service account: disable it, create another, deploy, delete the old one.',
    'A legacy server key of Cloud Messaging belongs to an API that is switched off: move to the HTTP v1 API, and delete the key in the project settings.',
    'The web apiKey only names the project. What protects the data are the security rules: check those.',
  ],
  invalidation: 'Access tokens that were minted with a service account key live on for about 1 hour.',
  audit: 'Cloud Audit Logs.',
  detectUse: 'Audit log entries of the firebase-adminsdk service account.',
  reach: 'The Admin SDK passes by all security rules: database, users, files, messages.',
  breaks: 'Servers that use the key.',
  vendorNote:
    'Google can disable exposed keys of service accounts; whether it does depends on a policy of the organization.',
  rotationDays: INTERVALS.apiKey,
  docs: 'https://firebase.google.com/docs/projects/api-keys',
  sources: [
    'https://firebase.google.com/docs/projects/api-keys',
    'https://firebase.google.com/docs/cloud-messaging/migrate-v1',
    'https://docs.cloud.google.com/docs/security/compromised-credentials',
  ],
});
