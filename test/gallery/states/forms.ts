/** The lane with a form open. */
import { hour, now } from '../clock.ts'
import { aCrossing, aVehicle } from '../fixtures/a-crossing.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { aCard, aTraveller } from '../fixtures/a-traveller.ts'
import { findingsWith, noResult, tooOld } from '../fixtures/findings.ts'
import { nhu } from '../fixtures/people.ts'
import { aState, type State } from '../state.ts'
import { touches, until, writes } from '../steps.ts'
import { plate, ready, scanned } from '../ways.ts'
import { ofOne } from './verdicts.ts'

const suggested = ['98A-123.45', '98A-120.07', '98A-129.99', '98A-100.12', '98A-111.11', '98A-108.88'].map(
  (each, index) => ({ plate: each, at: now - (1 + index) * hour, direction: 'out' as const, people: 1 + index }),
)

const withoutResult = aTraveller({ of: nhu, findings: noResult, evidence: [aCard(nhu)] })

export const formStates: readonly State[] = [
  aState({
    name: 'form-person',
    title: 'a person is typed in, beside a verdict',
    ...ofOne(tooOld, nhu),
    steps: [
      ...scanned,
      touches('[data-testid="next"]'),
      until('[data-testid="person-form"]'),
      writes('[data-testid="person-form"] input', nhu.name),
    ],
  }),
  aState({
    name: 'form-paper',
    title: 'a result on paper is typed in',
    kiosk: aKiosk({ crossing: aCrossing({ travellers: [withoutResult] }) }),
    steps: [
      ...ready,
      touches('[data-traveller="2"]'),
      touches('[data-testid="traveller-actions"] button'),
      until('[data-testid="paper-form"]'),
    ],
  }),
  aState({
    name: 'form-vehicle',
    title: 'the rest of a vehicle, and how many people there are',
    kiosk: aKiosk({ crossing: aCrossing({ vehicle: aVehicle({ kind: 'bus', carrier: 'Nhà xe Hải Âu' }) }) }),
    steps: [...ready, touches('[data-testid="people-count"]'), until('[data-testid="vehicle-form"]')],
  }),
  aState({
    name: 'form-plate',
    title: 'plates of today that a few characters may mean',
    ...ofOne(findingsWith()),
    kiosk: aKiosk({ crossing: aCrossing({ vehicle: aVehicle({ plate: null }) }) }),
    answers: { ...ofOne(findingsWith()).answers, 'plates.suggest': () => suggested },
    steps: [...scanned, writes(plate, '98a1'), until('[data-testid="plates"]')],
  }),
]
