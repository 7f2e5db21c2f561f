/** Whose session it is, for what the screen shows and hides. The program behind the screen decides; this only spares a refusal. */
import type { Session } from '../../../shared/contract/officers.ts'
import { methods, type Method } from '../../../shared/contract/contract.ts'
import type { Caller } from '../../../shared/contract/role.ts'
import { useFrame } from '../use-frame.ts'

/** Whose calls those of a session are. Until the program has told, nobody's. */
export function callerOf(session: Session | null): Caller {
  if (!session) return 'nobody'
  if (!session.claimed) return 'unclaimed'
  return session.who && !session.asleep ? session.who.role : 'nobody'
}

/** May whoever is at the screen call a method? */
export const may = (session: Session | null, method: Method): boolean =>
  methods[method].roles.includes(callerOf(session))

/** May whoever is at the screen now call a method? */
export const useMay = (method: Method): boolean => may(useFrame().kiosk.kiosk?.session ?? null, method)
