/** The lane with the crossings that there are: from one on foot to a full bus. */
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import { turnedAwayBefore } from '../../../shared/domain/crossing/repeats.ts'
import { finding } from '../../../shared/domain/finding/finding.ts'
import { hour, minute, now } from '../clock.ts'
import { aCertificate } from '../fixtures/a-certificate.ts'
import { aCrossing, aVehicle } from '../fixtures/a-crossing.ts'
import { aKiosk } from '../fixtures/a-kiosk.ts'
import { aCard, aResult, aTraveller } from '../fixtures/a-traveller.ts'
import { aVerdict } from '../fixtures/a-verdict.ts'
import { anAnswer } from '../fixtures/an-answer.ts'
import { findingsWith, noResult, positive, toCompare, tooOld } from '../fixtures/findings.ts'
import { an, binh, cuong, nhu, nhuOfTheCard, passengers } from '../fixtures/people.ts'
import { aState, type State } from '../state.ts'
import { presses, until } from '../steps.ts'
import { plate, ready, scanned, selected } from '../ways.ts'

/** The last of these was just scanned, and is valid. */
function scannedLast(crossing: ShownCrossing): Pick<State, 'kiosk' | 'answers' | 'steps'> {
  const last = crossing.travellers.at(-1)
  const certificate = aCertificate({ ...an, name: last?.name ?? an.name, birthDate: last?.birthDate ?? an.birthDate })
  const answer = anAnswer({ verdict: aVerdict({ certificate }), placed: { traveller: last?.id ?? 2, how: 'new' } })
  return { kiosk: aKiosk({ crossing }), answers: { 'scan.verify': () => answer }, steps: scanned }
}

/** Twenty of forty-five: one positive, one too old, one without a result, the others good. */
const inBus = passengers(20).map((of, index) => {
  const findings = { 0: tooOld, 7: positive, 11: noResult, 16: tooOld }[index] ?? findingsWith()
  return aTraveller({ id: 2 + index, of, findings })
})
const bus = aCrossing({
  vehicle: aVehicle({ plate: '29B-456.78', kind: 'bus', carrier: 'Nhà xe Hải Âu', from: 'Bến xe Mỹ Đình' }),
  people: 45,
  travellers: inBus,
})

const four = [
  aTraveller({ id: 2, of: binh, findings: positive }),
  aTraveller({ id: 3, of: cuong, findings: tooOld }),
  aTraveller({ id: 4, of: nhu, findings: toCompare, identity: 'look', evidence: [aResult(nhu), aCard(nhuOfTheCard)] }),
  aTraveller({ id: 5, of: an }),
]
const seenBefore: ShownCrossing['seen'] = {
  seq: 1_190,
  at: now - 3 * hour,
  direction: 'out',
  decision: 'referred',
  people: 3,
  again: false,
  later: false,
}

export const crossingStates: readonly State[] = [
  aState({
    name: 'crossing-positive-driver',
    title: 'a valid passenger behind a positive driver: the crossing is its worst',
    ...scannedLast(aCrossing({ people: 4, travellers: four })),
  }),
  aState({ name: 'crossing-bus', title: 'a bus of 45, 20 of them scanned, some not valid', ...scannedLast(bus) }),
  aState({
    name: 'crossing-motorbike',
    title: 'one person on a motorbike',
    ...scannedLast(aCrossing({ vehicle: aVehicle({ plate: '98B1-234.56', kind: 'motorbike' }) })),
  }),
  aState({ name: 'crossing-on-foot', title: 'one person on foot', ...scannedLast(aCrossing({ vehicle: null })) }),
  aState({
    name: 'crossing-truck',
    title: 'a truck with a trailer on its way out, seen the same way just now',
    ...scannedLast(
      aCrossing({
        direction: 'out',
        vehicle: aVehicle({ plate: '15C-987.65', trailerPlate: '15R-123.45', kind: 'tractor', carrier: 'Vận tải Sao' }),
        seen: { ...seenBefore, at: now - 20 * minute, again: true },
      }),
    ),
  }),
  aState({
    name: 'crossing-returns',
    title: 'a vehicle that came through this morning, before anything is scanned',
    kiosk: aKiosk({ crossing: aCrossing({ travellers: [], seen: seenBefore }) }),
    steps: ready,
  }),
  aState({
    name: 'crossing-standing',
    title: 'what the crossing comes to while no verdict stands',
    kiosk: aKiosk({ crossing: aCrossing({ people: 5, travellers: four }) }),
    steps: ready,
  }),
  aState({
    name: 'crossing-entered-later',
    title: 'a crossing of yesterday, entered from the paper book',
    ...scannedLast(aCrossing({ people: 4, travellers: four, happenedAt: now - 20 * hour, seen: seenBefore })),
  }),
  aState({
    name: 'crossing-next',
    title: 'the next person is awaited',
    ...scannedLast(aCrossing({ people: 2, awaitingNext: true })),
  }),
  aState({
    name: 'crossing-actions',
    title: 'the actions of a person to be compared',
    kiosk: aKiosk({ crossing: aCrossing({ travellers: four }) }),
    steps: selected(4),
  }),
  aState({
    name: 'crossing-repeat',
    title: 'a result that another person showed before',
    ...ofAnother(),
  }),
  aState({
    name: 'crossing-referred-before',
    title: 'somebody referred before, whose next crossing was given up',
    ...referredBefore(),
  }),
  aState({
    name: 'crossing-much-against',
    title: 'people of whom more than one thing is to be said',
    ...muchAgainst(),
  }),
  aState({
    name: 'crossing-plate-before',
    title: 'another plate was typed over the one that stood there',
    kiosk: aKiosk({ crossing: aCrossing({ people: 4, travellers: four, seen: seenBefore }) }),
    answers: {
      'crossing.edit': () =>
        aCrossing({ people: 4, travellers: four, vehicle: aVehicle({ plate: '29A-543.21' }), seen: seenBefore }),
    },
    steps: [...ready, presses('2'), until(`${plate}:focus`), presses('Enter'), until('[data-testid="plate-before"]')],
  }),
]

/** Each was referred or refused before, and is rejected or to be compared now. */
function muchAgainst(): Pick<State, 'kiosk' | 'steps'> {
  const at = { place: 'Chốt kiểm soát dịch Km 98, làn 2', vehicle: '98A-987.65', seenAt: now - 2 * hour }
  const referred = finding('person-referred', at)
  const refused = finding('person-refused', at)
  const forged = aTraveller({
    id: 2,
    of: binh,
    findings: findingsWith(finding('result-positive'), referred),
    turnedAway: referred,
  })
  const travellers = [
    { ...forged, identity: 'different' as const },
    aTraveller({
      id: 3,
      of: cuong,
      findings: findingsWith(finding('sample-too-old', { hours: 80, limit: 72 }), refused),
      turnedAway: refused,
      identity: 'look',
    }),
    aTraveller({ id: 4, of: an, findings: findingsWith(referred), turnedAway: referred, identity: 'same' }),
  ]
  return { kiosk: aKiosk({ crossing: aCrossing({ people: 4, travellers }) }), steps: ready }
}

function referredBefore(): Pick<State, 'kiosk' | 'steps'> {
  const at = { place: 'Chốt kiểm soát dịch Km 98, làn 2', vehicle: '98A-987.65' }
  const words = { vi: 'Kết quả dương tính', en: 'Positive result' }
  const referred = finding('person-referred', { ...at, seenAt: now - 2 * hour })
  const findings = findingsWith(finding('person-abandoned', { ...at, ...words, seenAt: now - hour }), referred)
  const traveller = aTraveller({ of: nhu, findings, turnedAway: turnedAwayBefore(findings) })
  return { kiosk: aKiosk({ crossing: aCrossing({ travellers: [traveller] }) }), steps: selected(2) }
}

function ofAnother(): Pick<State, 'kiosk' | 'answers' | 'steps'> {
  const values = {
    name: nhu.name,
    seenAt: now - 2 * hour,
    place: 'Chốt kiểm soát dịch Km 98, làn 2',
    vehicle: '98A-987.65',
  }
  const findings = findingsWith(finding('certificate-of-another', values))
  const crossing = aCrossing({ travellers: [aTraveller({ of: nhuOfTheCard, findings })] })
  const verdict = aVerdict({ findings, certificate: aCertificate(nhuOfTheCard) })
  return { kiosk: aKiosk({ crossing }), answers: { 'scan.verify': () => anAnswer({ verdict }) }, steps: scanned }
}
