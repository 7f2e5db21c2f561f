/** What a state of the gallery is: what the program behind the screen answers, and what is done until it is shown. */
import type { Emit, Handlers, Method } from '../../shared/contract/contract.ts'
import type { Kiosk } from '../../shared/contract/schemas.ts'
import type { HubAnswers } from './hub/stub-hub.ts'
import type { LinkState } from '../../renderer/rpc/link.ts'

/** The program behind the screen, as far as a step has a hand in it. */
export interface Stage {
  emit: Emit
  turnLink: (state: LinkState) => void
  /** Resolves once the screen has called this method. */
  asked: (method: Method) => Promise<void>
}

/** One thing that a hand does to the screen, or that is waited for on it. */
export type HandStep = () => void | Promise<void>

/** The same, or something that the program behind the screen does. */
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

/** A state of the hub's page. */
export interface HubState {
  name: string
  title: string
  /** What the hub answers where that is not everyday. */
  hub: HubAnswers
  steps: readonly HandStep[]
  /** The hub's page prints nothing. */
  printed?: never
}

/** A state that differs from an open screen with nothing done to it by what is given. */
export function aState(given: Pick<State, 'name' | 'title' | 'kiosk'> & Partial<State>): State {
  return { answers: {}, steps: [], ...given }
}
