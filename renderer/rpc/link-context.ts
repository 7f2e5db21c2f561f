/** Hands the link to the program behind the screen to the components that call it. */
import { createContext, useContext } from 'react'
import type { Link } from './link.ts'

const LinkContext = createContext<Link | null>(null)

export const LinkProvider = LinkContext.Provider

/** The link of the screen. Throws outside a `LinkProvider`. */
export function useLink(): Link {
  const link = useContext(LinkContext)
  if (!link) throw new Error('useLink needs a LinkProvider above it')
  return link
}
