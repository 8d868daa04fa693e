// Azure keys that name their service in the text and end in a Marvin32 checksum ("HIS" keys).
// No enforced check: the seed names known here may not be all that Azure uses.

import { marvin32 } from '../src/checksum.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const SERVICE_BUS = 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas';
const SECURITY_UTILITIES = 'https://github.com/microsoft/security-utilities';

export const azureStorageKey = defineRule({
  id: 'azure-storage-key',
  title: 'Azure Storage account key',
  provider: 'Azure',
  severity: 'critical',
  keywords: ['+ASt'],
  before: 76,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{76}\+ASt[A-Za-z0-9+/]{5}[AQgw]==(?!=)/,
  check: 'azure-his',
  minEntropy: 4.7,
  references: ['https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage'],
  match: [
    `AZURE_STORAGE_KEY=«${hisKey(64, 76, '+ASt', 'Default0')}»`,
    `AccountName=acmefiles;AccountKey=«${hisKey(64, 76, '+ASt', 'Default0', 2)}»;EndpointSuffix=core.windows.net`,
  ],
  noMatch: [
    `${sample('base62', 70)}+ASt${sample('base62', 5)}Q==`,
    `${sample('base62', 99)}+ASt${sample('base62', 5)}Q==`,
  ],
});

export const azureCosmosdbKey = defineRule({
  id: 'azure-cosmosdb-key',
  title: 'Azure Cosmos DB key',
  provider: 'Azure',
  severity: 'critical',
  keywords: ['ACDb'],
  before: 76,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{5}[AQgw]==(?!=)/,
  check: 'azure-his',
  minEntropy: 4.7,
  references: ['https://learn.microsoft.com/azure/cosmos-db/secure-access-to-data'],
  match: [
    `COSMOS_KEY="«${hisKey(64, 76, 'ACDb', 'MastRW00')}»"`,
    `AccountEndpoint=https://acme.documents.azure.com:443/;AccountKey=«${hisKey(64, 76, 'ACDb', 'MastRO00', 2)}»;`,
  ],
  noMatch: [
    `${sample('base62', 75)}ACDb${sample('base62', 5)}Q==`,
    `${sample('base62', 76)}ACDb${sample('base62', 7)}=`,
  ],
});

export const azureRedisKey = defineRule({
  id: 'azure-redis-key',
  title: 'Azure Cache for Redis access key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['AzCa'],
  before: 33,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{33}AzCa[A-P][A-Za-z0-9+/]{5}=(?!=)/,
  check: 'azure-his',
  minEntropy: 4.1,
  references: ['https://learn.microsoft.com/azure/azure-cache-for-redis/'],
  match: [
    `REDIS_PASSWORD=«${hisKey(32, 33, 'AzCa', 'Access00')}»`,
    `cache.redis.cache.windows.net:6380,password=«${hisKey(32, 33, 'AzCa', 'Access00', 2)}»,ssl=True`,
  ],
  noMatch: [
    `${sample('base62', 33)}AzCaZ${sample('base62', 5)}=`,
    `${sample('base62', 32)}AzCaB${sample('base62', 5)}=`,
  ],
});

export const azureFunctionKey = defineRule({
  id: 'azure-function-key',
  title: 'Azure Functions key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['AzFu'],
  before: 44,
  pattern: /(?<![\w-])[\w-]{44}AzFu[\w-]{5}[AQgw](?:==|%3[Dd]%3[Dd])(?!=)/,
  check: 'azure-his',
  minEntropy: 4.3,
  references: ['https://learn.microsoft.com/azure/azure-functions/function-keys-how-to'],
  match: [
    `https://acme.azurewebsites.net/api/sync?code=«${urlSafe(hisKey(40, 44, 'AzFu', 'Functi00'))}»`,
    `x-functions-key: «${urlSafe(hisKey(40, 44, 'AzFu', 'Master00', 2))}»`,
  ],
  noMatch: [
    `${sample('base62', 43)}AzFu${sample('base62', 5)}Q==`,
    `${sample('base62', 44)}AzFu${sample('base62', 5)}Q`,
  ],
});

export const azureSearchKey = defineRule({
  id: 'azure-search-key',
  title: 'Azure AI Search key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['AzSe'],
  before: 42,
  pattern: /(?<![A-Za-z0-9+/_-])[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}(?![A-Za-z0-9+/=_-])/,
  check: 'azure-his',
  minEntropy: 4.2,
  references: ['https://learn.microsoft.com/azure/search/search-security-api-keys'],
  match: [
    `AZURE_SEARCH_KEY=«${hisKey(39, 42, 'AzSe', 'PAdmin00', 2)}»`,
    `"api-key": "«${hisKey(39, 42, 'AzSe', 'Query000', 4)}»"`,
  ],
  noMatch: [`${sample('base62', 42)}AzSeZ${sample('base62', 5)}`, `${sample('base62', 41)}AzSeB${sample('base62', 5)}`],
});

export const azureServicebusKey = defineRule({
  id: 'azure-servicebus-key',
  title: 'Azure Service Bus SAS key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['+ASb'],
  before: 33,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{33}\+ASb[A-P][A-Za-z0-9+/]{5}=(?!=)/,
  check: 'azure-his',
  minEntropy: 4.1,
  references: [SERVICE_BUS],
  match: [
    `SharedAccessKeyName=root;SharedAccessKey=«${hisKey(32, 33, '+ASb', 'Manage00')}»`,
    `sas_key: «${hisKey(32, 33, '+ASb', 'Send0000', 2)}»`,
  ],
  noMatch: [
    `${sample('base62', 33)}+ASbZ${sample('base62', 5)}=`,
    `${sample('base62', 31)}+ASbB${sample('base62', 5)}=`,
  ],
});

export const azureEventhubKey = defineRule({
  id: 'azure-eventhub-key',
  title: 'Azure Event Hubs SAS key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['+AEh'],
  before: 33,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{33}\+AEh[A-P][A-Za-z0-9+/]{5}=(?!=)/,
  check: 'azure-his',
  minEntropy: 4.1,
  references: ['https://learn.microsoft.com/azure/event-hubs/authenticate-shared-access-signature'],
  match: [
    `EVENTHUB_KEY=«${hisKey(32, 33, '+AEh', 'Send0000')}»`,
    `Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKey=«${hisKey(32, 33, '+AEh', 'Listen00', 2)}»`,
  ],
  noMatch: [
    `${sample('base62', 33)}+AEhZ${sample('base62', 5)}=`,
    `${sample('base62', 31)}+AEhB${sample('base62', 5)}=`,
  ],
});

export const azureRelayKey = defineRule({
  id: 'azure-relay-key',
  title: 'Azure Relay SAS key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['+ARm'],
  before: 33,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{33}\+ARm[A-P][A-Za-z0-9+/]{5}=(?!=)/,
  check: 'azure-his',
  minEntropy: 4.1,
  references: ['https://learn.microsoft.com/azure/azure-relay/relay-authentication-and-authorization'],
  match: [
    `RELAY_KEY=«${hisKey(32, 33, '+ARm', 'Listen00')}»`,
    `{"relayKey": "«${hisKey(32, 33, '+ARm', 'Manage00', 2)}»"}`,
  ],
  noMatch: [
    `${sample('base62', 33)}+ARmZ${sample('base62', 5)}=`,
    `${sample('base62', 31)}+ARmB${sample('base62', 5)}=`,
  ],
});

export const azureIotKey = defineRule({
  id: 'azure-iot-key',
  title: 'Azure IoT Hub or device key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['AIoT'],
  before: 33,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{33}AIoT[A-P][A-Za-z0-9+/]{5}=(?!=)/,
  check: 'azure-his',
  minEntropy: 4.1,
  references: ['https://learn.microsoft.com/azure/iot-hub/iot-hub-dev-guide-sas'],
  match: [
    `HostName=acme.azure-devices.net;DeviceId=d1;SharedAccessKey=«${hisKey(32, 33, 'AIoT', 'Device00')}»`,
    `primary_key = "«${hisKey(32, 33, 'AIoT', 'IoTHub00', 2)}»"`,
  ],
  noMatch: [
    `${sample('base62', 33)}AIoTZ${sample('base62', 5)}=`,
    `${sample('base62', 31)}AIoTB${sample('base62', 5)}=`,
  ],
});

export const azureBatchKey = defineRule({
  id: 'azure-batch-key',
  title: 'Azure Batch account key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['+ABa'],
  before: 76,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{76}\+ABa[A-Za-z0-9+/]{5}[AQgw]==(?!=)/,
  check: 'azure-his',
  minEntropy: 4.7,
  references: ['https://learn.microsoft.com/azure/batch/accounts'],
  match: [
    `AZURE_BATCH_KEY=«${hisKey(64, 76, '+ABa', 'AbAcct00')}»`,
    `batch_account_key: '«${hisKey(64, 76, '+ABa', 'AbAcct00', 2)}»'`,
  ],
  noMatch: [
    `${sample('base62', 70)}+ABa${sample('base62', 5)}Q==`,
    `${sample('base62', 99)}+ABa${sample('base62', 5)}Q==`,
  ],
});

export const azureApimKey = defineRule({
  id: 'azure-apim-key',
  title: 'Azure API Management key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['APIM'],
  before: 76,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{76}APIM[A-Za-z0-9+/]{5}[AQgw]==(?!=)/,
  check: 'azure-his',
  minEntropy: 4.7,
  references: ['https://learn.microsoft.com/azure/api-management/api-management-subscriptions'],
  match: [
    `APIM_GATEWAY_KEY=«${hisKey(64, 76, 'APIM', 'Gatewy00')}»`,
    `"managementKey": "«${hisKey(64, 76, 'APIM', 'Tenant00', 2)}»"`,
  ],
  noMatch: [
    `${sample('base62', 70)}APIM${sample('base62', 5)}Q==`,
    `${sample('base62', 99)}APIM${sample('base62', 5)}Q==`,
  ],
});

export const azureContainerRegistryKey = defineRule({
  id: 'azure-container-registry-key',
  title: 'Azure Container Registry password',
  provider: 'Azure',
  severity: 'critical',
  keywords: ['+ACR'],
  before: 42,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9+/]{5}(?![A-Za-z0-9+/=])/,
  check: 'azure-his',
  minEntropy: 4.2,
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-authentication'],
  match: [
    `docker login acme.azurecr.io -u acme -p «${hisKey(39, 42, '+ACR', 'ACRDflt0')}»`,
    `ACR_PASSWORD=«${hisKey(39, 42, '+ACR', 'ACRDflt0', 2)}»`,
  ],
  noMatch: [`${sample('base62', 42)}+ACRZ${sample('base62', 5)}`, `${sample('base62', 41)}+ACRB${sample('base62', 5)}`],
});

export const azureMlClassicKey = defineRule({
  id: 'azure-ml-classic-key',
  title: 'Azure ML web service (classic) key',
  provider: 'Azure',
  severity: 'medium',
  keywords: ['+AMC'],
  before: 76,
  pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{76}\+AMC[A-Za-z0-9+/]{5}[AQgw]==(?!=)/,
  check: 'azure-his',
  minEntropy: 4.7,
  references: [SECURITY_UTILITIES],
  match: [
    `AZUREML_KEY=«${hisKey(64, 76, '+AMC', 'Classic0')}»`,
    `primary_key: "«${hisKey(64, 76, '+AMC', 'Classic0', 2)}»"`,
  ],
  noMatch: [
    `${sample('base62', 70)}+AMC${sample('base62', 5)}Q==`,
    `${sample('base62', 99)}+AMC${sample('base62', 5)}Q==`,
  ],
});

// Random text, the signature at its place in the base64 text, and the checksum of all bytes before the last four.
function hisKey(bytes: number, at: number, signature: string, checksumSeed: string, seed = 1): string {
  const data = Buffer.from(`${sample('base62', at, seed)}${signature}A`, 'base64').subarray(0, bytes - 4);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(marvin32(data, checksumSeed));
  return Buffer.concat([data, checksum]).toString('base64');
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
