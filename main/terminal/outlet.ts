/** Where a command's text goes, and what is known of whether it arrives. */
import type { Writable } from 'node:stream'
import { status, type Status } from './statuses.ts'

/** What a stream is called that nobody reads any more: POSIX, Windows, and what comes after either. */
const unread: ReadonlySet<unknown> = new Set([
  'EPIPE',
  'EOF',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
])

/** Why text could not be written. */
export interface Lost {
  status: Extract<Status, 74 | 141>
  error: Error
}

/** Thrown by `drained` where nothing can be written any more, so that a command that streams ends. */
export class OutputLost extends Error {
  constructor(options: ErrorOptions) {
    super('the output cannot be written any more', options)
    this.name = 'OutputLost'
  }
}

/**
 * One stream out. Writing never throws: a command that changes something is not broken off because nobody reads what it
 * says. What is written after the stream is lost is dropped.
 */
export class Outlet {
  /** Null while everything arrives. */
  lost: Lost | null = null
  readonly #stream: Writable
  readonly #whenLost = Promise.withResolvers<void>()

  /** @param onLost called once */
  constructor(stream: Writable, onLost: () => void = () => undefined) {
    this.#stream = stream
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (this.lost) return
      this.lost = { status: unread.has(error.code) ? status.unread : status.output, error }
      this.#whenLost.resolve()
      onLost()
    })
  }

  write(text: string): void {
    if (!this.lost) this.#stream.write(text)
  }

  /**
   * Waits until there is room for more. Something that prints many lines waits here after each.
   * @throws OutputLost
   */
  async drained(): Promise<void> {
    if (!this.lost && this.#stream.writableNeedDrain) {
      const drain = Promise.withResolvers<void>()
      this.#stream.once('drain', drain.resolve)
      await Promise.race([drain.promise, this.#whenLost.promise])
      this.#stream.off('drain', drain.resolve)
    }
    if (this.lost) throw new OutputLost({ cause: this.lost.error })
  }

  /** Waits until everything has been written, or is known to be lost. */
  async flushed(): Promise<void> {
    if (this.lost) return
    const written = Promise.withResolvers<void>()
    this.#stream.write('', () => written.resolve())
    await Promise.race([written.promise, this.#whenLost.promise])
  }
}
