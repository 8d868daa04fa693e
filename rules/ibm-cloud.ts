// IBM Cloud: IAM API keys and the HMAC secrets of Object Storage.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const ibmCloudApiKey = defineRule({
  id: 'ibm-cloud-api-key',
  title: 'IBM Cloud IAM API key',
  provider: 'IBM Cloud',
  severity: 'critical',
  confidence: 'medium',
  keywords: ['ibm', 'bluemix', 'ic_api_key'],
  pattern:
    /(?:ibm|bluemix|(?<![A-Za-z0-9])ic_)[\w .-]{0,20}(?:key|token|secret|pass)[\w.-]{0,12}["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>(?=[A-Za-z_-]{0,30}\d)[\w-]{44})(?![\w-])/i,
  minEntropy: 3,
  references: ['https://cloud.ibm.com/docs/account?topic=account-userapikey'],
  match: [
    `IBMCLOUD_API_KEY=«${sample('base64url', 44, 4)}»`,
    `ibm_cloud_api_key: "«${sample('base64url', 44, 2)}»"`,
    `export IC_API_KEY=«${sample('base64url', 44, 3)}»`,
  ],
  noMatch: [`ibm ${sample('base64url', 44)}`, `IBMCLOUD_API_KEY=${'x'.repeat(44)}`],
});

export const ibmCosHmac = defineRule({
  id: 'ibm-cos-hmac',
  title: 'IBM Cloud Object Storage HMAC secret',
  provider: 'IBM Cloud',
  severity: 'high',
  confidence: 'medium',
  keywords: ['secret_access_key', 'secret-access-key', 'secretaccesskey', 'cos_', 'hmac'],
  // AWS secrets have 40 characters under the same name.
  pattern:
    /(?:secret[_-]{0,1}access[_-]{0,1}key|(?:(?<![A-Za-z0-9])cos_|hmac)[\w.-]{0,24}secret[\w.-]{0,12})["'\]\\]{0,3}[ \t]{0,8}(?:=>|:=|\|\||[:=,(>])[ \t]{0,8}["'\x60\\]{0,2}(?<secret>[0-9a-f]{48})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://cloud.ibm.com/docs/cloud-object-storage'],
  match: [
    `"cos_hmac_keys": {"secret_access_key": "«${sample('hex', 48)}»"}`,
    `COS_HMAC_SECRET=«${sample('hex', 48, 2)}»`,
  ],
  noMatch: [`hmac ${sample('hex', 48)}`, `cos_secret_access_key: ${'x'.repeat(48)}`],
});
