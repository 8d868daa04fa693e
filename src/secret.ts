// The one type that holds a secret. It cannot be printed by accident: every way to text gives the mask.

const MASK = '***';

/** A found credential. Two equal values from one pool are the same object, so that they can be compared without being revealed. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value, one character per byte. Called by engine, fingerprint and redact only; a test holds that. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }
}

/** Gives the same Secret for the same value. */
export class SecretPool {
  /** The value itself, to hand a secret from one thread of the scan to another; nothing else may ask. */
  valueOf(secret: Secret): string {
    return secret.reveal();
  }

  readonly #known = new Map<string, Secret>();

  intern(value: string): Secret {
    const known = this.#known.get(value);
    if (known) return known;
    const secret = new Secret(value);
    this.#known.set(value, secret);
    return secret;
  }
}
