/** Whatever comes in over the contract is bounded: every member of every input, and no value of any is ever INTERNAL. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApp, type App } from '../../main/app.ts'
import { methods, type Input, type Method } from '../../shared/contract/contract.ts'
import type { Settings } from '../../shared/contract/schemas.ts'
import { now } from '../fixtures/certificates.ts'
import { secrets } from '../fixtures/secrets.ts'
import { theTotals } from '../fixtures/shifts.ts'
import { openMemoryLine, type Line } from './wires.ts'

const reason = { code: 'other', note: 'theo lệnh' } as const
const vehicle = { plate: '98A-123.45', trailerPlate: null, kind: 'car', carrier: 'a', from: 'b', to: 'c' } as const
const paper = { laboratory: 'CDC', number: '1', sampledAt: now, method: 'naat', result: 'negative' } as const

const who = { number: '1042', name: 'Trần Văn Hùng', rank: 'Thiếu úy', role: 'officer' } as const
const checkpoint = { name: 'Cầu', lane: '1', province: '', zoneMinutes: 420 } as const

const scope = { from: now, to: now + 1, officer: '1042', direction: 'in', decision: 'admitted', lane: '2' } as const

/** Inputs of every method that are right, of every variant that has members of its own. */
const right: { [M in Method]: Input<M>[] } = {
  'kiosk.read': [{}],
  'scan.verify': [
    { text: '024099001234||Nguyễn Văn An|26021999|Nam|Bắc Giang|01012021', source: 'camera', obeyed: true },
  ],
  'crossing.edit': [
    { kind: 'state', traveller: null, name: 'Bé Na', birthDate: '2018-01-31', number: '1' },
    { kind: 'paper', traveller: 2, result: paper },
    { kind: 'vehicle', fields: vehicle },
    { kind: 'direction', direction: 'out' },
    { kind: 'on-foot', onFoot: false },
    { kind: 'origin-zone', zone: 3 },
    { kind: 'people', people: 2 },
    { kind: 'happened-at', at: now - 60_000 },
    { kind: 'next' },
    { kind: 'part', evidence: 1 },
    { kind: 'join', traveller: 2, into: 4 },
    { kind: 'confirm', traveller: 2 },
    { kind: 'driver', traveller: 2 },
    { kind: 'select', traveller: 2 },
    { kind: 'return', of: 1 },
    { kind: 'remove', traveller: 999 },
  ],
  'crossing.abandon': [{}],
  'crossing.decide': [{ decision: 'referred', reason }],
  'crossing.undo': [{}],
  'crossing.read': [{ seq: 1, because: null }],
  'crossing.slip': [{ seq: 1 }],
  'crossing.amend': [{ of: 1, decision: 'refused', vehicle, happenedAt: now - 60_000, why: reason }],
  'crossing.void': [{ of: 1, why: reason }],
  'crossing.note': [{ of: 1, text: 'trạm y tế gọi lại' }],
  'plates.suggest': [{ text: '98A' }],
  'crossings.search': [
    {
      text: 'nguyen',
      from: now,
      to: now + 1,
      decision: 'referred',
      direction: 'in',
      because: { code: 'complaint', note: null },
    },
  ],
  'referrals.open': [{}],
  'crossings.trace': [
    { subject: { kind: 'plate', plate: '98A-123.45' }, from: now, to: now + 1, withinMinutes: 30, because: null },
    {
      subject: { kind: 'person', number: '1', name: 'An', birthDate: '1999' },
      from: now,
      to: now,
      withinMinutes: 0,
      because: { code: 'authority-request', note: 'CDC Bắc Ninh, 118' },
    },
  ],
  'crossings.export': [
    { subject: { kind: 'plate', plate: '98A-123.45' }, from: now, to: now + 1, withinMinutes: 30, because: null },
  ],
  'crossings.paper': [
    { subject: { kind: 'plate', plate: '98A-123.45' }, from: now, to: now + 1, withinMinutes: 30, because: null },
  ],
  'journal.export': [{ entries: 1 }],
  'journal.backUp': [{}],
  'lesson.read': [{}],
  'accesses.list': [
    { person: 'Nguyễn Văn An', before: null },
    { person: null, before: 7 },
  ],
  'shift.close': [{ confirmed: theTotals() }],
  'shift.duty': [{}],
  'shift.leave': [{ closed: 7, absent: 'ca sau đến muộn' }],
  'shift.list': [{ before: null }, { before: 7 }],
  'shift.open': [{}],
  'shift.read': [{}],
  'shift.record': [{ seq: 7 }],
  'shift.take': [
    { closed: 7, orders: null },
    { closed: null, orders: 7 },
  ],
  'reports.count': [scope],
  'reports.total': [scope],
  'reports.shifts': [{}],
  'reports.officers': [{}],
  'reports.lanes': [{}],
  'reports.places': [{}],
  'reports.export': [
    {
      ...scope,
      format: 'csv',
      semicolon: false,
      appendix: false,
      identities: true,
      reason: 'a',
      language: 'vi',
      target: { kind: 'file', path: '/nowhere/a.csv' },
    },
  ],
  'reports.stop': [{}],
  'reports.close': [{ day: '2020-01-01' }],
  'clock.confirm': [{}],
  'session.read': [{}],
  'session.badge': [{ text: 'CHOT-BADGE:1042:0000-0000-0000-0000-0000-0000-000' }],
  'session.name': [{ number: '1042' }],
  'session.open': [{ number: '1042', pin: '739164' }],
  'session.close': [{}],
  'session.touch': [{}],
  'permission.give': [{ what: 'rejected', number: '1042', pin: '739164' }],
  'oversight.read': [{}],
  'oversight.see': [{ crossing: 1 }],
  'officers.list': [{}],
  'officers.appoint': [{ who, pin: '12', means: 'badge' }],
  'officers.renew': [{ number: '1042', pin: '739164', means: 'number' }],
  'officers.change': [who],
  'officers.remove': [{ number: '1042' }],
  'officers.unlock': [{ number: '1042' }],
  'setUp.read': [{}],
  'setUp.preview': [{ from: '/nowhere', serverAuthority: '/nowhere.pem', profile: 'open' }],
  'setUp.believe': [{ from: '/nowhere', serverAuthority: '/nowhere.pem', fingerprint: 'e3b0' }],
  'setUp.begin': [
    {
      checkpoint,
      trust: { from: '/nowhere', serverAuthority: '/nowhere.pem', fingerprint: 'ab' },
      secret: { kept: 'passphrase', passphrase: 'một câu dài' },
    },
  ],
  'setUp.finish': [{ recoveryCode: '0' }],
  'setUp.change': [checkpoint],
  'setUp.keep': [{ passphrase: 'một câu dài', secret: { kept: 'open' } }],
  'setUp.recovery': [{ passphrase: 'một câu dài' }],
  'setUp.renewCard': [{}],
  'setUp.export': [{ folder: '/nowhere' }],
  'setUp.import': [{ file: '/nowhere' }],
  'setUp.doctor': [{}],
  'sync.read': [{}],
  'sync.run': [{ folder: '/nowhere' }, { folder: null }],
  'sync.invited': [
    { from: 'text', text: 'CHOT-ENROL:1' },
    { from: 'file', path: '/nowhere' },
  ],
  'sync.authority': [{ invitation: { from: 'text', text: 'CHOT-ENROL:1' }, place: '/nowhere' }],
  'sync.enrol': [{ invitation: { from: 'text', text: '{}' }, fingerprint: '' }],
  'sync.beginEpoch': [{}],
  'sync.diagnose': [{ folder: null }],
  'trust.read': [{}],
  'trust.sticks': [{}],
  'trust.update': [{ from: '/nowhere', serverAuthority: '/nowhere.pem' }],
  'trust.install': [{ root: 'e30=' }],
  'trust.stop': [{}],
  'settings.write': [{ language: 'vi', theme: 'night', camera: 'a' }],
}

const nested = (depth: number): unknown => (depth === 0 ? null : [nested(depth - 1)])

/** What nobody means. Both shells carry these; JSON makes null of what is no number. */
const hostile: readonly unknown[] = [
  1e300,
  -1e300,
  2 ** 53,
  8.64e15 + 1,
  -1,
  0,
  0.5,
  '',
  '\u0000',
  '\ud800',
  '*'.repeat(120),
  '9'.repeat(120),
  'A '.repeat(60),
  'x'.repeat(16_384),
  ' '.repeat(16_384),
  '\u0301'.repeat(16_384),
  '\ufdfa'.repeat(120),
  '9999-99-99',
  '__proto__',
  true,
  null,
  undefined,
  {},
  [1],
  nested(200),
]

const isMembered = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The paths of all members of a value, at any depth. */
function pathsOf(value: unknown): string[][] {
  if (!isMembered(value)) return [[]]
  return [[], ...Object.entries(value).flatMap(([name, member]) => pathsOf(member).map((path) => [name, ...path]))]
}

function withMember(value: unknown, [name, ...rest]: readonly string[], member: unknown): unknown {
  if (name === undefined) return member
  const object = isMembered(value) ? value : {}
  return { ...object, [name]: withMember(object[name], rest, member) }
}

describe('hostile input', () => {
  let app: App
  let line: Line
  let profile = ''
  let id = 0

  beforeAll(async () => {
    profile = mkdtempSync(join(tmpdir(), 'chot-hostile-'))
    mkdirSync(join(profile, 'trust'))
    const about = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'real' }
    writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(about))
    writeFileSync(join(profile, 'trust', 'keys.json'), '{"keys":[]}')
    const stored: Settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' }
    const settings = { read: () => stored, write: (change: Partial<Settings>) => Object.assign(stored, change) }
    const ports = { now: () => now, settings, secrets, log: () => undefined }
    app = await openApp({ profile, version: '1', ports })
    line = await openMemoryLine(app.handlers)
  })

  afterAll(async () => {
    await line.close()
    app.close()
    rmSync(profile, { recursive: true, force: true })
  })

  /** The code of the fault that a call is answered with; null: it was answered. */
  function faultOf(method: string, input: unknown): Promise<string | null> {
    id += 1
    return new Promise((resolve) => {
      const stop = line.wire.onMessage((message) => {
        const answer = message as { id: number; error?: { code: string } }
        stop()
        resolve(answer.error?.code ?? null)
      })
      line.wire.send({ id, method, input })
    })
  }

  test.each(Object.keys(methods) as Method[])('of %s is answered or a BAD_REQUEST', async (method) => {
    const failed: unknown[] = []
    for (const input of right[method]) {
      expect(await faultOf(method, input), JSON.stringify(input)).toBeNull()
      for (const path of pathsOf(input)) {
        // A call without an input at all is no call: nobody answers it.
        for (const member of path.length === 0 ? hostile.filter((each) => each !== undefined) : hostile) {
          const code = await faultOf(method, withMember(input, path, member))
          if (code !== null && code !== 'BAD_REQUEST') failed.push([path.join('.'), member, code])
        }
        const more = await faultOf(method, withMember(input, [...path, 'more'], 1))
        if (more === 'INTERNAL') failed.push([path.join('.'), 'more', more])
      }
      await faultOf('crossing.abandon', {})
      await faultOf('scan.verify', right['scan.verify'][0])
    }
    expect(failed).toEqual([])
    expect(line.faults.splice(0)).toEqual([])
    // And the kiosk can still be read, with all that was taken in.
    expect(await faultOf('kiosk.read', {})).toBeNull()
  })
})
