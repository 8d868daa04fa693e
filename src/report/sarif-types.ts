// The part of SARIF 2.1.0 that we write. Source: fixtures/schemas/sarif-2.1.0.json

export type SarifLevel = 'note' | 'warning' | 'error';
export type SarifMessage = { text: string };

export type SarifRegion = {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
  snippet?: SarifMessage;
};

export type SarifLocation = {
  id?: number;
  physicalLocation: { artifactLocation: { uri: string; uriBaseId: string }; region?: SarifRegion };
  logicalLocations?: { kind: string; name: string; fullyQualifiedName: string }[];
};

export type SarifResult = {
  ruleId: string;
  ruleIndex: number;
  level: SarifLevel;
  message: SarifMessage;
  locations: SarifLocation[];
  relatedLocations?: SarifLocation[];
  occurrenceCount: number;
  partialFingerprints: Record<string, string>;
  hostedViewerUri?: string;
  suppressions?: { kind: 'inSource' | 'external'; status: 'accepted'; justification: string }[];
  properties: Record<string, string | number | boolean | string[] | undefined>; // undefined: left out
};

export type SarifRule = {
  id: string;
  name: string;
  shortDescription: SarifMessage;
  fullDescription: SarifMessage;
  help: { text: string; markdown: string };
  helpUri?: string;
  defaultConfiguration: { level: SarifLevel };
  properties: { tags: string[]; precision: string; 'security-severity': string };
};

export type SarifDescriptor = {
  id: string;
  name: string;
  shortDescription: SarifMessage;
  fullDescription: SarifMessage;
  help: SarifMessage;
};

export type SarifNotification = {
  descriptor: { id: string; index: number };
  level: 'note' | 'warning';
  message: SarifMessage;
  locations?: SarifLocation[];
};

export type SarifRun = {
  tool: { driver: Record<string, unknown> & { rules: SarifRule[]; notifications?: SarifDescriptor[] } };
  automationDetails?: { id: string };
  columnKind: 'utf16CodeUnits';
  originalUriBaseIds: Record<string, { description: SarifMessage }>;
  versionControlProvenance?: Record<string, unknown>[];
  invocations: Record<string, unknown>[];
  results: SarifResult[];
};
