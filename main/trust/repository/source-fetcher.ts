/** A source as tuf-js fetches from it, with limits, and with a memory of what went wrong. */
import { join } from 'node:path'
import type { Fetcher } from 'tuf-js'
import { DownloadHTTPError } from 'tuf-js/dist/error.js'
import type { Disk } from './disk.ts'
import type { Refusal } from './refusal.ts'
import { SourceInterrupted, type Part, type RepositorySource } from './source.ts'

/** tuf-js builds addresses; a source wants paths. `.invalid` names nothing (RFC 2606 §2). */
export const repositoryBase = 'https://repository.invalid/'

/** Roots are tried one after the other until there is no newer one (TUF 1.0 §5.3.3). */
const nextRoot = /^metadata\/(\d+)\.root\.json$/

/** Fetching ended here, with this refusal. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** The last file that was fetched whole: its path in the repository, its metadata bytes or null, and how it compares. */
export interface Fetched {
  path: string
  bytes: Buffer | null
  length: number
  limit: number
}

async function* limited(chunks: AsyncIterable<Uint8Array>, file: string, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > limit) throw new Refused({ code: 'too-large', values: { file } })
    yield chunk
  }
}

/** Fetches for one update. tuf-js hides the cause of some failures in a text, so they are remembered here. */
export class SourceFetcher implements Fetcher {
  /** Why fetching failed, if it did. */
  refusal: Refusal | null = null
  last: Fetched | null = null
  /** What the file that is fetched next is of the update. */
  part: Part | null = null
  /** Roots that were fetched, by version. */
  readonly roots = new Map<number, Buffer>()
  private readonly source: RepositorySource
  private readonly disk: Disk
  private readonly folder: string

  /** @param folder where a target may lie until it is verified */
  constructor(source: RepositorySource, disk: Disk, folder: string) {
    this.source = source
    this.disk = disk
    this.folder = folder
  }

  async downloadBytes(url: string, maxLength: number): Promise<Buffer> {
    const path = new URL(url).pathname.slice(1)
    return this.remembering(async () => {
      const parts: Uint8Array[] = []
      for await (const chunk of await this.chunks(path, maxLength)) parts.push(chunk)
      const bytes = Buffer.concat(parts)
      this.last = { path, bytes, length: bytes.length, limit: maxLength }
      const version = nextRoot.exec(path)?.[1]
      if (version !== undefined) this.roots.set(Number(version), bytes)
      return bytes
    })
  }

  async downloadFile<T>(url: string, maxLength: number, handler: (file: string) => Promise<T>): Promise<T> {
    const path = new URL(url).pathname.slice(1)
    const file = join(this.folder, 'arriving')
    let length = 0
    const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        length += chunk.length
        yield chunk
      }
    }
    await this.remembering(async () => this.disk.write(file, counted(await this.chunks(path, maxLength))))
    this.last = { path, bytes: null, length, limit: maxLength }
    const answer = await handler(file)
    await this.disk.remove(file)
    return answer
  }

  private async remembering<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refused) this.refusal = error.refusal
      else if (error instanceof SourceInterrupted) this.refusal = error.refusal
      throw error
    }
  }

  private async chunks(path: string, limit: number): Promise<AsyncIterable<Uint8Array>> {
    const answer = await this.source.open(path, this.part)
    switch (answer.kind) {
      case 'file':
        return limited(answer.chunks, path, limit)
      case 'unreachable':
        throw new Refused(answer.refusal)
      case 'missing':
        if (nextRoot.test(path)) throw new DownloadHTTPError('no newer root', 404)
        throw new Refused(await this.missing(path))
    }
  }

  /** Without its timestamp it is no repository, unless other files of one are there: then copying was cut short. */
  private async missing(path: string): Promise<Refusal> {
    if (path !== 'metadata/timestamp.json') return { code: 'incomplete', values: { file: path } }
    const root = await this.source.open('metadata/1.root.json')
    if (root.kind !== 'file') return { code: 'not-a-repository', values: { file: path } }
    // One step in, so that leaving closes the file.
    const chunks = root.chunks[Symbol.asyncIterator]()
    await chunks.next()
    await chunks.return?.()
    return { code: 'incomplete', values: { file: path } }
  }
}
