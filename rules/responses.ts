// What to do when a credential leaked, by provider: apart from index.ts so that it is loaded only when somebody asks.
// Written by scripts/rules-index.mjs; a test fails when it is stale.

import type { Response } from '../src/response.js';
import type { FullRule } from '../src/rule.js';
import * as anthropic from './anthropic.js';
import * as atlassian from './atlassian.js';
import * as awsResponse from './aws-response.js';
import * as azureDevops from './azure-devops.js';
import * as azureEntraId from './azure-entra-id.js';
import * as azure from './azure.js';
import * as bandwidth from './bandwidth.js';
import * as bitbucket from './bitbucket.js';
import * as brevo from './brevo.js';
import * as cloudflare from './cloudflare.js';
import * as confluent from './confluent.js';
import * as cratesIo from './crates-io.js';
import * as databricks from './databricks.js';
import * as digitalocean from './digitalocean.js';
import * as discord from './discord.js';
import * as docker from './docker.js';
import * as firebase from './firebase.js';
import * as flyIo from './fly-io.js';
import * as genericAssignment from './generic-assignment.js';
import * as github from './github.js';
import * as gitlabResponse from './gitlab-response.js';
import * as googleCloud from './google-cloud.js';
import * as googleGemini from './google-gemini.js';
import * as google from './google.js';
import * as heroku from './heroku.js';
import * as huggingFace from './hugging-face.js';
import * as infobip from './infobip.js';
import * as jdbc from './jdbc.js';
import * as mailchimp from './mailchimp.js';
import * as mailgun from './mailgun.js';
import * as microsoftTeams from './microsoft-teams.js';
import * as mongodbAtlas from './mongodb-atlas.js';
import * as mongodb from './mongodb.js';
import * as mysql from './mysql.js';
import * as neon from './neon.js';
import * as netlify from './netlify.js';
import * as npm from './npm.js';
import * as openai from './openai.js';
import * as paddle from './paddle.js';
import * as paypal from './paypal.js';
import * as plaid from './plaid.js';
import * as planetscale from './planetscale.js';
import * as postgresql from './postgresql.js';
import * as pypi from './pypi.js';
import * as rabbitmq from './rabbitmq.js';
import * as railway from './railway.js';
import * as redis from './redis.js';
import * as render from './render.js';
import * as resend from './resend.js';
import * as retellAi from './retell-ai.js';
import * as sendgrid from './sendgrid.js';
import * as shopify from './shopify.js';
import * as slack from './slack.js';
import * as snowflake from './snowflake.js';
import * as square from './square.js';
import * as stripe from './stripe.js';
import * as supabase from './supabase.js';
import * as telegram from './telegram.js';
import * as telnyx from './telnyx.js';
import * as twilio from './twilio.js';
import * as upstashResponse from './upstash-response.js';
import * as vercel from './vercel.js';
import * as vonageNexmo from './vonage-nexmo.js';

const modules: readonly Readonly<Record<string, FullRule | Response>>[] = [
  anthropic,
  atlassian,
  awsResponse,
  azureDevops,
  azureEntraId,
  azure,
  bandwidth,
  bitbucket,
  brevo,
  cloudflare,
  confluent,
  cratesIo,
  databricks,
  digitalocean,
  discord,
  docker,
  firebase,
  flyIo,
  genericAssignment,
  github,
  gitlabResponse,
  googleCloud,
  googleGemini,
  google,
  heroku,
  huggingFace,
  infobip,
  jdbc,
  mailchimp,
  mailgun,
  microsoftTeams,
  mongodbAtlas,
  mongodb,
  mysql,
  neon,
  netlify,
  npm,
  openai,
  paddle,
  paypal,
  plaid,
  planetscale,
  postgresql,
  pypi,
  rabbitmq,
  railway,
  redis,
  render,
  resend,
  retellAi,
  sendgrid,
  shopify,
  slack,
  snowflake,
  square,
  stripe,
  supabase,
  telegram,
  telnyx,
  twilio,
  upstashResponse,
  vercel,
  vonageNexmo,
];

/** All responses, sorted by id. */
export const responses: readonly Response[] = modules
  .flatMap(module => Object.values(module))
  .filter((entry): entry is Response => 'revoke' in entry)
  .sort((a, b) => (a.id < b.id ? -1 : 1));
