// A token and the URL it stands in → when it stops being valid, where they carry that: JWT, Azure SAS, AWS presigned URLs. Pure.

import type { Surroundings } from './read-claims.js';
import { readJwt } from './read-jwt.js';

/** @returns ISO 8601, or null when nothing is said */
export function tokenExpiry(value: string, around: Surroundings): string | null {
  const jwt = readJwt(value);
  if (jwt) return typeof jwt.exp === 'number' ? isoOf(jwt.exp * 1000) : null;
  const url = urlAround(value, around);
  return presignedExpiry(url) ?? sasExpiry(url);
}

const URL_BYTES = 1500; // AWS and Azure sign queries of a few hundred bytes; a session token adds about 1 KB

// The text without blanks and quotes that the secret is part of. Short-term Bedrock keys are a presigned URL in base64.
function urlAround(value: string, { before, after }: Surroundings): string {
  const bedrock = /^bedrock-api-key-([A-Za-z0-9+/=]+)$/.exec(value)?.[1];
  if (bedrock !== undefined) return Buffer.from(bedrock, 'base64').toString('latin1');
  const recent = before.slice(-URL_BYTES);
  // Backwards: a pattern that ends in `*$` begins anew at every character.
  let from = recent.length;
  while (from > 0 && !/[\s"'`<>]/.test(recent.charAt(from - 1))) from--;
  const start = recent.slice(from);
  const end = /^[^\s"'`<>]*/.exec(after.slice(0, URL_BYTES))?.[0] ?? '';
  return `${start}${value}${end}`;
}

// X-Amz-Date=20260131T120000Z and X-Amz-Expires, in seconds. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
function presignedExpiry(url: string): string | null {
  const [, year, month, day, hour, minute, second] =
    /X-Amz-Date(?:=|%3D)(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/i.exec(url) ?? [];
  const seconds = /X-Amz-Expires(?:=|%3D)(\d{1,7})/i.exec(url)?.[1];
  if (year === undefined || seconds === undefined) return null;
  return isoOf(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) + Number(seconds) * 1000);
}

// `se` of a shared access signature: a date, a time to the minute or to the second, or seconds since 1970 in Service Bus.
// https://learn.microsoft.com/rest/api/storageservices/create-service-sas#specify-the-signature-validity-interval
function sasExpiry(url: string): string | null {
  if (!/(?:^|[?&;]|u0026)sig=/.test(url)) return null;
  const text = /(?:[?&;]|u0026|^)se=(\d[\dTZ:.%A-Fa-f-]{7,40})/.exec(url)?.[1];
  if (text === undefined) return null;
  if (/^\d{9,11}$/.test(text)) return isoOf(Number(text) * 1000);
  const plain = text.replaceAll(/%3A/gi, ':');
  const date = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?Z)?/.exec(plain)?.[0];
  return date === undefined ? null : isoOf(Date.parse(date));
}

function isoOf(time: number): string | null {
  return Math.abs(time) < 8.64e15 ? new Date(time).toISOString() : null;
}
