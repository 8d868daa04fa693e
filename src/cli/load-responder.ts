// What to do when a credential leaked, by its rule: the responses are loaded by the commands that name one, and by no other.

import type { FoundResponse, ResponseQuery } from '../incident/find-response.js';

/** Loads the responses. @returns finds the one for a credential */
export async function loadResponder(): Promise<(query: ResponseQuery) => FoundResponse> {
  const [{ responses }, { findResponse }] = await Promise.all([
    import('../../rules/responses.js'),
    import('../incident/find-response.js'),
  ]);
  return query => findResponse(responses, query);
}
