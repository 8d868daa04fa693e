// What to do when a credential of AWS leaked. The rules stand in aws.ts.

import { defineResponse } from '../src/response.js';

export const awsAccessKeyResponse = defineResponse({
  id: 'aws-access-key',
  title: 'AWS IAM access key',
  rules: ['aws-access-key-id', 'aws-secret-access-key', 'aws-other-unique-id'],
  names: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY', 'AWS_SECRET_KEY', 'AWS_*'],
  revoke: {
    page: 'https://console.aws.amazon.com/iam/',
    command: 'aws iam update-access-key --user-name USER_NAME --access-key-id ACCESS_KEY_ID --status Inactive',
    api: 'IAM UpdateAccessKey with Status=Inactive, later DeleteAccessKey',
  },
  rotate: [
    'Set the leaked key to Inactive. Do not delete it yet: its id is needed to read CloudTrail, and the step can be undone.',
    'Create the next key: aws iam create-access-key --user-name USER_NAME (a user can have two).',
    'Deploy the new key and check that nothing else used the old one.',
    'Look for users, keys, roles and policies that the leaked key may have made, then delete it: aws iam delete-access-key.',
    'Better than a new key: a role, or IAM Identity Center. A key of the root user is deleted and not replaced.',
  ],
  invalidation:
    'Temporary credentials that the key minted stay valid until they expire (often 1 hour, up to 36). To end them, deny the user everything in an inline policy, and deny the sessions of its roles by aws:TokenIssueTime.',
  audit: 'CloudTrail event history, filtered by the access key; IAM credential report; Access Advisor.',
  detectUse:
    'aws iam get-access-key-last-used --access-key-id ACCESS_KEY_ID; CloudTrail events of that key from unknown addresses and regions; GuardDuty findings of the user; a jump in the bill.',
  reach:
    "Everything that the user's policies, groups and assumable roles allow; with an administrator's key the whole account.",
  breaks: 'Every program that signs with the key, and the presigned URLs that it made.',
  vendorRevokes: false,
  vendorNote:
    'AWS attaches a quarantine policy (AWSCompromisedKeyQuarantine) to the user and opens a support case. It denies some actions only: the key still works for the others.',
  rotationDays: { days: 90, source: 'CIS AWS Foundations Benchmark: access keys are renewed every 90 days or less' },
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html',
    'https://github.com/aws-samples/aws-incident-response-playbooks',
  ],
});

export const awsSessionTokenResponse = defineResponse({
  id: 'aws-session-token',
  title: 'AWS temporary credentials (STS)',
  rules: ['aws-session-token', 'aws-temporary-access-key-id'],
  names: ['AWS_SESSION_TOKEN', 'AWS_SECURITY_TOKEN'],
  revoke: {
    page: 'https://console.aws.amazon.com/iam/',
    command: null,
    api: 'IAM PutRolePolicy: deny everything when aws:TokenIssueTime is before now',
  },
  rotate: [
    'Open the role in IAM and use Revoke sessions: it adds the deny policy with the time of now.',
    'Close the way in that can mint new ones: the long-lived key, or the trust policy of the role.',
  ],
  invalidation:
    'One session cannot be ended alone: the policy ends all sessions of the role that were issued before, legitimate ones too. Without it they run until they expire.',
  audit: 'CloudTrail, by role session name or by the access key id.',
  detectUse: 'CloudTrail events with that temporary access key id.',
  reach: 'The permissions of the role, until the session expires.',
  breaks: 'All running sessions of the role; they come back with new credentials.',
  vendorRevokes: false,
  rotationDays: { days: 0, source: 'expires by itself' },
  docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html',
  ],
});

export const awsSesKeyResponse = defineResponse({
  id: 'aws-ses-key',
  title: 'AWS SES credential (IAM key or SMTP password)',
  rules: [],
  names: ['AWS_SES_ACCESS_KEY', 'AWS_SES_SECRET_KEY', 'SES_SMTP_PASSWORD', 'AWS_SES_*', 'SES_*'],
  revoke: {
    page: 'https://console.aws.amazon.com/iam/',
    command: 'aws iam update-access-key --user-name SES_USER --access-key-id ACCESS_KEY_ID --status Inactive',
    api: null,
  },
  rotate: [
    'An SMTP password of SES is derived from the secret key of an IAM user: set that key to Inactive.',
    'Create a new key, or new SMTP credentials in the SES console, and deploy them.',
    'Narrow what the new one may send as, with a policy on the sending identity.',
  ],
  audit: 'Sending statistics and event publishing of SES; CloudTrail.',
  detectUse: 'A jump in sends, bounces or complaints; recipients that nobody knows; ses: events in CloudTrail.',
  reach: 'Mail in the name of your verified domains: phishing, loss of reputation and quota.',
  breaks: 'Sending of mail, until the new one is deployed.',
  vendorRevokes: false,
  vendorNote: 'As with every IAM access key, AWS may attach a quarantine policy to the user.',
  rotationDays: {
    days: 90,
    source: 'CIS AWS Foundations Benchmark: access keys every 90 days; some teams renew SES keys yearly',
  },
  docs: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
  sources: [
    'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
    'https://github.com/aws-samples/aws-incident-response-playbooks',
  ],
});

export const awsS3KeyResponse = defineResponse({
  id: 'aws-s3-key',
  title: 'AWS access key for S3 buckets',
  rules: [],
  names: ['S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'AWS_S3_*'],
  revoke: {
    page: 'https://console.aws.amazon.com/iam/',
    command: 'aws iam update-access-key --user-name USER_NAME --access-key-id ACCESS_KEY_ID --status Inactive',
    api: null,
  },
  rotate: [
    'Is it AWS at all? Other storage speaks S3 too: look at the endpoint beside the key.',
    'Set the leaked key to Inactive, create the next one, deploy it, then delete the old one.',
    'Let the bucket policy admit only the role of the application, with the actions that it needs.',
  ],
  audit: 'CloudTrail data events and server access logs of the buckets, where they are switched on.',
  detectUse: 'Access logs by requester: downloads and listings from addresses that are not yours.',
  reach: 'The objects of the buckets that its policy names; with a wildcard, of all buckets.',
  breaks: 'Uploads and downloads with the key, and presigned URLs that it signed.',
  vendorRevokes: false,
  vendorNote: 'As with every IAM access key, AWS may attach a quarantine policy to the user.',
  rotationDays: { days: 90, source: 'CIS AWS Foundations Benchmark: access keys are renewed every 90 days or less' },
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html'],
});
