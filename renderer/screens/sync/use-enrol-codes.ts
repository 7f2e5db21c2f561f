/** A hub's code that is scanned in this room, or brought here from Set-up: it is read, and compared before it does anything. */
import { useEffectEvent, useLayoutEffect } from 'react'
import { useFrame } from '../../frame/use-frame.ts'
import type { Syncing } from './use-sync.ts'

export function useEnrolCodes({ open, invite }: Syncing): void {
  const { hear } = useFrame()
  const heard = useEffectEvent((text: string) => {
    open('enrol')
    invite({ from: 'text', text })
  })
  useLayoutEffect(() => hear(({ what, text }) => what === 'enrolment' && text !== null && heard(text), false), [hear])
}
