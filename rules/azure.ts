// Azure: connection strings, shared access signatures, the common annotated key and the bare 32 hex keys.
// Keys with a service signature are in azure-identifiable-keys.ts.

import { marvin32, toBase62 } from '../src/checksum.js';
import { defineResponse, INTERVALS, PARTNER } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const azureServicebusConnectionString = defineRule({
  id: 'azure-servicebus-connection-string',
  title: 'Azure Service Bus, Event Hubs or IoT connection string key',
  provider: 'Azure',
  severity: 'high',
  keywords: ['SharedAccessKey='],
  pattern:
    /SharedAccessKey=(?<secret>[A-Za-z0-9+/]{33}(?!\+ASb|\+AEh|\+ARm|AIoT)[A-Za-z0-9+/]{7,60}={0,2})(?![A-Za-z0-9+/=])/,
  distinctive: true,
  minEntropy: 4,
  references: ['https://learn.microsoft.com/azure/service-bus-messaging/service-bus-get-connection-string'],
  match: [
    `Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=«${sample('base64', 43)}=»`,
    `"iot": "HostName=acme.azure-devices.net;SharedAccessKeyName=owner;SharedAccessKey=«${sample('base64', 43, 2)}=»"`,
  ],
  noMatch: ['SharedAccessKey=<key>', `${sample('base62', 43)}=`],
});

export const azureStorageKeyLegacy = defineRule({
  id: 'azure-storage-key-legacy',
  title: 'Azure Storage account key (older form)',
  provider: 'Azure',
  severity: 'critical',
  keywords: ['AccountKey', 'account_key', 'account-key', 'azure_storage'],
  pattern:
    /(?:account[_-]?key|azure_storage[\w.-]{0,24}key)["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[A-Z0-9+/]{76}(?!\+ASt|ACDb|\+ABa|APIM|\+AMC)[A-Z0-9+/]{10}==)(?!=)/i,
  check: 'base64-64-bytes',
  minEntropy: 4.7,
  publicValues: [
    'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6' + 'IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
    'C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2n' + 'Q9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==',
  ],
  references: ['https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string'],
  match: [
    `DefaultEndpointsProtocol=https;AccountName=acmefiles;AccountKey=«${key64()}»;EndpointSuffix=core.windows.net`,
    `AZURE_STORAGE_ACCESS_KEY="«${key64(2)}»"`,
  ],
  noMatch: [`${sample('base62', 86)}==`, 'AccountKey=<your key>'],
});

export const azureCaskKey = defineRule({
  id: 'azure-cask-key',
  title: 'Azure common annotated key (OpenAI, Maps, App Configuration and others)',
  provider: 'Azure',
  severity: 'critical',
  keywords: ['JQQJ99', 'JQQJ9D', 'JQQJ9H'],
  before: 52,
  // AZDO keys belong to Azure DevOps and have their own rule.
  pattern:
    /(?<![A-Za-z0-9+/])[A-Za-z0-9]{52}JQQJ9[9DH][A-Z][A-L][A-Za-z0-9]{16}(?!AZDO)[A-Za-z]{4}(?:[A-Za-z0-9+/]{6}==|[A-Za-z0-9+/]{4})(?![A-Za-z0-9+/=])/,
  distinctive: true,
  check: 'azure-cask',
  minEntropy: 4,
  references: ['https://github.com/microsoft/security-utilities'],
  match: [`AZURE_OPENAI_API_KEY=«${caskKey('ACOG')}»`, `api-key: «${caskKey('AZMP', 2)}»`],
  noMatch: [
    `${sample('base62', 51)}JQQJ99BA${sample('base62', 16)}ACOG${sample('base62', 4)}`,
    `${sample('base62', 52)}JQQJ99BZ${sample('base62', 16)}ACOG${sample('base62', 4)}`,
  ],
});

export const azureSasToken = defineRule({
  id: 'azure-sas-token',
  title: 'Azure shared access signature',
  provider: 'Azure',
  severity: 'high',
  keywords: ['sig='],
  pattern: /(?<=[?&;"' \t]|u0026)sig=(?<secret>(?:[A-Za-z0-9+/]|%2[BbFf]){43}(?:=|%3[Dd]))(?![A-Za-z0-9+/=%])/,
  near: { words: ['sv=20', 'se=20', 'skn=', 'sharedaccesssignature'], before: 300, after: 300 },
  minEntropy: 4,
  references: ['https://learn.microsoft.com/azure/storage/common/storage-sas-overview'],
  match: [
    `https://acme.blob.core.windows.net/f?sv=2022-11-02&se=2031-01-01T00:00:00Z&sig=«${sample('base62', 43)}%3D»`,
    `SharedAccessSignature sr=acme.servicebus.windows.net&sig=«${sample('base62', 41)}%2Fa%3D»&se=1900000000&skn=root`,
  ],
  noMatch: [`?sv=2022-11-02&sig=${sample('base62', 30)}%3D`, '?sv=2022-11-02&se=2031-01-01&sig=<signature>'],
});

export const azureAppconfigConnectionString = defineRule({
  id: 'azure-appconfig-connection-string',
  title: 'Azure App Configuration connection string secret',
  provider: 'Azure',
  severity: 'high',
  keywords: ['.azconfig.io;Id='],
  pattern: /\.azconfig\.io;Id=[^\x00-\x20;"'<>]{2,80};Secret=(?<secret>[A-Za-z0-9+/]{40,60}={0,2})(?![A-Za-z0-9+/=])/,
  minEntropy: 4,
  references: ['https://learn.microsoft.com/azure/azure-app-configuration/'],
  match: [
    `CONFIG=Endpoint=https://acme.azconfig.io;Id=a1-l9-s0:${sample('base62', 20)};Secret=«${sample('base64', 43)}=»`,
    `"AppConfig": "Endpoint=https://acme.azconfig.io;Id=${sample('base62', 9)};Secret=«${sample('base64', 43, 2)}=»"`,
  ],
  noMatch: ['Endpoint=https://acme.azconfig.io;Id=abc;Secret=<secret>', 'Endpoint=https://acme.azconfig.io;Id=abc;'],
});

export const azureOpenaiKeyLegacy = defineRule({
  id: 'azure-openai-key-legacy',
  title: 'Azure OpenAI or Cognitive Services key (32 hex)',
  provider: 'Azure',
  severity: 'high',
  confidence: 'medium',
  keywords: [
    'azure_openai',
    'azure-openai',
    'azureopenai',
    'cognitiveservice',
    'cognitive_service',
    'ocp-apim-subscription-key',
  ],
  pattern:
    /(?:(?:azure[_-]?openai|cognitive_?services?)[\w.-]{0,24}(?:key|token|secret)\d?|ocp-apim-subscription-key)["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://learn.microsoft.com/azure/ai-services/authentication'],
  match: [
    `AZURE_OPENAI_API_KEY=«${sample('hex', 32)}»`,
    `curl -H "Ocp-Apim-Subscription-Key: «${sample('hex', 32, 2)}»"`,
    `"cognitiveServicesKey": "«${sample('hex', 32, 3)}»"`,
  ],
  noMatch: [`Ocp-Apim-Subscription-Key: ${'0'.repeat(32)}`, `azure-openai commit ${sample('hex', 40)}`],
});

function key64(seed = 1): string {
  return `${sample('base62', 85, seed)}Q==`;
}

function caskKey(signature: string, seed = 1): string {
  const text = `${sample('base62', 52, seed)}JQQJ99BAACYeBjFXJ3w3AAA${sample('upperAlnum', 1, seed)}`;
  const body = text.padEnd(76, 'A') + signature;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(marvin32(Buffer.from(body, 'base64'), 'Default0'));
  return body + toBase62(bytes.readUInt32BE(), 1).padEnd(6, '0').slice(0, 4);
}

export const azureStorageKeyResponse = defineResponse({
  id: 'azure-storage-key',
  title: 'Azure Storage account key or SAS',
  rules: ['azure-storage-key', 'azure-storage-key-legacy', 'azure-sas-token'],
  names: ['AZURE_STORAGE_KEY', 'AZURE_STORAGE_CONNECTION_STRING', 'AZURE_STORAGE_*'],
  revoke: {
    page: 'https://portal.azure.com',
    command: 'az storage account keys renew --account-name ACCOUNT --resource-group GROUP --key primary',
    api: null,
  },
  rotate: [
    'Every account has two keys: move the clients to the other one.',
    'Renew the leaked key. A SAS dies with the key that signed it; one with a stored access policy also by that policy.',
    'Better than keys: Entra ID roles, and shared key access switched off.',
  ],
  invalidation: 'Renewing ends the key and every SAS that it signed at once.',
  audit: 'Diagnostic logs of the storage account, where they are switched on.',
  reach: 'All blobs, files, queues and tables of the account; with a SAS what it names, until its expiry.',
  breaks: 'Clients with that key, and shared links that it signed.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.storageKey,
  docs: 'https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage',
  sources: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage', PARTNER.source],
});

export const azureServiceKeyResponse = defineResponse({
  id: 'azure-service-key',
  title: 'Azure service key or connection string',
  rules: [
    'azure-apim-key',
    'azure-appconfig-connection-string',
    'azure-batch-key',
    'azure-cask-key',
    'azure-container-registry-key',
    'azure-cosmosdb-key',
    'azure-eventhub-key',
    'azure-function-key',
    'azure-iot-key',
    'azure-ml-classic-key',
    'azure-openai-key-legacy',
    'azure-redis-key',
    'azure-relay-key',
    'azure-search-key',
    'azure-servicebus-connection-string',
    'azure-servicebus-key',
  ],
  names: ['AZURE_OPENAI_API_KEY', 'COSMOS_KEY', 'AZURE_SEARCH_KEY', 'SERVICEBUS_CONNECTION_STRING'],
  revoke: { page: 'https://portal.azure.com', command: null, api: null },
  rotate: [
    'Open the resource in the portal: most have a primary and a secondary key under Keys or Access policies.',
    'Move the clients to the other key, then regenerate the leaked one.',
    'Better than keys: Entra ID roles and managed identities, with local authentication switched off.',
  ],
  audit: 'Activity log of the subscription; diagnostic logs of the resource, where they are switched on.',
  reach: 'The one resource, with the rights of the key.',
  breaks: 'Clients with that key.',
  vendorNote: PARTNER.note,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://learn.microsoft.com/en-us/azure/security/fundamentals/secrets-best-practices',
  sources: ['https://learn.microsoft.com/en-us/azure/security/fundamentals/secrets-best-practices', PARTNER.source],
});
