/** A room of the program: what it answers to the screen, and what it does while the kiosk is open. */
import type { Handlers, Method } from '../shared/contract/contract.ts'

/** What app.ts knows of a room. `M`: the methods of its part of the contract; a room without one answers nothing. */
export interface Room<M extends Method = never> {
  readonly handlers: Pick<Handlers, M>
  /** Once a minute: time alone changes things. */
  beat?(): void
  /** Lets go of what it holds. */
  close?(): void
}
