// WebAssembly modules that the program carries: compiled once, instantiated where they are used. Pure.

// The part of it that is used here: it is in no library of types that Node programs have.
declare const WebAssembly: {
  readonly Module: new (binary: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports?: object) => { readonly exports: unknown };
};

/** A compiled module. */
export type WasmModule = { readonly __module: unique symbol };

/**
 * Compiles a module.
 *
 * @param base64 its bytes
 * @throws {Error} there is no WebAssembly here, or not all that the module needs of it
 */
export function compileWasm(base64: string): WasmModule {
  return new WebAssembly.Module(Buffer.from(base64, 'base64'));
}

/** The exports of a new instance. @throws {Error} as `compileWasm` */
export function instantiateWasm(module: WasmModule, imports?: object): unknown {
  return new WebAssembly.Instance(module, imports).exports;
}
