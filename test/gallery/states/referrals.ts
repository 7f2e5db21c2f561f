/** The open referrals, by the chip that counts them. */
import type { ReferralLine, ReferralsAnswer } from '../../../shared/contract/referral-schemas.ts'
import { hour, minute, now } from '../clock.ts'
import { aDay } from '../fixtures/a-day.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { an, nhu, passengers } from '../fixtures/people.ts'
import { aState } from '../state.ts'
import { touches, until, untilAsked } from '../steps.ts'
import { ready } from '../ways.ts'
import { failing } from '../stub-link.ts'

function aReferral({ name, birthDate, number }: typeof an, changes: Partial<ReferralLine> = {}): ReferralLine {
  const vehicle = { onFoot: false, plate: '98A-123.45', trailerPlate: null }
  const person = { name, birthDate, numbers: [number] }
  const found = { reason: 'result-positive', why: null } as const
  return { crossing: 1_190, at: now - hour, enteredLater: false, ...vehicle, ...person, ...found, ...changes }
}

const few: ReferralsAnswer = {
  lines: [
    aReferral(an, { at: now - 12 * minute }),
    aReferral(nhu, {
      plate: '15C-987.65',
      trailerPlate: '15R-123.45',
      at: now - 3 * hour,
      enteredLater: true,
      reason: 'sample-too-old',
      why: { code: 'other', note: 'Sốt 38,5 độ, đã gọi trạm y tế xã Quang Châu cho người ra đón tại chốt' },
    }),
    aReferral(an, { onFoot: true, plate: null, name: null, numbers: [], birthDate: null, at: now - 70 * hour }),
  ],
  more: false,
}

const many: ReferralsAnswer = {
  lines: passengers(300).map((of, index) => aReferral(of, { at: now - (index + 5) * 13 * minute })),
  more: true,
}

const entered = [...ready, touches('[data-testid="referrals"]'), until('[data-testid="records-screen"]')]
const listed = [...entered, until('[data-testid="referrals-open"]')]

export const referralStates = [
  aState({
    name: 'records-referrals',
    title: 'who was sent to the medical post and is waited for',
    kiosk: aKiosk(),
    answers: { 'referrals.open': () => few },
    steps: listed,
  }),
  aState({
    name: 'records-referrals-many',
    title: 'three hundred of them, and there are more',
    kiosk: aKiosk({ day: aDay({ openReferrals: 1_204 }), mode: 'practice' }),
    answers: { 'referrals.open': () => many },
    steps: listed,
  }),
  aState({
    name: 'records-referrals-none',
    title: 'nobody is waited for any more',
    kiosk: aKiosk(),
    steps: [...entered, untilAsked('referrals.open')],
  }),
  aState({
    name: 'records-referrals-failed',
    title: 'the program failed to list them',
    kiosk: aKiosk(),
    answers: { 'referrals.open': failing },
    steps: [...entered, until('[role="alert"]')],
  }),
]
