/** The root that a checkpoint is set up with: everything it will ever believe hangs on this one file. */
import { Metadata, MetadataKind } from '@tufjs/models'
import { sha256 } from './generation.ts'

/** A root as people compare it: its version, its end, and the SHA-256 of the file. */
export interface FirstRoot {
  version: number
  /** Epoch milliseconds. */
  expiresAt: number
  fingerprint: string
}

/** Reads a root and checks that it is signed by its own threshold of keys (TUF 1.0 §5.3.4); null where it is none. */
export function readRoot(bytes: Uint8Array): FirstRoot | null {
  try {
    const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(Buffer.from(bytes).toString('utf8')))
    root.verifyDelegate('root', root)
    const { expires, version } = root.signed
    return { version, expiresAt: Date.parse(expires), fingerprint: sha256(bytes) }
  } catch {
    return null
  }
}
