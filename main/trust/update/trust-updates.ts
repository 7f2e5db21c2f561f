/** Updates while the kiosk runs: one at a time, with news of how far it is, and a way to stop it. */
import type { Emit, EventPayload, Output } from '../../../shared/contract/contract.ts'
import type { TrustState } from '../../../shared/contract/trust.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import type { GivenPlace } from './given-source.ts'
import { closing, updateTrust, type UpdateGround } from './update-trust.ts'

const busy: Sentences = {
  vi: 'Đang cập nhật rồi. Chờ xong, hoặc dừng lần đó rồi thử lại.',
  en: 'An update is running already. Wait for it to end, or stop it and try again.',
}

/** The updates of a kiosk. */
export class TrustUpdates {
  /** How the last one ended; null: none since the start. */
  last: TrustState['last'] = null
  private readonly ground: UpdateGround
  private readonly emit: Emit
  closed = false
  private running: AbortController | null = null

  constructor(ground: UpdateGround, emit: Emit) {
    this.ground = ground
    this.emit = emit
  }

  /** Runs one; answers when it has ended, or at once where another is running. */
  async run(place: GivenPlace): Promise<Output<'trust.update'>> {
    if (this.running) return { outcome: 'busy', said: busy }
    const running = new AbortController()
    this.running = running
    try {
      const tell = (progress: EventPayload<'trust.progress'>): void => this.emit('trust.progress', progress)
      const answer = await updateTrust(place, this.ground, { tell, signal: running.signal })
      if (this.closed) return answer
      const good = answer.outcome === 'updated' || answer.outcome === 'current'
      this.last = { from: place.from, at: this.ground.now(), said: answer.said, good }
      return answer
    } finally {
      this.running = null
    }
  }

  /** Stops the one that is running: the program ends, and nothing is told or recorded any more. */
  close(): void {
    this.closed = true
    this.running?.abort(closing)
  }

  /** Stops the one that is running; answers whether there was one. */
  stop(): boolean {
    this.running?.abort()
    return this.running !== null
  }
}
