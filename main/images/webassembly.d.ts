/** The part of WebAssembly that is used: without the DOM's types TypeScript does not know of it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
    private readonly module: true
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, (...given: number[]) => number>>)
    readonly exports: Record<string, unknown>
  }
  class Memory {
    readonly buffer: ArrayBuffer
  }
}
