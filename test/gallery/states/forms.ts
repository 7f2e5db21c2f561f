/** The lane with a form open. */
import { hour, now } from '../clock.ts'
import { aCrossing, aVehicle } from '../fixtures/a-crossing.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { aCard, aTraveller } from '../fixtures/a-traveller.ts'
import { findingsWith, noResult, tooOld } from '../fixtures/findings.ts'
import { nhu } from '../fixtures/people.ts'
import { aState, type State, type Step } from '../state.ts'
import { presses, touches, until, writes } from '../steps.ts'
import { decide, plate, ready, scanned } from '../ways.ts'
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
    name: 'form-person-unfinished',
    title: 'a decision while a person is half typed',
    ...ofOne(tooOld, nhu),
    steps: [
      ...scanned,
      touches('[data-testid="next"]'),
      until('[data-testid="person-form"]'),
      writes('[data-testid="person-form"] input', nhu.name),
      decide('refused'),
      until('[data-testid="remark"]'),
    ],
  }),
  aState({
    name: 'form-person-paper',
    title: 'a result on paper of somebody who is typed in first',
    kiosk: aKiosk(),
    steps: [...ready, presses('-'), until('[data-testid="person-form"]')],
  }),
  aState({ name: 'form-paper', title: 'a result on paper, nothing chosen yet', ...ofPaper() }),
  aState({
    name: 'form-paper-typed',
    title: 'a result on paper, with the time as it was understood',
    ...ofPaper(
      touches('[data-testid="paper-form"] fieldset button'),
      touches('[data-testid="paper-form"] fieldset:nth-of-type(2) button'),
      writes('[data-testid="paper-form"] input', '0730 2111'),
      until('[data-testid="paper-form"] input'),
    ),
  }),
  aState({
    name: 'form-paper-fault',
    title: 'a result on paper without its result',
    ...ofPaper(touches('[data-testid="paper-form"] button[type="submit"]')),
  }),
  aState({
    name: 'form-vehicle',
    title: 'the rest of a vehicle',
    kiosk: aKiosk({ crossing: aCrossing({ vehicle: aVehicle({ kind: 'bus', carrier: 'Nhà xe Hải Âu' }) }) }),
    steps: [...ready, presses('Control+E'), until('[data-testid="vehicle-form"]')],
  }),
  aState({
    name: 'form-people',
    title: 'how many people there are, and what else is done to a crossing as a whole',
    kiosk: aKiosk({ crossing: aCrossing({ people: 4 }) }),
    steps: [...ready, presses('*'), until('[data-testid="people-form"]')],
  }),
  aState({
    name: 'form-people-admit',
    title: 'people are to be let pass whom nobody has counted',
    ...ofOne(findingsWith()),
    kiosk: aKiosk({ crossing: aCrossing({ vehicle: aVehicle({}) }) }),
    steps: [...scanned, decide('admitted'), until('[data-testid="people-form"]')],
  }),
  aState({
    name: 'form-people-many',
    title: 'more than nine people, by touch',
    kiosk: aKiosk({ crossing: aCrossing({ people: 4 }) }),
    steps: [
      ...ready,
      touches('[data-testid="people-count"]'),
      touches('[data-testid="people-pad"] button:last-child'),
      touches('[data-testid="people-pad"] button:nth-child(2)'),
    ],
  }),
  aState({
    name: 'form-abandon',
    title: 'a crossing is to be abandoned: asked once',
    ...ofOne(tooOld, nhu),
    steps: [...scanned, presses('Delete'), until('[data-testid="remark"]')],
  }),
  aState({
    name: 'form-plate-pad',
    title: 'a plate by touch, with plates of today that it may mean',
    ...ofOne(findingsWith()),
    kiosk: aKiosk({ crossing: aCrossing({ vehicle: aVehicle({ plate: null }) }) }),
    answers: { ...ofOne(findingsWith()).answers, 'plates.suggest': () => suggested },
    steps: [
      ...scanned,
      touches('[data-testid="plate-pad-opener"]'),
      until('[data-testid="plate-pad"]'),
      ...[9, 8, 12].map((place) => touches(`[data-testid="plate-pad"] button:nth-child(${place})`)),
      until('[data-testid="plates"]'),
    ],
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

/** The form for somebody’s paper, and what is done in it. */
function ofPaper(...steps: readonly Step[]): Pick<State, 'kiosk' | 'steps'> {
  return {
    kiosk: aKiosk({ crossing: aCrossing({ travellers: [withoutResult] }) }),
    steps: [...ready, presses('-'), until('[data-testid="paper-form"]'), ...steps],
  }
}
