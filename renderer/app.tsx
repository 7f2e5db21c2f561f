/** The screen as a whole: a link to the program behind it, and the lane. */
import type { ReactNode } from 'react'
import type { Link } from './rpc/link.ts'
import { LinkProvider } from './rpc/link-context.ts'
import { LaneScreen } from './screens/lane/lane.tsx'

export function App({ link }: { link: Link }): ReactNode {
  return (
    <LinkProvider value={link}>
      <LaneScreen />
    </LinkProvider>
  )
}
