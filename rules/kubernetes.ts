// Kubernetes: service account JWTs, bootstrap tokens, Secret manifests and kubeconfig keys.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample, sampleJwt } from '../src/sample.js';

const SECRETS = 'https://kubernetes.io/docs/concepts/configuration/secret/';

export const kubernetesServiceAccountToken = defineRule({
  id: 'kubernetes-service-account-token',
  title: 'Kubernetes service account token',
  provider: 'Kubernetes',
  severity: 'critical',
  keywords: ['eyJhbGciOiJSUzI1NiIsImtpZCI6I'],
  // The payload must hold "kubernete", which base64 writes in three ways depending on where it stands.
  pattern:
    /(?<![\w.-])eyJhbGciOiJSUzI1NiIsImtpZCI6I[\w-]{2,120}\.eyJ[\w-]{4,1600}?(?:a3ViZXJuZXRl|t1YmVybmV0ZX|rdWJlcm5ldGVz)[\w-]{40,1600}\.[\w-]{40,700}(?![\w-])/,
  distinctive: true,
  check: 'jwt',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/'],
  match: [`token: «${legacyToken()}»`, `Authorization: Bearer «${boundToken()}»`],
  noMatch: [
    `eyJhbGciOiJSUzI1NiIsImtpZCI6I${sample('base62', 30)}`,
    `eyJhbGciOiJSUzI1NiIsImtpZCI6I${sample('base62', 30)}.eyJ${sample('base62', 20)}`,
  ],
});

export const kubernetesBootstrapToken = defineRule({
  id: 'kubernetes-bootstrap-token',
  title: 'Kubernetes bootstrap token',
  provider: 'Kubernetes',
  severity: 'high',
  confidence: 'medium',
  keywords: ['token'],
  pattern:
    /(?:token|TOKEN|Token)["']?[ \t:=]{1,4}["']?(?<secret>[a-z0-9]{6}\.(?=[a-z]{0,15}[0-9])[a-z0-9]{16})(?![\w.-])/,
  minEntropy: 3,
  near: {
    words: ['kubeadm', 'kubelet', 'bootstrap', 'initconfiguration', 'joinconfiguration', 'clusterconfiguration'],
    before: 300,
    after: 300,
  },
  publicValues: ['abcdef.' + '0123456789abcdef', '07401b.' + 'f395accd246ae52d'],
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/'],
  match: [
    `kubeadm join 10.0.4.7:6443 --token «${sample('lowerAlnum', 6)}.${sample('lowerAlnum', 16)}»`,
    `bootstrapTokens:\n- token: "«${sample('lowerAlnum', 6, 2)}.${sample('lowerAlnum', 16, 2)}»"`,
  ],
  noMatch: [
    `kubeadm join ${sample('lowerAlnum', 6)}.${sample('lowerAlnum', 16)}`,
    'kubeadm token: module.gettokenvalue',
  ],
});

export const kubernetesSecretManifest = defineRule({
  id: 'kubernetes-secret-manifest',
  title: 'Kubernetes Secret manifest with data',
  provider: 'Kubernetes',
  severity: 'high',
  confidence: 'medium',
  keywords: ['kind: Secret'],
  // The first entry with a telling name, in the same YAML document.
  pattern:
    /kind: Secret[ \t]{0,8}\r?\n(?:(?!---|data:|stringData:)[^\r\n]{0,200}\r?\n){0,16}(?:string)?data:[ \t]{0,8}\r?\n(?:[ \t]{1,8}[^\r\n]{1,1500}\r?\n){0,6}?[ \t]{1,8}[\w.-]{0,40}(?:pass|pwd|token|secret|key|cred|auth|config)[\w.-]{0,40}:[ \t]{1,4}["']?(?<secret>[A-Za-z0-9+/]{8,4000}={0,2})(?![\w+/=.-])/i,
  check: 'base64-value',
  enforceCheck: true,
  minEntropy: 2.8,
  references: [SECRETS],
  match: [
    `kind: Secret\ntype: Opaque\ndata:\n  user: YWNtZQ==\n  password: «${base64Of(sample('base62', 18))}»\n`,
    `apiVersion: v1\nkind: Secret\nstringData:\n  api-token: "«${sample('base62', 32)}»"\n`,
  ],
  noMatch: [
    'kind: Secret\nmetadata:\n  name: db\ndata:\n  password: {{ .Values.password | b64enc }}\n',
    `kind: Secret\ndata:\n  password: ${base64Of('change-me-before-deploying')}\n`,
    `kind: Secret\nmetadata:\n  name: db\n---\nkind: ConfigMap\ndata:\n  mode: ${sample('base62', 20)}\n`,
  ],
});

export const kubernetesSecretManifestSorted = defineRule({
  id: 'kubernetes-secret-manifest-sorted',
  title: 'Kubernetes Secret manifest with data (fields in alphabetical order)',
  provider: 'Kubernetes',
  severity: 'high',
  confidence: 'medium',
  keywords: ['data:'],
  // As kubectl prints it: `data` comes before `kind`.
  pattern:
    /(?<=[\r\n]|string)data:[ \t]{0,8}\r?\n(?:[ \t]{1,8}[^\r\n]{1,1500}\r?\n){0,6}?[ \t]{1,8}[\w.-]{0,40}(?:pass|pwd|token|secret|key|cred|auth|config)[\w.-]{0,40}:[ \t]{1,4}["']?(?<secret>[A-Za-z0-9+/]{8,4000}={0,2})["']?[ \t]{0,8}\r?\n(?:(?!---|kind:)[^\r\n]{0,400}\r?\n){0,24}kind: Secret(?!\w)/i,
  check: 'base64-value',
  enforceCheck: true,
  minEntropy: 2.8,
  references: [SECRETS],
  match: [
    `apiVersion: v1\ndata:\n  password: «${base64Of(sample('base62', 18, 2))}»\nkind: Secret\nmetadata:\n  name: db\n`,
    `\ndata:\n  host: ZGIx\n  db-key: «${base64Of(sample('base62', 24, 3))}»\n  port: NTQzMg==\nkind: Secret\n`,
  ],
  noMatch: [
    `apiVersion: v1\ndata:\n  mode: ${sample('base62', 20)}\nkind: ConfigMap\n`,
    'apiVersion: v1\ndata:\n  password: ${PASSWORD}\nkind: Secret\n',
    `apiVersion: v1\ndata:\n  config: ${base64Of('<your password>')}\nkind: Secret\n`,
  ],
});

export const kubeconfigCredentials = defineRule({
  id: 'kubeconfig-credentials',
  title: 'Kubeconfig client key',
  provider: 'Kubernetes',
  severity: 'critical',
  keywords: ['client-key-data'],
  pattern:
    /client-key-data\\?["']?[ \t]{0,4}:[ \t]{0,4}\\?["']?(?<secret>LS0tLS1CRUdJTi[A-Za-z0-9+/]{100,8000}={0,2})(?![A-Za-z0-9+/=])/,
  references: ['https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/'],
  match: [`    client-key-data: «${keyData(1)}»`, `{"user": {"client-key-data": "«${keyData(2)}»"}}`],
  noMatch: ['client-key-data: REDACTED', `LS0tLS1CRUdJTi${sample('base62', 20)}`],
});

function legacyToken(): string {
  const uid = { 'kubernetes.io/serviceaccount/service-account.uid': sample('hex', 32) };
  const payload = { iss: 'kubernetes/serviceaccount', sub: 'system:serviceaccount:default:deploy', ...uid };
  return sampleJwt(payload, { alg: 'RS256', kid: '' });
}

function boundToken(): string {
  const aud = ['https://kubernetes.default.svc.cluster.local'];
  const payload = { aud, exp: 1893456000, sub: 'system:serviceaccount:default:deploy', uid: sample('hex', 32, 2) };
  return sampleJwt(payload, { alg: 'RS256', kid: sample('base64url', 43) });
}

function keyData(seed: number): string {
  const lines = [1, 2, 3].map(line => sample('base64', 64, seed * 10 + line)).join('\n');
  return base64Of(`-----BEGIN EC ${'PRIVATE'} KEY-----\n${lines}\n-----END EC ${'PRIVATE'} KEY-----\n`);
}

function base64Of(text: string): string {
  return Buffer.from(text).toString('base64');
}

export const kubernetesCredentialResponse = defineResponse({
  id: 'kubernetes-credential',
  title: 'Kubernetes Secret, token or kubeconfig',
  rules: [
    'kubeconfig-credentials',
    'kubernetes-bootstrap-token',
    'kubernetes-secret-manifest',
    'kubernetes-secret-manifest-sorted',
    'kubernetes-service-account-token',
  ],
  names: ['KUBECONFIG', 'KUBE_CONFIG', 'KUBE_TOKEN', 'K8S_TOKEN', 'KUBE_*', 'K8S_*'],
  revoke: { page: null, command: 'kubectl delete secret SECRET_NAME --namespace NAMESPACE', api: null },
  rotate: [
    'A manifest: base64 hides nothing. Renew each value at its issuer first.',
    'Make the Secret again from a file or standard input: kubectl create secret generic SECRET_NAME --from-file=KEY=FILE. Then restart what reads it: kubectl rollout restart deployment/NAME.',
    'Token of a service account: delete its Secret; tokens with a short life (kubectl create token) end by themselves. Delete the service account to end all of its tokens.',
    'Client certificate in a kubeconfig: it cannot be revoked. Take the rights of its user away, or change the authority of the cluster.',
    'Bootstrap token: kubeadm token delete TOKEN_ID.',
  ],
  invalidation:
    'Pods that run keep old values of variables until they restart; client certificates live until they expire.',
  audit: 'Audit log of the API server: get and list of secrets.',
  detectUse: 'Requests of that account in the audit log from unknown addresses; new roles, bindings and workloads.',
  reach: 'Whatever the values open; a token or kubeconfig: the rights of its account in the cluster.',
  breaks: 'Workloads and tools with the old value.',
  vendorRevokes: false,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://kubernetes.io/docs/concepts/configuration/secret/',
  sources: [
    'https://kubernetes.io/docs/concepts/configuration/secret/',
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
    'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
  ],
});
