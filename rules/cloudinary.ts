// Cloudinary: the secret in CLOUDINARY_URL and the API secret by name.

import { defineResponse, INTERVALS, NOT_REPORTED } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const cloudinaryUrl = defineRule({
  id: 'cloudinary-url',
  title: 'Cloudinary URL with API secret',
  provider: 'Cloudinary',
  severity: 'high',
  keywords: ['cloudinary://'],
  pattern: /(?<![A-Za-z0-9])cloudinary:\/\/[0-9]{15}:(?<secret>[A-Za-z0-9_-]{27})@(?=[A-Za-z0-9])/,
  distinctive: true,
  minEntropy: 3.5,
  references: ['https://cloudinary.com/documentation/how_to_integrate_cloudinary#environment_variable'],
  match: [
    `CLOUDINARY_URL=cloudinary://${sample('digits', 15)}:«${sample('base64url', 27)}»@acme`,
    `url: "cloudinary://${sample('digits', 15, 2)}:«${sample('base64url', 27, 2)}»@acme-media"`,
  ],
  noMatch: [
    'cloudinary://api_key:api_secret@cloud_name',
    'cloudinary://<your_api_key>:<your_api_secret>@<your_cloud_name>',
  ],
});

export const cloudinaryApiSecret = defineRule({
  id: 'cloudinary-api-secret',
  title: 'Cloudinary API secret',
  provider: 'Cloudinary',
  severity: 'high',
  confidence: 'medium',
  keywords: ['cloudinary'],
  pattern:
    /cloudinary(?:[\w.-]{0,24}secret|[\w.]{0,16}config\([^)]{0,200}?api_?secret)[\w.-]{0,8}["'\]]{0,2}[ \t]{0,8}(?:=>|:=|[:=,(])[ \t]{0,8}["'\x60]?(?<secret>[A-Za-z0-9_-]{27})(?![\w-])/i,
  minEntropy: 3.5,
  references: ['https://cloudinary.com/documentation/product_environment_settings'],
  match: [
    `CLOUDINARY_API_SECRET=«${sample('base64url', 27)}»`,
    `cloudinary.config({\n  cloud_name: 'acme',\n  api_secret: '«${sample('base64url', 27, 2)}»'\n})`,
    `"cloudinarySecret": "«${sample('base64url', 27, 3)}»"`,
  ],
  noMatch: [`cloudinary secret ${sample('base64url', 27)}`, `cloudinary/${sample('base62', 27)}.png`],
});

export const cloudinaryApiSecretResponse = defineResponse({
  id: 'cloudinary-api-secret',
  title: 'Cloudinary API secret',
  rules: ['cloudinary-api-secret', 'cloudinary-url'],
  names: ['CLOUDINARY_API_SECRET', 'CLOUDINARY_URL', 'CLOUDINARY_API_KEY', 'CLOUDINARY_*'],
  schemes: ['cloudinary'],
  revoke: { page: 'https://console.cloudinary.com/app/settings/api-keys', command: null, api: null },
  rotate: [
    'Settings, API Keys: generate a new access key (a code comes by mail), deploy it.',
    'Then set the status of the leaked key to disabled.',
  ],
  detectUse: 'Uploads, deletions and transformations that nobody made, in the reports.',
  reach: 'Upload, change and deletion of all assets of the product environment.',
  breaks: 'Uploads and signed requests with the old key.',
  vendorRevokes: false,
  vendorNote: NOT_REPORTED,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://cloudinary.com/documentation/ts_how_to_rotate_api_keys_in_the_console',
  sources: ['https://cloudinary.com/documentation/ts_how_to_rotate_api_keys_in_the_console'],
});
