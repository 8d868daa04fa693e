// Every rule, by provider. Written by scripts/rules-index.mjs; a test fails when it is stale.

import type { Response } from '../src/response.js';
import type { FullRule } from '../src/rule.js';
import * as n1password from './1password.js';
import * as n42Intra from './42-intra.js';
import * as ably from './ably.js';
import * as adafruitIo from './adafruit-io.js';
import * as adobe from './adobe.js';
import * as adyen from './adyen.js';
import * as age from './age.js';
import * as aikido from './aikido.js';
import * as airbrake from './airbrake.js';
import * as airtable from './airtable.js';
import * as aiven from './aiven.js';
import * as akamai from './akamai.js';
import * as alchemy from './alchemy.js';
import * as algolia from './algolia.js';
import * as alibabaCloud from './alibaba-cloud.js';
import * as amazon from './amazon.js';
import * as amplitude from './amplitude.js';
import * as ansible from './ansible.js';
import * as anthropic from './anthropic.js';
import * as apideck from './apideck.js';
import * as apify from './apify.js';
import * as apolloIo from './apollo-io.js';
import * as appfollow from './appfollow.js';
import * as asaas from './asaas.js';
import * as asana from './asana.js';
import * as aspnet from './aspnet.js';
import * as assemblyai from './assemblyai.js';
import * as atlassian from './atlassian.js';
import * as auth0 from './auth0.js';
import * as authress from './authress.js';
import * as aws from './aws.js';
import * as azureDevops from './azure-devops.js';
import * as azureEntraId from './azure-entra-id.js';
import * as azureIdentifiableKeys from './azure-identifiable-keys.js';
import * as azure from './azure.js';
import * as backblazeB2 from './backblaze-b2.js';
import * as bandwidth from './bandwidth.js';
import * as bannerbear from './bannerbear.js';
import * as baremetrics from './baremetrics.js';
import * as besttime from './besttime.js';
import * as betterStack from './better-stack.js';
import * as bitbucket from './bitbucket.js';
import * as bitcoin from './bitcoin.js';
import * as bitrise from './bitrise.js';
import * as blynk from './blynk.js';
import * as box from './box.js';
import * as branchIo from './branch-io.js';
import * as braveSearch from './brave-search.js';
import * as brevo from './brevo.js';
import * as browserstack from './browserstack.js';
import * as buildkite from './buildkite.js';
import * as buttercms from './buttercms.js';
import * as caflou from './caflou.js';
import * as calendly from './calendly.js';
import * as canadianDigitalService from './canadian-digital-service.js';
import * as canva from './canva.js';
import * as cerebras from './cerebras.js';
import * as certificate from './certificate.js';
import * as checkoutCom from './checkout-com.js';
import * as circleci from './circleci.js';
import * as ciscoDuo from './cisco-duo.js';
import * as ciscoIos from './cisco-ios.js';
import * as ciscoMeraki from './cisco-meraki.js';
import * as ciscoWebex from './cisco-webex.js';
import * as civo from './civo.js';
import * as clearbit from './clearbit.js';
import * as clerk from './clerk.js';
import * as clickhouseCloud from './clickhouse-cloud.js';
import * as clickup from './clickup.js';
import * as clojars from './clojars.js';
import * as close from './close.js';
import * as cloudflareR2 from './cloudflare-r2.js';
import * as cloudflareTurnstile from './cloudflare-turnstile.js';
import * as cloudflare from './cloudflare.js';
import * as cloudinary from './cloudinary.js';
import * as cloudsmith from './cloudsmith.js';
import * as cockroachdbCloud from './cockroachdb-cloud.js';
import * as coda from './coda.js';
import * as codacy from './codacy.js';
import * as codeClimate from './code-climate.js';
import * as codecov from './codecov.js';
import * as coderabbit from './coderabbit.js';
import * as cohere from './cohere.js';
import * as coinbase from './coinbase.js';
import * as column from './column.js';
import * as commandLine from './command-line.js';
import * as commerceJsChec from './commerce-js-chec.js';
import * as configcat from './configcat.js';
import * as confluent from './confluent.js';
import * as contentful from './contentful.js';
import * as couchbaseCapella from './couchbase-capella.js';
import * as courier from './courier.js';
import * as coveralls from './coveralls.js';
import * as cratesIo from './crates-io.js';
import * as curl from './curl.js';
import * as cursor from './cursor.js';
import * as customerIo from './customer-io.js';
import * as dataGov from './data-gov.js';
import * as databento from './databento.js';
import * as databricks from './databricks.js';
import * as datadog from './datadog.js';
import * as datastaxAstra from './datastax-astra.js';
import * as deepgram from './deepgram.js';
import * as deepseek from './deepseek.js';
import * as definedNetworking from './defined-networking.js';
import * as denoDeploy from './deno-deploy.js';
import * as dependencyTrack from './dependency-track.js';
import * as devcycle from './devcycle.js';
import * as devin from './devin.js';
import * as digitalocean from './digitalocean.js';
import * as discord from './discord.js';
import * as django from './django.js';
import * as docker from './docker.js';
import * as doppler from './doppler.js';
import * as dotdigital from './dotdigital.js';
import * as dotnet from './dotnet.js';
import * as droneCi from './drone-ci.js';
import * as dropbox from './dropbox.js';
import * as duffel from './duffel.js';
import * as dvcStudio from './dvc-studio.js';
import * as dynatrace from './dynatrace.js';
import * as easypost from './easypost.js';
import * as ebay from './ebay.js';
import * as ecostruxureIt from './ecostruxure-it.js';
import * as elastic from './elastic.js';
import * as elevenlabs from './elevenlabs.js';
import * as endorLabs from './endor-labs.js';
import * as ethereum from './ethereum.js';
import * as etsy from './etsy.js';
import * as exa from './exa.js';
import * as exoscale from './exoscale.js';
import * as facebook from './facebook.js';
import * as fastly from './fastly.js';
import * as figma from './figma.js';
import * as filezilla from './filezilla.js';
import * as finage from './finage.js';
import * as finicity from './finicity.js';
import * as firebase from './firebase.js';
import * as firecrawl from './firecrawl.js';
import * as fireworksAi from './fireworks-ai.js';
import * as flask from './flask.js';
import * as fleetbase from './fleetbase.js';
import * as flexport from './flexport.js';
import * as flutterwave from './flutterwave.js';
import * as flyIo from './fly-io.js';
import * as formIo from './form-io.js';
import * as frameIo from './frame-io.js';
import * as freemius from './freemius.js';
import * as freshdesk from './freshdesk.js';
import * as friendliai from './friendliai.js';
import * as friendlyCaptcha from './friendly-captcha.js';
import * as ftp from './ftp.js';
import * as fullstory from './fullstory.js';
import * as geminiExchange from './gemini-exchange.js';
import * as genericAssignment from './generic-assignment.js';
import * as git from './git.js';
import * as gitalk from './gitalk.js';
import * as gitea from './gitea.js';
import * as github from './github.js';
import * as gitlab from './gitlab.js';
import * as gocardless from './gocardless.js';
import * as googleAnalytics from './google-analytics.js';
import * as googleCloud from './google-cloud.js';
import * as googleGemini from './google-gemini.js';
import * as google from './google.js';
import * as gradle from './gradle.js';
import * as grafanaCloud from './grafana-cloud.js';
import * as grafana from './grafana.js';
import * as groq from './groq.js';
import * as harness from './harness.js';
import * as hashicorpConsulNomad from './hashicorp-consul-nomad.js';
import * as hashicorpTerraform from './hashicorp-terraform.js';
import * as hashicorpVault from './hashicorp-vault.js';
import * as here from './here.js';
import * as heroku from './heroku.js';
import * as highnote from './highnote.js';
import * as honeybadger from './honeybadger.js';
import * as honeycomb from './honeycomb.js';
import * as httpHeader from './http-header.js';
import * as hubspot from './hubspot.js';
import * as huggingFace from './hugging-face.js';
import * as ibmCloud from './ibm-cloud.js';
import * as ibmCloudant from './ibm-cloudant.js';
import * as ibmSoftlayer from './ibm-softlayer.js';
import * as iexCloud from './iex-cloud.js';
import * as imagekit from './imagekit.js';
import * as infisical from './infisical.js';
import * as influxdb from './influxdb.js';
import * as infobip from './infobip.js';
import * as infracost from './infracost.js';
import * as infura from './infura.js';
import * as instagram from './instagram.js';
import * as intercom from './intercom.js';
import * as ionic from './ionic.js';
import * as ipinfo from './ipinfo.js';
import * as ipstackApilayerFamily from './ipstack-apilayer-family.js';
import * as jdbc from './jdbc.js';
import * as jenkins from './jenkins.js';
import * as jetbrainsTeamcity from './jetbrains-teamcity.js';
import * as jetbrains from './jetbrains.js';
import * as jfrogArtifactory from './jfrog-artifactory.js';
import * as jinaAi from './jina-ai.js';
import * as jotform from './jotform.js';
import * as jumpcloud from './jumpcloud.js';
import * as jwt from './jwt.js';
import * as kagi from './kagi.js';
import * as kerberos from './kerberos.js';
import * as keyStore from './key-store.js';
import * as keybase from './keybase.js';
import * as klaviyo from './klaviyo.js';
import * as kraken from './kraken.js';
import * as kubernetes from './kubernetes.js';
import * as kucoin from './kucoin.js';
import * as langfuse from './langfuse.js';
import * as langsmith from './langsmith.js';
import * as laravel from './laravel.js';
import * as larkFeishu from './lark-feishu.js';
import * as launchdarkly from './launchdarkly.js';
import * as ldap from './ldap.js';
import * as lemonSqueezy from './lemon-squeezy.js';
import * as lichess from './lichess.js';
import * as line from './line.js';
import * as linear from './linear.js';
import * as linkedin from './linkedin.js';
import * as linodeAkamai from './linode-akamai.js';
import * as llamacloud from './llamacloud.js';
import * as lob from './lob.js';
import * as logicmonitor from './logicmonitor.js';
import * as logzIo from './logz-io.js';
import * as looker from './looker.js';
import * as magic from './magic.js';
import * as mailchimp from './mailchimp.js';
import * as mailerlite from './mailerlite.js';
import * as mailersend from './mailersend.js';
import * as mailgun from './mailgun.js';
import * as mailjet from './mailjet.js';
import * as mandrill from './mandrill.js';
import * as mapbox from './mapbox.js';
import * as mattermost from './mattermost.js';
import * as maxmind from './maxmind.js';
import * as mercadoPago from './mercado-pago.js';
import * as mercury from './mercury.js';
import * as mergify from './mergify.js';
import * as messagebird from './messagebird.js';
import * as metaQuestOculus from './meta-quest-oculus.js';
import * as microsoftPowerAutomate from './microsoft-power-automate.js';
import * as microsoftTeams from './microsoft-teams.js';
import * as midtrans from './midtrans.js';
import * as minimax from './minimax.js';
import * as minio from './minio.js';
import * as mistralAi from './mistral-ai.js';
import * as mondayCom from './monday-com.js';
import * as mongodbAtlas from './mongodb-atlas.js';
import * as mongodb from './mongodb.js';
import * as moonshotKimi from './moonshot-kimi.js';
import * as mysql from './mysql.js';
import * as nats from './nats.js';
import * as neon from './neon.js';
import * as netlify from './netlify.js';
import * as netrc from './netrc.js';
import * as newRelic from './new-relic.js';
import * as newYorkTimes from './new-york-times.js';
import * as ngrok from './ngrok.js';
import * as nightfall from './nightfall.js';
import * as notion from './notion.js';
import * as npm from './npm.js';
import * as nuget from './nuget.js';
import * as nvidia from './nvidia.js';
import * as nylas from './nylas.js';
import * as oauth from './oauth.js';
import * as octopusDeploy from './octopus-deploy.js';
import * as odbc from './odbc.js';
import * as okta from './okta.js';
import * as ollama from './ollama.js';
import * as onelogin from './onelogin.js';
import * as onesignal from './onesignal.js';
import * as onfido from './onfido.js';
import * as openai from './openai.js';
import * as openpgp from './openpgp.js';
import * as openrouter from './openrouter.js';
import * as openssh from './openssh.js';
import * as openvpn from './openvpn.js';
import * as openweather from './openweather.js';
import * as opsgenie from './opsgenie.js';
import * as optimizely from './optimizely.js';
import * as ovhcloud from './ovhcloud.js';
import * as packagecloud from './packagecloud.js';
import * as paddle from './paddle.js';
import * as pagarme from './pagarme.js';
import * as pagerduty from './pagerduty.js';
import * as particle from './particle.js';
import * as paypalBraintree from './paypal-braintree.js';
import * as paypal from './paypal.js';
import * as paystack from './paystack.js';
import * as percy from './percy.js';
import * as perplexity from './perplexity.js';
import * as persona from './persona.js';
import * as pganalyze from './pganalyze.js';
import * as photoroom from './photoroom.js';
import * as phpmailer from './phpmailer.js';
import * as pinecone from './pinecone.js';
import * as pinterest from './pinterest.js';
import * as pipedrive from './pipedrive.js';
import * as plaid from './plaid.js';
import * as planetscale from './planetscale.js';
import * as plivo from './plivo.js';
import * as polar from './polar.js';
import * as polymarket from './polymarket.js';
import * as portainer from './portainer.js';
import * as postgresql from './postgresql.js';
import * as posthog from './posthog.js';
import * as postman from './postman.js';
import * as postmark from './postmark.js';
import * as powershell from './powershell.js';
import * as prefect from './prefect.js';
import * as privateKey from './private-key.js';
import * as proof from './proof.js';
import * as pubnub from './pubnub.js';
import * as pulumi from './pulumi.js';
import * as pushbullet from './pushbullet.js';
import * as putty from './putty.js';
import * as pypi from './pypi.js';
import * as pythonCryptography from './python-cryptography.js';
import * as rabbitmq from './rabbitmq.js';
import * as railway from './railway.js';
import * as rainforestPay from './rainforest-pay.js';
import * as ramp from './ramp.js';
import * as rancher from './rancher.js';
import * as rapidapi from './rapidapi.js';
import * as raycast from './raycast.js';
import * as razorpay from './razorpay.js';
import * as react from './react.js';
import * as readme from './readme.js';
import * as recharge from './recharge.js';
import * as redHatOpenshift from './red-hat-openshift.js';
import * as redirectpizza from './redirectpizza.js';
import * as redis from './redis.js';
import * as render from './render.js';
import * as replicate from './replicate.js';
import * as resend from './resend.js';
import * as retellAi from './retell-ai.js';
import * as riotGames from './riot-games.js';
import * as robinhoodCrypto from './robinhood-crypto.js';
import * as rootly from './rootly.js';
import * as rubyOnRails from './ruby-on-rails.js';
import * as rubygems from './rubygems.js';
import * as runpod from './runpod.js';
import * as runway from './runway.js';
import * as saladcloud from './saladcloud.js';
import * as salesblink from './salesblink.js';
import * as salesforce from './salesforce.js';
import * as samsara from './samsara.js';
import * as sanity from './sanity.js';
import * as sauceLabs from './sauce-labs.js';
import * as scaleAi from './scale-ai.js';
import * as scaleway from './scaleway.js';
import * as scalingo from './scalingo.js';
import * as scalr from './scalr.js';
import * as scrapfly from './scrapfly.js';
import * as segment from './segment.js';
import * as sendbird from './sendbird.js';
import * as sendgrid from './sendgrid.js';
import * as sentry from './sentry.js';
import * as settlemint from './settlemint.js';
import * as shippo from './shippo.js';
import * as shodan from './shodan.js';
import * as shopee from './shopee.js';
import * as shopify from './shopify.js';
import * as shortcut from './shortcut.js';
import * as shutterstock from './shutterstock.js';
import * as sidekiq from './sidekiq.js';
import * as signalwire from './signalwire.js';
import * as sinch from './sinch.js';
import * as slack from './slack.js';
import * as smartsheet from './smartsheet.js';
import * as smooch from './smooch.js';
import * as snowflake from './snowflake.js';
import * as snyk from './snyk.js';
import * as sonarcloud from './sonarcloud.js';
import * as sonarqubeCloud from './sonarqube-cloud.js';
import * as sonarqubeSonarcloud from './sonarqube-sonarcloud.js';
import * as sops from './sops.js';
import * as sourcegraph from './sourcegraph.js';
import * as sparkpost from './sparkpost.js';
import * as spectralops from './spectralops.js';
import * as spotify from './spotify.js';
import * as sql from './sql.js';
import * as square from './square.js';
import * as squarespace from './squarespace.js';
import * as stabilityAi from './stability-ai.js';
import * as stackhawk from './stackhawk.js';
import * as storyblok from './storyblok.js';
import * as stripe from './stripe.js';
import * as stytch from './stytch.js';
import * as sumoLogic from './sumo-logic.js';
import * as supabase from './supabase.js';
import * as sysinternals from './sysinternals.js';
import * as tableau from './tableau.js';
import * as tailscale from './tailscale.js';
import * as tavily from './tavily.js';
import * as teamwork from './teamwork.js';
import * as telegram from './telegram.js';
import * as telnyx from './telnyx.js';
import * as temporalCloud from './temporal-cloud.js';
import * as tencentCloud from './tencent-cloud.js';
import * as testpypi from './testpypi.js';
import * as theGuardian from './the-guardian.js';
import * as thingsboard from './thingsboard.js';
import * as thunderstore from './thunderstore.js';
import * as ticketTailor from './ticket-tailor.js';
import * as tines from './tines.js';
import * as todoist from './todoist.js';
import * as togetherAi from './together-ai.js';
import * as totp from './totp.js';
import * as travisCi from './travis-ci.js';
import * as trello from './trello.js';
import * as truenas from './truenas.js';
import * as trufflehogEnterprise from './trufflehog-enterprise.js';
import * as twilio from './twilio.js';
import * as twitch from './twitch.js';
import * as typeform from './typeform.js';
import * as ubidots from './ubidots.js';
import * as unix from './unix.js';
import * as unkey from './unkey.js';
import * as upcloud from './upcloud.js';
import * as uptimerobot from './uptimerobot.js';
import * as urlCredentials from './url-credentials.js';
import * as valTown from './val-town.js';
import * as vercel from './vercel.js';
import * as virustotal from './virustotal.js';
import * as vmware from './vmware.js';
import * as voiceflow from './voiceflow.js';
import * as vonageNexmo from './vonage-nexmo.js';
import * as voyageAi from './voyage-ai.js';
import * as vultr from './vultr.js';
import * as wakatime from './wakatime.js';
import * as wasabi from './wasabi.js';
import * as web3Storage from './web3-storage.js';
import * as webflow from './webflow.js';
import * as weightsAndBiases from './weights-and-biases.js';
import * as windows from './windows.js';
import * as wireguard from './wireguard.js';
import * as woosmap from './woosmap.js';
import * as wordpress from './wordpress.js';
import * as workato from './workato.js';
import * as workos from './workos.js';
import * as wundergraphCosmo from './wundergraph-cosmo.js';
import * as xTwitter from './x-twitter.js';
import * as xai from './xai.js';
import * as yandexCloud from './yandex-cloud.js';
import * as yandexSmartcaptcha from './yandex-smartcaptcha.js';
import * as zapier from './zapier.js';
import * as zendesk from './zendesk.js';
import * as zerotier from './zerotier.js';
import * as zhipuZAi from './zhipu-z-ai.js';
import * as zoho from './zoho.js';
import * as zuplo from './zuplo.js';

const modules: readonly Readonly<Record<string, FullRule | Response>>[] = [
  n1password,
  n42Intra,
  ably,
  adafruitIo,
  adobe,
  adyen,
  age,
  aikido,
  airbrake,
  airtable,
  aiven,
  akamai,
  alchemy,
  algolia,
  alibabaCloud,
  amazon,
  amplitude,
  ansible,
  anthropic,
  apideck,
  apify,
  apolloIo,
  appfollow,
  asaas,
  asana,
  aspnet,
  assemblyai,
  atlassian,
  auth0,
  authress,
  aws,
  azureDevops,
  azureEntraId,
  azureIdentifiableKeys,
  azure,
  backblazeB2,
  bandwidth,
  bannerbear,
  baremetrics,
  besttime,
  betterStack,
  bitbucket,
  bitcoin,
  bitrise,
  blynk,
  box,
  branchIo,
  braveSearch,
  brevo,
  browserstack,
  buildkite,
  buttercms,
  caflou,
  calendly,
  canadianDigitalService,
  canva,
  cerebras,
  certificate,
  checkoutCom,
  circleci,
  ciscoDuo,
  ciscoIos,
  ciscoMeraki,
  ciscoWebex,
  civo,
  clearbit,
  clerk,
  clickhouseCloud,
  clickup,
  clojars,
  close,
  cloudflareR2,
  cloudflareTurnstile,
  cloudflare,
  cloudinary,
  cloudsmith,
  cockroachdbCloud,
  coda,
  codacy,
  codeClimate,
  codecov,
  coderabbit,
  cohere,
  coinbase,
  column,
  commandLine,
  commerceJsChec,
  configcat,
  confluent,
  contentful,
  couchbaseCapella,
  courier,
  coveralls,
  cratesIo,
  curl,
  cursor,
  customerIo,
  dataGov,
  databento,
  databricks,
  datadog,
  datastaxAstra,
  deepgram,
  deepseek,
  definedNetworking,
  denoDeploy,
  dependencyTrack,
  devcycle,
  devin,
  digitalocean,
  discord,
  django,
  docker,
  doppler,
  dotdigital,
  dotnet,
  droneCi,
  dropbox,
  duffel,
  dvcStudio,
  dynatrace,
  easypost,
  ebay,
  ecostruxureIt,
  elastic,
  elevenlabs,
  endorLabs,
  ethereum,
  etsy,
  exa,
  exoscale,
  facebook,
  fastly,
  figma,
  filezilla,
  finage,
  finicity,
  firebase,
  firecrawl,
  fireworksAi,
  flask,
  fleetbase,
  flexport,
  flutterwave,
  flyIo,
  formIo,
  frameIo,
  freemius,
  freshdesk,
  friendliai,
  friendlyCaptcha,
  ftp,
  fullstory,
  geminiExchange,
  genericAssignment,
  git,
  gitalk,
  gitea,
  github,
  gitlab,
  gocardless,
  googleAnalytics,
  googleCloud,
  googleGemini,
  google,
  gradle,
  grafanaCloud,
  grafana,
  groq,
  harness,
  hashicorpConsulNomad,
  hashicorpTerraform,
  hashicorpVault,
  here,
  heroku,
  highnote,
  honeybadger,
  honeycomb,
  httpHeader,
  hubspot,
  huggingFace,
  ibmCloud,
  ibmCloudant,
  ibmSoftlayer,
  iexCloud,
  imagekit,
  infisical,
  influxdb,
  infobip,
  infracost,
  infura,
  instagram,
  intercom,
  ionic,
  ipinfo,
  ipstackApilayerFamily,
  jdbc,
  jenkins,
  jetbrainsTeamcity,
  jetbrains,
  jfrogArtifactory,
  jinaAi,
  jotform,
  jumpcloud,
  jwt,
  kagi,
  kerberos,
  keyStore,
  keybase,
  klaviyo,
  kraken,
  kubernetes,
  kucoin,
  langfuse,
  langsmith,
  laravel,
  larkFeishu,
  launchdarkly,
  ldap,
  lemonSqueezy,
  lichess,
  line,
  linear,
  linkedin,
  linodeAkamai,
  llamacloud,
  lob,
  logicmonitor,
  logzIo,
  looker,
  magic,
  mailchimp,
  mailerlite,
  mailersend,
  mailgun,
  mailjet,
  mandrill,
  mapbox,
  mattermost,
  maxmind,
  mercadoPago,
  mercury,
  mergify,
  messagebird,
  metaQuestOculus,
  microsoftPowerAutomate,
  microsoftTeams,
  midtrans,
  minimax,
  minio,
  mistralAi,
  mondayCom,
  mongodbAtlas,
  mongodb,
  moonshotKimi,
  mysql,
  nats,
  neon,
  netlify,
  netrc,
  newRelic,
  newYorkTimes,
  ngrok,
  nightfall,
  notion,
  npm,
  nuget,
  nvidia,
  nylas,
  oauth,
  octopusDeploy,
  odbc,
  okta,
  ollama,
  onelogin,
  onesignal,
  onfido,
  openai,
  openpgp,
  openrouter,
  openssh,
  openvpn,
  openweather,
  opsgenie,
  optimizely,
  ovhcloud,
  packagecloud,
  paddle,
  pagarme,
  pagerduty,
  particle,
  paypalBraintree,
  paypal,
  paystack,
  percy,
  perplexity,
  persona,
  pganalyze,
  photoroom,
  phpmailer,
  pinecone,
  pinterest,
  pipedrive,
  plaid,
  planetscale,
  plivo,
  polar,
  polymarket,
  portainer,
  postgresql,
  posthog,
  postman,
  postmark,
  powershell,
  prefect,
  privateKey,
  proof,
  pubnub,
  pulumi,
  pushbullet,
  putty,
  pypi,
  pythonCryptography,
  rabbitmq,
  railway,
  rainforestPay,
  ramp,
  rancher,
  rapidapi,
  raycast,
  razorpay,
  react,
  readme,
  recharge,
  redHatOpenshift,
  redirectpizza,
  redis,
  render,
  replicate,
  resend,
  retellAi,
  riotGames,
  robinhoodCrypto,
  rootly,
  rubyOnRails,
  rubygems,
  runpod,
  runway,
  saladcloud,
  salesblink,
  salesforce,
  samsara,
  sanity,
  sauceLabs,
  scaleAi,
  scaleway,
  scalingo,
  scalr,
  scrapfly,
  segment,
  sendbird,
  sendgrid,
  sentry,
  settlemint,
  shippo,
  shodan,
  shopee,
  shopify,
  shortcut,
  shutterstock,
  sidekiq,
  signalwire,
  sinch,
  slack,
  smartsheet,
  smooch,
  snowflake,
  snyk,
  sonarcloud,
  sonarqubeCloud,
  sonarqubeSonarcloud,
  sops,
  sourcegraph,
  sparkpost,
  spectralops,
  spotify,
  sql,
  square,
  squarespace,
  stabilityAi,
  stackhawk,
  storyblok,
  stripe,
  stytch,
  sumoLogic,
  supabase,
  sysinternals,
  tableau,
  tailscale,
  tavily,
  teamwork,
  telegram,
  telnyx,
  temporalCloud,
  tencentCloud,
  testpypi,
  theGuardian,
  thingsboard,
  thunderstore,
  ticketTailor,
  tines,
  todoist,
  togetherAi,
  totp,
  travisCi,
  trello,
  truenas,
  trufflehogEnterprise,
  twilio,
  twitch,
  typeform,
  ubidots,
  unix,
  unkey,
  upcloud,
  uptimerobot,
  urlCredentials,
  valTown,
  vercel,
  virustotal,
  vmware,
  voiceflow,
  vonageNexmo,
  voyageAi,
  vultr,
  wakatime,
  wasabi,
  web3Storage,
  webflow,
  weightsAndBiases,
  windows,
  wireguard,
  woosmap,
  wordpress,
  workato,
  workos,
  wundergraphCosmo,
  xTwitter,
  xai,
  yandexCloud,
  yandexSmartcaptcha,
  zapier,
  zendesk,
  zerotier,
  zhipuZAi,
  zoho,
  zuplo,
];

/** All built-in rules, sorted by id. */
export const rules: readonly FullRule[] = modules
  .flatMap(module => Object.values(module))
  .filter((entry): entry is FullRule => 'pattern' in entry)
  .sort((a, b) => (a.id < b.id ? -1 : 1));
