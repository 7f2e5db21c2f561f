/** What the room of officers says: what is missing, why something was not done, what was done. */
import { fullName } from '../../frame/session/officer-name.tsx'
import type { Speak } from '../../i18n/catalogue.ts'
import type { PinDraftFault, WhoFault } from './officer-draft.ts'
import type { OfficersState, Refused } from './officers-state.ts'

type PinFault = Exclude<PinDraftFault, 'again'>

const isOfPin = (fault: WhoFault | PinDraftFault): fault is PinFault => fault.startsWith('pin-')

/** What is missing before the program is asked. */
export const sayFault = (speak: Speak, fault: WhoFault | PinDraftFault): string =>
  speak(isOfPin(fault) ? `officers.refused.${fault}` : `officers.fault.${fault}`)

/** Why something was not done, and what to do. */
export const sayRefused = (speak: Speak, refused: Refused): string => speak(`officers.refused.${refused}`)

/** What was done last. */
export const sayDone = (speak: Speak, { deed, who }: NonNullable<OfficersState['done']>): string =>
  speak(`officers.done.${deed}`, { who: fullName(who) })
