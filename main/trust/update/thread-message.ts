/** What the program and the thread of an update say to each other. Files cross as they are, and are not copied. */
import type { TransferListItem } from 'node:worker_threads'
import type { Generation, Progress } from '../repository/index.ts'
import type { UpdateEnd } from './run-update.ts'

export type ThreadMessage = { kind: 'progress'; progress: Progress } | { kind: 'ended'; end: UpdateEnd }

/** The one word that the thread is told. */
export const stopWord = 'stop'

/** Bytes from which a file has its memory to itself. */
const large = 64 * 1024

const generationOf = (end: UpdateEnd): Generation | null =>
  end.kind === 'outcome' && end.outcome.outcome !== 'refused' ? end.outcome.generation : null

/** As it may cross: an error of the thread's own stays there, and so does what was held before. */
export function sent(end: UpdateEnd): UpdateEnd {
  if (end.kind !== 'outcome') return end
  const { outcome } = end
  if (outcome.outcome === 'refused') {
    const cause = outcome.cause instanceof Error ? outcome.cause.message : null
    return { kind: 'outcome', outcome: { ...outcome, cause } }
  }
  return { kind: 'outcome', outcome: { ...outcome, ...(outcome.outcome === 'updated' ? { previous: null } : {}) } }
}

/** The memory of a publication's large files, which the thread hands over. */
export function handedOver(end: UpdateEnd): TransferListItem[] {
  const files = [...(generationOf(end)?.files.values() ?? [])]
  return files.flatMap(({ bytes: { buffer, byteLength } }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && byteLength > large ? [buffer] : [],
  )
}

/** Crossing makes plain bytes of a Buffer. */
const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A publication as it was before it crossed. */
export function received(generation: Generation): Generation {
  const metadata = new Map([...generation.metadata].map(([name, bytes]) => [name, buffer(bytes)]))
  const files = new Map([...generation.files].map(([name, file]) => [name, { ...file, bytes: buffer(file.bytes) }]))
  return { ...generation, metadata, files }
}
