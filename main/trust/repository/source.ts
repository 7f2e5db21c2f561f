/** Where the files of a repository come from: the one port between the TUF client and the way the files travelled. */

import { diskReason } from './reasons.ts'
import { refusalBecause, type Refusal } from './refusal.ts'

/** What a source says about one file. */
export type SourceAnswer =
  /** `length`: in bytes, as the source says; only to show how far reading is. */
  | { kind: 'file'; chunks: AsyncIterable<Uint8Array>; length?: number }
  | { kind: 'missing' }
  /** The way there is closed: no connection, a server in trouble, a stick that was pulled out. */
  | { kind: 'unreachable'; refusal: Refusal }

/** Which of the files that an update still lacks one is, as the signed metadata list them. Lengths in bytes. */
export interface Part {
  length: number
  /** From 1. */
  file: number
  files: number
  /** Of the files before it, and of all. */
  before: number
  whole: number
}

/** A place that holds a TUF repository: `metadata/` and `targets/`. */
export interface RepositorySource {
  /**
   * Opens one file.
   * @param path relative to the repository, `/` between segments, each percent-encoded (`metadata/1.root.json`)
   * @param part for whoever follows how far an update is; left out or null where the metadata do not say yet
   */
  open(path: string, part?: Part | null): Promise<SourceAnswer>
}

/** Reading failed half-way for a reason that lies with the source; thrown while its chunks are read. */
export class SourceInterrupted extends Error {
  readonly code = 'SOURCE_INTERRUPTED'
  readonly refusal: Refusal
  /** @param refusal where more is known than that reading failed */
  constructor(cause: unknown, refusal?: Refusal) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(why, { cause })
    this.name = 'SourceInterrupted'
    this.refusal = refusal ?? refusalBecause('unreachable', diskReason(cause))
  }
}
