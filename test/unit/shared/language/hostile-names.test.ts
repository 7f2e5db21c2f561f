/** The same hostile names in every place of the screen and in print where a name can appear. */
import { createElement, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { unknownKiosk } from '../../../../renderer/frame/kiosk-state.ts'
import { LastCrossings } from '../../../../renderer/screens/lane/last-crossings.tsx'
import { StatusLine } from '../../../../renderer/frame/status-line.tsx'
import { TravellerRow } from '../../../../renderer/screens/lane/crossing/traveller-row.tsx'
import { sayVehicle } from '../../../../renderer/screens/lane/crossing/vehicle-words.ts'
import { VerdictPanel } from '../../../../renderer/screens/lane/verdict/verdict-panel.tsx'
import { CrossingFacts } from '../../../../renderer/screens/records/crossing/crossing-facts.tsx'
import { FoundLines } from '../../../../renderer/screens/records/search/search-part.tsx'
import { HandoverPage } from '../../../../renderer/screens/shift/handover-page.tsx'
import { TraceTable } from '../../../../renderer/screens/records/trace/trace-table.tsx'
import type { ScanAnswer } from '../../../../shared/contract/schemas.ts'
import { kiosk } from '../../../contract/answers.ts'
import { besideIsolates, harmful, hostileNames } from '../../../fixtures/hostile-names.ts'
import { aRecord } from '../../../fixtures/shifts.ts'
import { aFrame, drawnIn } from '../../renderer/frame/a-frame.ts'
import * as records from '../../renderer/records/recorded.ts'
import * as lane from '../../renderer/screens/scan-answer.ts'
import { ignored, html, scan, card } from './hostile-answers.ts'

function panel(answer: ScanAnswer, detailsOpen: boolean): ReactElement {
  const view = { kind: 'shown', scan: { id: 1, text: 'x', source: 'camera' }, answer, at: lane.now } as const
  const desk = { selected: null, decided: null, remark: null }
  const nothing = { crossing: null, desk, dead: false, undoable: false, chooser: null }
  const deaf = { onSamePerson: ignored, onOtherPerson: ignored, onUndo: ignored }
  return createElement(VerdictPanel, { view, detailsOpen, ...nothing, ...deaf })
}

/** A recorded traveller all of whose texts are hostile. */
function traveller(name: string) {
  const person = records.aTraveller({ name, birthDate: name, numbers: [name, name] })
  return {
    ...person,
    certificate: person.certificate && { ...person.certificate, id: name, name },
    documents: [{ scan: 4, kind: 'citizen-card' as const, number: name }],
    paper: { method: 'unknown' as const, result: 'negative' as const, sampledAt: null, laboratory: name, number: name },
  }
}

const vehicle = (name: string) => ({ plate: name, trailerPlate: name, kind: null, carrier: name, from: name, to: name })
const line = (name: string) => records.aLine({ plate: name, trailerPlate: name, names: [name, name] })
const traced = (name: string) => records.aTraceLine({ plate: name, name, birthDate: name, numbers: [name, name] })

/** Where a name can appear on the screen and in print. */
const screens: readonly (readonly [place: string, shown: (name: string) => string])[] = [
  ['the verdict', (name) => html(panel(scan(name), false))],
  ['the details of a verdict', (name) => html(panel(scan(name), true))],
  ['a card', (name) => html(panel(card(name), false))],
  ['the details of a card', (name) => html(panel(card(name), true))],
  [
    'a traveller of the crossing',
    (name) => {
      const person = lane.aTraveller({ name, birthDate: name })
      const row = { driver: true, followed: true, current: false, selected: false, onPress: ignored } as const
      return html(createElement(TravellerRow, { traveller: person, ...row }))
    },
  ],
  [
    'the vehicle of the crossing',
    (name) =>
      html(createElement('p', null, sayVehicle('vi', speakIn('vi'), lane.aCrossing({ vehicle: vehicle(name) })))),
  ],
  [
    'the last crossings',
    (name) =>
      html(createElement(LastCrossings, { lines: [line(name), { ...line(name), plate: null }], onOpen: ignored })),
  ],
  [
    'the status line',
    (name) => {
      const known = { ...unknownKiosk, kiosk: { ...kiosk, checkpoint: { name, lane: name } } }
      return drawnIn(aFrame({ kiosk: known }), createElement(StatusLine, { now: 0, onMenu: ignored }))
    },
  ],
  [
    'the crossings that are found',
    (name) =>
      html(
        createElement(FoundLines, {
          found: { kind: 'answered', answer: { lines: [line(name)], more: false } },
          onOpen: ignored,
        }),
      ),
  ],
  [
    'an opened crossing',
    (name) => {
      const recorded = records.aRecorded(
        { vehicle: vehicle(name), travellers: [traveller(name)], reason: { code: 'order', note: name } },
        { plate: name, trailerPlate: name },
      )
      return html(createElement(CrossingFacts, { recorded, onTrace: ignored }))
    },
  ],
  [
    'the table of a trace',
    (name) => html(createElement(TraceTable, { answer: { lines: [traced(name)], more: false }, onOpen: ignored })),
  ],
  [
    'the handover record of a shift',
    (name) => {
      const who = { number: '204118', name, rank: name, role: 'officer' } as const
      const why = { code: 'other', note: name } as const
      const correction = { seq: 9, at: records.now, kind: 'voided', of: 7, by: who, why } as const
      const corrections = { lines: [correction], more: false }
      const changes = [{ what: 'policy', was: name, is: name } as const]
      const orders = [{ seq: 8, at: records.now, changes, acknowledged: [{ who, at: records.now }] }]
      const post = { name, lane: name }
      const record = aRecord({ kiosk: name, post, outgoing: who, absent: name, corrections, orders })
      return html(createElement(HandoverPage, { record, headCode: null, kiosk }))
    },
  ],
]

describe.each(screens)('%s', (_place, shown) => {
  it.each(hostileNames)('shows a name that %s as one harmless text', (_attempt, name) => {
    const drawn = shown(name)
    expect(besideIsolates(drawn)).not.toMatch(harmful)
    expect(drawn).not.toContain('\n')
    expect(drawn).not.toMatch(/<script|<img|" onmouseover/)
    expect(drawn.length).toBeLessThan(40_000)
  })
})

it('there are fifty-two of them', () => expect(new Set(hostileNames.map(([, name]) => name)).size).toBe(52))
