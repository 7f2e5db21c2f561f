/** In a room's place, for whoever may not use it: whose it is, and how to come in. */
import type { ReactNode } from 'react'
import { methods, type Method } from '../../../shared/contract/contract.ts'
import { roles } from '../../../shared/contract/role.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Key } from '../../ui/key.tsx'
import room from '../../ui/room.module.css'
import { useFrame } from '../use-frame.ts'
import { OfficerName } from './officer-name.tsx'

export function NotYours({ needs }: { needs: Method }): ReactNode {
  const { speak } = useLanguage()
  const { signIn, kiosk } = useFrame()
  const who = kiosk.kiosk?.session.who ?? null
  const allowed: readonly string[] = methods[needs].roles
  const whose = roles.filter((role) => allowed.includes(role)).map((role) => speak(`role.${role}`))
  return (
    <main className={room.room} data-testid="not-yours">
      <p className={room.warning}>{speak('signIn.notYours', { whose: whose.join(', ') })}</p>
      {who && <OfficerName who={who} />}
      <div className={room.keys}>
        <Key deed="sign-in" label={speak('signIn.title')} onPress={signIn.toggle} marked testId="sign-in-here" />
      </div>
    </main>
  )
}
