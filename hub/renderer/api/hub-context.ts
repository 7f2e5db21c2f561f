/** Hands the hub, and whom it knows, to every part of the page. */
import { createContext, useContext } from 'react'
import type { Session } from '../../../shared/hub-api/session.ts'
import type { Answer, NotDone } from './ask.ts'
import type { Hub } from './hub.ts'

export interface AtHub {
  hub: Hub
  session: Session
  /** Looks at an answer: one that says that nobody is signed in is everybody's matter. */
  heard: <T>(answer: Answer<T>) => Answer<T>
}

const HubContext = createContext<AtHub | null>(null)

export const HubProvider = HubContext.Provider

/** The hub, for whoever is signed in. */
export function useHub(): AtHub {
  const at = useContext(HubContext)
  if (!at) throw new Error('nobody is signed in here')
  return at
}

/** Whether whoever is signed in may decide. */
export const useMayDecide = (): boolean => useHub().session.role === 'admin'

/** The words for an answer that is none. */
export const refusalWord = ({ why }: Pick<NotDone, 'why'>) => `refused.${why}` as const
