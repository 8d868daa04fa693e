// What to do when a credential leaked, by provider: apart from index.ts so that it is loaded only when somebody asks.
// Written by scripts/rules-index.mjs; a test fails when it is stale.

import type { Response } from '../src/response.js';
import type { FullRule } from '../src/rule.js';
import * as algolia from './algolia.js';
import * as anthropic from './anthropic.js';
import * as atlassian from './atlassian.js';
import * as auth0 from './auth0.js';
import * as awsOtherResponse from './aws-other-response.js';
import * as awsResponse from './aws-response.js';
import * as azureDevops from './azure-devops.js';
import * as azureEntraId from './azure-entra-id.js';
import * as azure from './azure.js';
import * as bandwidth from './bandwidth.js';
import * as bitbucket from './bitbucket.js';
import * as brevo from './brevo.js';
import * as buildkite from './buildkite.js';
import * as canva from './canva.js';
import * as circleci from './circleci.js';
import * as clearbit from './clearbit.js';
import * as clerk from './clerk.js';
import * as cloudflare from './cloudflare.js';
import * as cloudinary from './cloudinary.js';
import * as confluent from './confluent.js';
import * as contentful from './contentful.js';
import * as cratesIo from './crates-io.js';
import * as databricks from './databricks.js';
import * as datadog from './datadog.js';
import * as devcycle from './devcycle.js';
import * as digitalocean from './digitalocean.js';
import * as discord from './discord.js';
import * as django from './django.js';
import * as docker from './docker.js';
import * as doppler from './doppler.js';
import * as fastly from './fastly.js';
import * as figma from './figma.js';
import * as firebase from './firebase.js';
import * as flask from './flask.js';
import * as flyIo from './fly-io.js';
import * as ftp from './ftp.js';
import * as genericAssignment from './generic-assignment.js';
import * as git from './git.js';
import * as github from './github.js';
import * as gitlabResponse from './gitlab-response.js';
import * as googleCloud from './google-cloud.js';
import * as googleGemini from './google-gemini.js';
import * as google from './google.js';
import * as grafana from './grafana.js';
import * as hashicorpTerraformResponse from './hashicorp-terraform-response.js';
import * as hashicorpVault from './hashicorp-vault.js';
import * as heroku from './heroku.js';
import * as httpHeader from './http-header.js';
import * as hubspot from './hubspot.js';
import * as huggingFace from './hugging-face.js';
import * as infobip from './infobip.js';
import * as jdbc from './jdbc.js';
import * as jwtResponse from './jwt-response.js';
import * as kubernetes from './kubernetes.js';
import * as laravel from './laravel.js';
import * as launchdarkly from './launchdarkly.js';
import * as ldap from './ldap.js';
import * as linear from './linear.js';
import * as linodeAkamai from './linode-akamai.js';
import * as mailchimp from './mailchimp.js';
import * as mailgun from './mailgun.js';
import * as microsoftTeams from './microsoft-teams.js';
import * as minio from './minio.js';
import * as mistralAi from './mistral-ai.js';
import * as mongodbAtlas from './mongodb-atlas.js';
import * as mongodb from './mongodb.js';
import * as mysql from './mysql.js';
import * as nats from './nats.js';
import * as neon from './neon.js';
import * as netlify from './netlify.js';
import * as newRelicResponse from './new-relic-response.js';
import * as notion from './notion.js';
import * as npm from './npm.js';
import * as oauth from './oauth.js';
import * as okta from './okta.js';
import * as openai from './openai.js';
import * as openrouter from './openrouter.js';
import * as ownServiceResponse from './own-service-response.js';
import * as paddle from './paddle.js';
import * as pagerduty from './pagerduty.js';
import * as paypal from './paypal.js';
import * as phpmailer from './phpmailer.js';
import * as pinecone from './pinecone.js';
import * as plaid from './plaid.js';
import * as planetscale from './planetscale.js';
import * as postgresql from './postgresql.js';
import * as privateKeyResponse from './private-key-response.js';
import * as proof from './proof.js';
import * as publishableResponse from './publishable-response.js';
import * as pulumi from './pulumi.js';
import * as pypi from './pypi.js';
import * as pythonCryptography from './python-cryptography.js';
import * as rabbitmq from './rabbitmq.js';
import * as railway from './railway.js';
import * as redis from './redis.js';
import * as render from './render.js';
import * as resend from './resend.js';
import * as retellAi from './retell-ai.js';
import * as rubyOnRails from './ruby-on-rails.js';
import * as rubygems from './rubygems.js';
import * as sendgrid from './sendgrid.js';
import * as sentry from './sentry.js';
import * as shopify from './shopify.js';
import * as slack from './slack.js';
import * as snowflake from './snowflake.js';
import * as snyk from './snyk.js';
import * as sourcegraph from './sourcegraph.js';
import * as square from './square.js';
import * as stripe from './stripe.js';
import * as supabase from './supabase.js';
import * as tailscale from './tailscale.js';
import * as tavily from './tavily.js';
import * as telegram from './telegram.js';
import * as telnyx from './telnyx.js';
import * as totp from './totp.js';
import * as twilio from './twilio.js';
import * as unixResponse from './unix-response.js';
import * as upstashResponse from './upstash-response.js';
import * as urlCredentials from './url-credentials.js';
import * as vercel from './vercel.js';
import * as vonageNexmo from './vonage-nexmo.js';
import * as weightsAndBiases from './weights-and-biases.js';

const modules: readonly Readonly<Record<string, FullRule | Response>>[] = [
  algolia,
  anthropic,
  atlassian,
  auth0,
  awsOtherResponse,
  awsResponse,
  azureDevops,
  azureEntraId,
  azure,
  bandwidth,
  bitbucket,
  brevo,
  buildkite,
  canva,
  circleci,
  clearbit,
  clerk,
  cloudflare,
  cloudinary,
  confluent,
  contentful,
  cratesIo,
  databricks,
  datadog,
  devcycle,
  digitalocean,
  discord,
  django,
  docker,
  doppler,
  fastly,
  figma,
  firebase,
  flask,
  flyIo,
  ftp,
  genericAssignment,
  git,
  github,
  gitlabResponse,
  googleCloud,
  googleGemini,
  google,
  grafana,
  hashicorpTerraformResponse,
  hashicorpVault,
  heroku,
  httpHeader,
  hubspot,
  huggingFace,
  infobip,
  jdbc,
  jwtResponse,
  kubernetes,
  laravel,
  launchdarkly,
  ldap,
  linear,
  linodeAkamai,
  mailchimp,
  mailgun,
  microsoftTeams,
  minio,
  mistralAi,
  mongodbAtlas,
  mongodb,
  mysql,
  nats,
  neon,
  netlify,
  newRelicResponse,
  notion,
  npm,
  oauth,
  okta,
  openai,
  openrouter,
  ownServiceResponse,
  paddle,
  pagerduty,
  paypal,
  phpmailer,
  pinecone,
  plaid,
  planetscale,
  postgresql,
  privateKeyResponse,
  proof,
  publishableResponse,
  pulumi,
  pypi,
  pythonCryptography,
  rabbitmq,
  railway,
  redis,
  render,
  resend,
  retellAi,
  rubyOnRails,
  rubygems,
  sendgrid,
  sentry,
  shopify,
  slack,
  snowflake,
  snyk,
  sourcegraph,
  square,
  stripe,
  supabase,
  tailscale,
  tavily,
  telegram,
  telnyx,
  totp,
  twilio,
  unixResponse,
  upstashResponse,
  urlCredentials,
  vercel,
  vonageNexmo,
  weightsAndBiases,
];

/** All responses, sorted by id. */
export const responses: readonly Response[] = modules
  .flatMap(module => Object.values(module))
  .filter((entry): entry is Response => 'revoke' in entry)
  .sort((a, b) => (a.id < b.id ? -1 : 1));
