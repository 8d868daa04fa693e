// What to do when a private key leaked: SSH, TLS and others. The rules stand in private-key.ts, openssh.ts and beside them.

import { defineResponse, INTERVALS } from '../src/response.js';

export const sshPrivateKeyResponse = defineResponse({
  id: 'ssh-private-key',
  title: 'SSH private key',
  rules: ['ssh-private-key-dsa-ec-openssh', 'private-key-putty'],
  names: ['SSH_PRIVATE_KEY', 'SSH_KEY', 'ID_RSA', 'DEPLOY_SSH_KEY', 'SSH_*'],
  revoke: { page: null, command: 'ssh-keygen -k -u -f REVOKED_KEYS_FILE PUBLIC_KEY_FILE', api: null },
  rotate: [
    'Take its fingerprint: ssh-keygen -lf KEY_FILE.',
    'Remove the public half from authorized_keys on every host, from forges and from CI; or revoke it for all users with a RevokedKeys file of sshd.',
    'Generate a new pair with a passphrase, and spread its public half. Certificates with a short life are better.',
    'End sessions that are open.',
  ],
  generate: 'ssh-keygen -t ed25519 -f NEW_KEY_FILE',
  invalidation: 'Sessions and tunnels that are open live on: kill them. Look for keys that were added meanwhile.',
  audit: 'Log of sshd: Accepted publickey, with the fingerprint.',
  detectUse: 'Sign-ins with that fingerprint from addresses that are not yours.',
  reach: 'Every host and account that trusts the public half; with a passphrase, once that is guessed.',
  breaks: 'Every login and deployment with the key.',
  vendorRevokes: false,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://man.openbsd.org/ssh-keygen#KEY_REVOCATION_LISTS',
  sources: [
    'https://man.openbsd.org/ssh-keygen#KEY_REVOCATION_LISTS',
    'https://man.openbsd.org/sshd_config#RevokedKeys',
  ],
});

export const tlsPrivateKeyResponse = defineResponse({
  id: 'tls-private-key',
  title: 'private key (PEM, PKCS): of a certificate, an account or a signature',
  rules: [
    'private-key-pem',
    'private-key-base64-pem',
    'private-key-der-base64',
    'pkcs12-bundle',
    'pkcs12-key-store',
    'java-key-store',
  ],
  names: [
    'TLS_KEY',
    'SSL_KEY',
    'TLS_PRIVATE_KEY',
    'SSL_PRIVATE_KEY',
    'PRIVATE_KEY',
    'SIGNING_KEY',
    'KEYSTORE_PASSWORD',
    'TLS_*',
    'SSL_*',
  ],
  revoke: { page: null, command: 'certbot revoke --cert-path CERTIFICATE_FILE --reason keycompromise', api: null },
  rotate: [
    'What is it for? Its public half tells: openssl pkey -in KEY_FILE -pubout. Search for that half in certificates, services and accounts.',
    'Generate a new pair; never use the leaked key again. Get a new certificate for it and deploy it everywhere that ends TLS, pinned clients too.',
    'Ask the authority to revoke the old certificate with the reason keyCompromise. Most have a page for it; holding the key is proof enough.',
    'A key for signing code or releases: tell the users, and sign anew.',
    'A key of an SSH login or of an account with a vendor: remove its public half there.',
  ],
  generate: 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out NEW_KEY_FILE',
  invalidation:
    'A certificate is trusted until it is revoked and clients check that; recorded traffic without forward secrecy can be read.',
  audit: 'Logs of the servers that use it; certificate transparency: https://crt.sh .',
  detectUse: 'Certificates for your names in the transparency logs that you did not order.',
  reach: 'The host in the eyes of its clients, or whatever the key signs or opens.',
  breaks: 'Servers with the old certificate once it is revoked.',
  vendorRevokes: false,
  vendorNote: 'An authority must revoke a certificate within 24 hours once it is shown that the key is compromised.',
  rotationDays: { days: 365, source: 'with the certificate, and no longer than it lives' },
  docs: 'https://letsencrypt.org/docs/revoking/',
  sources: [
    'https://letsencrypt.org/docs/revoking/',
    'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
  ],
});

export const encryptionIdentityResponse = defineResponse({
  id: 'encryption-identity',
  title: 'private key for encrypted files and mail (OpenPGP, age, Keybase)',
  rules: ['private-key-pgp', 'age-secret-key', 'keybase-paperkey'],
  names: ['GPG_PRIVATE_KEY', 'PGP_PRIVATE_KEY', 'GPG_SIGNING_KEY', 'AGE_SECRET_KEY', 'SOPS_AGE_KEY', 'GPG_*', 'PGP_*'],
  revoke: { page: null, command: 'gpg --output REVOCATION_FILE --gen-revoke KEY_ID', api: null },
  rotate: [
    'Treat everything that was ever encrypted to it, and that others could copy, as leaked. For a key of SOPS: renew the secrets in the files.',
    'OpenPGP: publish a revocation of the key where its public half stands. age has none: tell everybody who encrypts to it.',
    'Make a new identity, encrypt the files to it, and replace the recipient everywhere.',
    'A key that signs releases or commits: tell the users, sign anew. Keybase: revoke the paper key as a device.',
  ],
  generate: 'age-keygen -o NEW_KEY_FILE',
  invalidation: 'Files that others have copied stay readable with the old key.',
  reach: 'All that is encrypted to it; with a signing key also signatures in your name.',
  breaks: 'Decryption by those who have the old key only.',
  vendorRevokes: false,
  rotationDays: INTERVALS.encryptionKey,
  docs: 'https://www.gnupg.org/documentation/manuals/gnupg/OpenPGP-Key-Management.html',
  sources: [
    'https://www.gnupg.org/documentation/manuals/gnupg/OpenPGP-Key-Management.html',
    'https://github.com/FiloSottile/age',
    'https://github.com/getsops/sops',
  ],
});

export const vpnKeyResponse = defineResponse({
  id: 'vpn-key',
  title: 'VPN key (WireGuard, OpenVPN)',
  rules: ['wireguard-private-key', 'openvpn-static-key'],
  names: ['WIREGUARD_PRIVATE_KEY', 'WG_PRIVATE_KEY', 'WG_*', 'WIREGUARD_*'],
  revoke: { page: null, command: 'wg set INTERFACE peer PUBLIC_KEY remove', api: null },
  rotate: [
    'Remove the peer of the leaked key at every other end, by its public key.',
    'Generate a new pair, exchange public keys, take the connection up again. A static key of OpenVPN is replaced at both ends.',
    'Look at who was connected.',
  ],
  generate: 'wg genkey',
  invalidation: 'A tunnel that is up goes on until the peer is removed.',
  audit: 'wg show: last handshake and address of each peer; log of the server.',
  reach: 'The private network, as that peer.',
  breaks: 'The connection of that peer.',
  vendorRevokes: false,
  rotationDays: INTERVALS.apiKey,
  docs: 'https://www.wireguard.com/quickstart/',
  sources: [
    'https://www.wireguard.com/quickstart/',
    'https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/',
  ],
});

export const walletKeyResponse = defineResponse({
  id: 'wallet-key',
  title: 'private key of a wallet (Bitcoin, Ethereum)',
  rules: ['bitcoin-wif', 'bip32-extended-private-key', 'bip32-extended-private-key-test', 'ethereum-private-key'],
  names: ['WALLET_PRIVATE_KEY', 'ETH_PRIVATE_KEY', 'DEPLOYER_PRIVATE_KEY', 'MNEMONIC', 'WALLET_*'],
  rotate: [
    'Minutes count: nobody can revoke it. Make a new wallet on a clean device and move everything of value to it.',
    'Ethereum: move tokens too, and hand over contracts that the address owns or administers.',
    'An extended key opens all addresses below it. Never use the old addresses again.',
  ],
  invalidation: 'It stays valid for ever. Whatever is sent to the old addresses later can be taken as well.',
  audit: 'The chain itself, by address.',
  detectUse: 'Transactions of the address that you did not make.',
  reach: 'All funds, tokens and contracts of its addresses.',
  breaks: 'Nothing is revoked; programs need the new address.',
  vendorRevokes: false,
  rotationDays: { days: 0, source: 'not renewed: replaced by a new wallet' },
  docs: 'https://ethereum.org/en/security/',
  sources: ['https://ethereum.org/en/security/', 'https://bitcoin.org/en/secure-your-wallet'],
});

export const passwordDatabaseResponse = defineResponse({
  id: 'password-database',
  title: 'password database (KeePass)',
  rules: ['keepass-database'],
  rotate: [
    'How strong is its master password? Whoever has the file can guess without a limit and for ever.',
    'Make a list of all entries, and renew every password in it, the most powerful first.',
    'Give the new database a long passphrase and a key file, and keep it out of git.',
  ],
  generate: 'openssl rand -base64 32',
  invalidation: 'A new master password protects new copies only: the committed file opens with the old one.',
  reach: 'Every account in it, once the master password is guessed.',
  breaks: 'Nothing, until the passwords in it are renewed.',
  vendorRevokes: false,
  rotationDays: INTERVALS.password,
  docs: 'https://keepass.info/help/base/security.html',
  sources: ['https://keepass.info/help/base/security.html'],
});
