/**
 * The code reader: zxing-cpp compiled to WebAssembly, asked directly for brightness planes so that no colour picture
 * has to be made of them. The same file serves the browser's worker (wasm by address) and Node (wasm by bytes).
 *
 * `readBarcodesFromPixmap` is marked internal by zxing-wasm: its version is pinned and a test reads a code through it.
 */
import {
  binarizers,
  characterSets,
  defaultReaderOptions,
  eanAddOnSymbols,
  encodeFormats,
  prepareZXingModule,
  textModes,
  type ReaderOptions,
  type ZXingReaderOptions,
  type ZXingReadResult,
} from 'zxing-wasm/reader'

/** A list in the reader's own memory; `delete` gives the memory back. */
interface Found {
  size(): number
  get(index: number): ZXingReadResult | undefined
  delete(): void
}

/** What of zxing-wasm's module is used. */
interface Module {
  readonly HEAPU8: Uint8Array<ArrayBuffer>
  readonly _malloc: (bytes: number) => number
  readonly _free: (pointer: number) => void
  readonly readBarcodesFromPixmap: Engine['find']
}

/** A loaded code reader: its memory, and the one question we ask of it. */
export interface Engine {
  /** The reader's memory. It is replaced whenever it grows: ask anew after every call. */
  memory: () => Uint8Array<ArrayBuffer>
  /** Sets aside so many bytes of it; answers where they begin. */
  allocate: (bytes: number) => number
  release: (pointer: number) => void
  /** Codes in the brightness plane at `pointer`; sizes in pixels, rows without padding. */
  find: (pointer: number, width: number, height: number, options: ZXingReaderOptions) => Found
}

/** Where the reader's .wasm comes from: its bytes, or an address on our own origin. Never zxing-wasm's default CDN. */
export type EngineSource = { binary: ArrayBuffer } | { url: string }

/** Loads the reader. Rejects when the .wasm cannot be fetched or compiled. */
export async function loadEngine(source: EngineSource): Promise<Engine> {
  const overrides = 'binary' in source ? { wasmBinary: source.binary } : { locateFile: () => source.url }
  const loaded: unknown = await prepareZXingModule({ overrides, fireImmediately: true })
  if (!isModule(loaded)) throw new Error('zxing-wasm no longer offers the calls that this program makes')
  const { _malloc: allocate, _free: release, readBarcodesFromPixmap: find } = loaded
  return { memory: () => loaded.HEAPU8, allocate, release, find }
}

function isModule(loaded: unknown): loaded is Module {
  return (
    typeof loaded === 'object' &&
    loaded !== null &&
    ['_malloc', '_free', 'readBarcodesFromPixmap'].every((name) => typeof Reflect.get(loaded, name) === 'function') &&
    Reflect.get(loaded, 'HEAPU8') instanceof Uint8Array
  )
}

/** Options in the form in which the reader takes them: names become positions in its own lists. */
function encodeOptions(options: ReaderOptions): ZXingReaderOptions {
  const all = { ...defaultReaderOptions, ...options }
  return {
    ...all,
    formats: encodeFormats(all.formats),
    binarizer: binarizers.indexOf(all.binarizer),
    eanAddOnSymbol: eanAddOnSymbols.indexOf(all.eanAddOnSymbol),
    textMode: textModes.indexOf(all.textMode),
    characterSet: characterSets.findIndex((name) => name === all.characterSet),
    tryCode39ExtendedMode: true,
  }
}

/** Certificates come as QR or Aztec; every further kind costs time on every frame. `Plain` keeps the text exact. */
const common: ReaderOptions = {
  formats: ['QRCode', 'Aztec'],
  textMode: 'Plain',
  tryHarder: true,
  tryRotate: true,
  tryDownscale: true,
}

/** For a frame of the live picture: one code, dark on light, in a few milliseconds. */
export const liveOptions = encodeOptions({ ...common, tryInvert: false, maxNumberOfSymbols: 1 })

/** For a still picture: every code in it, also light on dark. */
export const stillOptions = encodeOptions({ ...common, tryInvert: true, maxNumberOfSymbols: 32 })

/** For coaching: also a code that was found but could not be read, for the sake of its place and size. */
export const glimpseOptions = encodeOptions({ ...common, tryInvert: false, maxNumberOfSymbols: 1, returnErrors: true })
