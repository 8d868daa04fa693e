// Spotify: client secrets, 32 hex digits like the client id, so the name must say which it is.

import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

export const spotifyClientSecret = defineRule({
  id: 'spotify-client-secret',
  title: 'Spotify client secret',
  provider: 'Spotify',
  severity: 'medium',
  confidence: 'medium',
  keywords: ['spotify', 'spotipy'],
  pattern:
    /spoti[fp]y[\w.-]{0,24}secret[\w.-]{0,8}["'\]\\]{0,2}[ \t]{0,8}[:=,(>][=>]?[ \t]{0,8}[\\"'\x60]{0,2}(?<secret>[0-9a-f]{32})(?![\w-])/i,
  minEntropy: 2.8,
  references: ['https://developer.spotify.com/documentation/web-api'],
  match: [`SPOTIFY_CLIENT_SECRET=«${sample('hex', 32)}»`, `SPOTIPY_CLIENT_SECRET: '«${sample('hex', 32, 2)}»'`],
  noMatch: [`spotify:track:${sample('hex', 22)}`, `SPOTIFY_CLIENT_SECRET=${'0'.repeat(32)}`],
});
