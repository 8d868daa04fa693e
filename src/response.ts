// What to do when a credential leaked: one entry per kind of credential, kept beside its rules and loaded only when it is needed.

/** Facts for a responder. null: not known, which is not the same as "no". No field ever holds a value or a place for one. */
export type Response = {
  id: string; // kebab-case, never renamed
  title: string; // of the credential, such as "AWS IAM access key"
  rules: readonly string[]; // ids of the rules whose findings it answers
  names: readonly string[]; // variables that hold it, UPPER_SNAKE: the way in when a generic rule found the value
  schemes: readonly string[]; // URL schemes that carry it, such as `postgres`
  revoke: { page: string | null; command: string | null; api: string | null };
  rotate: readonly string[]; // steps in their order
  generate: string | null; // command that makes a new value, for what an owner makes himself
  invalidation: string | null; // what outlives the old value, and how it is ended
  audit: string | null; // where the provider logs use and changes
  detectUse: string | null; // how to see whether somebody used it
  reach: string | null; // what can be done with it
  breaks: string | null; // what stops working once it is revoked
  vendorRevokes: boolean | null; // the vendor revokes what it is told of, by itself
  vendorNote: string | null; // under which conditions
  rotationDays: { days: number; source: string } | null; // recommended interval
  docs: string | null; // the provider's own page
  sources: readonly string[]; // where these facts come from; web addresses first
};

type Optional = Exclude<keyof Response, 'id' | 'title' | 'rules' | 'sources'>;
export type ResponseInput = Omit<Response, Optional> & Partial<Response>;

/** Completes an entry: what is not said is not known. */
export function defineResponse(input: ResponseInput): Response {
  return {
    names: [],
    schemes: [],
    revoke: { page: null, command: null, api: null },
    rotate: [],
    generate: null,
    invalidation: null,
    audit: null,
    detectUse: null,
    reach: null,
    breaks: null,
    vendorRevokes: null,
    vendorNote: null,
    rotationDays: null,
    docs: null,
    ...input,
  };
}
