/** Events on their way from the rooms to whoever listens, which is the shell. */
import type { Emit } from '../shared/contract/contract.ts'

/** Rooms are given `emit`, shells `subscribe`. */
export class Events {
  private readonly listeners = new Set<Emit>()

  /** Tells everybody who listens now. */
  readonly emit: Emit = (event, payload) => {
    for (const listener of this.listeners) listener(event, payload)
  }

  /** Hears every event; the answer stops it. */
  subscribe(listener: Emit): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
