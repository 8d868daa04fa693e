// The version of package.json, put in by the build.

declare const LEAKGATE_VERSION: string;

/** Version of this program. */
export const VERSION: string = typeof LEAKGATE_VERSION === 'string' ? LEAKGATE_VERSION : '0.0.0';
