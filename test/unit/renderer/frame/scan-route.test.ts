import { describe, expect, it } from 'vitest'
import { roomNames, type RoomName } from '../../../../renderer/frame/place-state.ts'
import { kindOfScan, scanKinds, type ScanKind } from '../../../../renderer/frame/scans/scan-kind.ts'
import { routeOf, type RoomScan, type ScanRoute } from '../../../../renderer/frame/scans/scan-route.ts'
import { anybody, type Caller } from '../../../../shared/contract/role.ts'
import { codeOf } from '../../../fixtures/certificates.ts'

/** Verified, and the lane is shown for it. */
const lane: ScanRoute = { to: 'lane', turn: true, obeyed: false }
/** Verified and on record, and the room stays. */
const recorded: ScanRoute = { to: 'lane', turn: false, obeyed: false }
const obeyed: ScanRoute = { to: 'lane', turn: false, obeyed: true }
const room = (what: RoomScan): ScanRoute => ({ to: 'room', what })

/** The whole table: what each kind does in each room, for each session, with no field and with a field armed. */
function expected(kind: ScanKind, where: RoomName, session: Caller, armed: boolean): ScanRoute {
  const table: Record<ScanKind, Record<RoomName, ScanRoute>> = {
    result: {
      lane,
      records: lane,
      reports: lane,
      sync: lane,
      'set-up': lane,
      shift: lane,
      officers: lane,
      accesses: lane,
      help: lane,
    },
    card: {
      lane,
      records: lane,
      reports: lane,
      sync: lane,
      'set-up': lane,
      shift: lane,
      officers: lane,
      accesses: lane,
      help: lane,
    },
    other: {
      lane: recorded,
      records: recorded,
      reports: recorded,
      sync: recorded,
      'set-up': recorded,
      shift: recorded,
      officers: recorded,
      accesses: recorded,
      help: recorded,
    },
    command: {
      lane: obeyed,
      records: recorded,
      reports: recorded,
      sync: recorded,
      'set-up': recorded,
      shift: recorded,
      officers: recorded,
      accesses: recorded,
      help: recorded,
    },
    badge: everywhere({ to: 'sign-in' }),
    export: { ...everywhere({ to: 'nowhere', what: 'export' }), reports: room('export') },
    enrolment: {
      ...everywhere({ to: 'nowhere', what: 'enrolment' }),
      ...((session === 'it' || session === 'unclaimed') && {
        sync: room('enrolment'),
        'set-up': { to: 'other-room', what: 'enrolment', room: 'sync' },
      }),
    },
    doctor: { ...everywhere({ to: 'nowhere', what: 'doctor' }), 'set-up': room('doctor') },
  }
  return armed && kind === 'card' ? { to: 'field' } : table[kind][where]
}

function everywhere(route: ScanRoute): Record<RoomName, ScanRoute> {
  return Object.fromEntries(roomNames.map((name) => [name, route])) as Record<RoomName, ScanRoute>
}

const cells = scanKinds.flatMap((kind) =>
  roomNames.flatMap((where) =>
    anybody.flatMap((session) => [false, true].map((armed) => [kind, where, session, armed] as const)),
  ),
)

describe('a scanned code', () => {
  it.each(cells)('that is a %s in the room %s for %s, armed: %s, goes where the table says', (...cell) => {
    const [kind, where, session, armed] = cell
    expect(routeOf(kind, { room: where, session, armed, tried: false })).toEqual(expected(...cell))
  })

  it.each(scanKinds)('that is a %s is a trial while camera and scanner are being tried', (kind) => {
    const place = { room: 'set-up', session: 'nobody', armed: true, tried: true } as const
    expect(routeOf(kind, place)).toEqual({ to: 'trial', what: kind })
  })
})

describe('the kind of a scanned text', () => {
  it.each([
    ['result', codeOf()],
    ['result', 'HC1:NOT BASE45 AT ALL!'],
    ['result', 'shc:/5676290952432060346029243740446031222959532654603460292540772804336028702864716745222809286000'],
    ['card', '024099001234|012345678|Nguyễn Văn An|26021999|Nam|Bắc Giang|01012021'],
    ['command', 'CHOT:CHO-QUA:ABC'],
    ['command', 'chot:cho-qua:abc\r'],
    ['badge', 'CHOT-BADGE:12:ABCDEF'],
    ['export', '{"kiosk":"demo","seq":12,"at":1,"hash":"ab","signature":"cd"}'],
    ['export', 'CHOT-EXPORT:ABC'],
    ['enrolment', 'CHOT-ENROL:ABC'],
    ['doctor', 'CHOT-TEST:1'],
    ['other', 'https://example.org/'],
    ['other', 'CHOT'],
  ] as const)('%s: %s', (kind, text) => {
    expect(kindOfScan(text)).toBe(kind)
  })
})
