/** Every state of every screen that the gallery shows. */
import { crossingStates } from './states/crossings.ts'
import { decisionStates } from './states/decisions.ts'
import { frameStates } from './states/frame.ts'
import { formStates } from './states/forms.ts'
import { kioskStates } from './states/kiosk.ts'
import { officerStates } from './states/officers.ts'
import { accessStates } from './states/accesses.ts'
import { recordStates } from './states/records.ts'
import { referralStates } from './states/referrals.ts'
import { reportStates } from './states/reports.ts'
import { setUpStates } from './states/set-up.ts'
import { shiftStates } from './states/shift.ts'
import { signInStates } from './states/sign-in.ts'
import { syncStates } from './states/sync.ts'
import { traceStates } from './states/trace.ts'
import { verdictStates } from './states/verdicts.ts'
import { wizardStates } from './states/wizard.ts'
import { hubStates } from './states/hub.ts'
import type { HubState, State } from './state.ts'

export const states: readonly (State | HubState)[] = [
  ...verdictStates,
  ...crossingStates,
  ...decisionStates,
  ...formStates,
  ...kioskStates,
  ...frameStates,
  ...recordStates,
  ...accessStates,
  ...referralStates,
  ...traceStates,
  ...reportStates,
  ...shiftStates,
  ...signInStates,
  ...officerStates,
  ...setUpStates,
  ...wizardStates,
  ...syncStates,
  ...hubStates,
]
