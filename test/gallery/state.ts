/** What a state of the gallery is: what the program behind the screen answers, and what is done until it is shown. */
import type { Emit, Handlers, Method } from '../../shared/contract/contract.ts'
import type { Kiosk } from '../../shared/contract/schemas.ts'
import type { LinkState } from '../../renderer/rpc/link.ts'

/** The program behind the screen, as far as a step has a hand in it. */
export interface Stage {
  emit: Emit
  turnLink: (state: LinkState) => void
  /** Resolves once the screen has called this method. */
  asked: (method: Method) => Promise<void>
}

/** One thing that is done to the screen, or waited for. */
export type Step = (stage: Stage) => void | Promise<void>

export interface State {
  /** As the address has it. */
  name: string
  /** What it shows, in a few words. */
  title: string
  /** Null: the program does not answer what it is asked first. */
  kiosk: Kiosk | null
  /** What the everyday answers do not cover. */
  answers: Partial<Handlers>
  /** In their order; after the last one the state is shown. */
  steps: readonly Step[]
  /** What it puts on paper is what is looked at. */
  printed?: true
}

/** A state that differs from an open screen with nothing done to it by what is given. */
export function aState(given: Pick<State, 'name' | 'title' | 'kiosk'> & Partial<State>): State {
  return { answers: {}, steps: [], ...given }
}
