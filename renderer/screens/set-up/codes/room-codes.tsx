/** The codes that are this room's own: a practice code for trying camera and scanner shows the part that tells of them. */
import { useEffectEvent, useLayoutEffect } from 'react'
import { useFrame } from '../../../frame/use-frame.ts'

export function RoomCodes({ onDoctor }: { onDoctor: () => void }): null {
  const { hear } = useFrame()
  const heard = useEffectEvent(onDoctor)
  useLayoutEffect(() => hear(({ what }) => what === 'doctor' && heard(), false), [hear])
  return null
}
