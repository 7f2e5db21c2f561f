import { describe, expect, it } from 'vitest'
import {
  chosenOf,
  hasOneSupervisor,
  reduceOfficers,
  unreadOfficers,
  type OfficersAction,
  type OfficersState,
} from '../../../../renderer/screens/officers/officers-state.ts'
import type { OfficersChanged } from '../../../../shared/contract/officers.ts'
import { anAccount, hung } from '../../../gallery/fixtures/an-officer.ts'

const sau = anAccount({ number: '204118', name: 'Lê Văn Sáu', role: 'officer' })
const gone = anAccount({ number: '204120', removed: true })
const list = [anAccount(), sau, gone]

const listed: OfficersAction = { kind: 'listed', list }
const after = (...actions: OfficersAction[]): OfficersState => actions.reduce(reduceOfficers, unreadOfficers)
const done = (badge: string | null, first = false): OfficersAction => ({
  kind: 'answered',
  deed: 'appoint',
  who: sau,
  answer: { ok: true, badge, officers: list },
  first,
})
const refused = (answer: Extract<OfficersChanged, { ok: false }>): OfficersAction => ({
  kind: 'answered',
  deed: 'appoint',
  who: sau,
  answer,
  first: false,
})

describe('whom the keys are about', () => {
  it('is the first of the list, and whom the arrows choose, as far as it goes', () => {
    expect(after(listed).chosen).toBe(hung.number)
    expect(after(listed, { kind: 'moved', step: -1 }).chosen).toBe(hung.number)
    const down: OfficersAction = { kind: 'moved', step: 1 }
    expect(after(listed, down).chosen).toBe(sau.number)
    expect(after(listed, down, down, down).chosen).toBe(gone.number)
  })

  it('stays who it is when the list is read again, and is nobody where there is none', () => {
    const chosen: OfficersAction = { kind: 'chosen', number: sau.number }
    expect(after(listed, chosen, listed).chosen).toBe(sau.number)
    expect(chosenOf(after({ kind: 'listed', list: [] }))).toBeNull()
  })

  it('is whom something was done about last', () => {
    expect(after(listed, { kind: 'sent' }, done(null)).chosen).toBe(sau.number)
  })
})

describe('a form', () => {
  it('is opened for somebody who is an officer, and closed by leaving it', () => {
    expect(after(listed, { kind: 'began', task: 'renew' }).task).toMatchObject({ kind: 'renew', of: { ...hung } })
    const ofGone: OfficersAction = { kind: 'chosen', number: gone.number }
    expect(after(listed, ofGone, { kind: 'began', task: 'change' }).task).toBeNull()
    expect(after(listed, ofGone, { kind: 'began', task: 'appoint' }).task).toEqual({ kind: 'appoint' })
    expect(after(listed, { kind: 'began', task: 'appoint' }, { kind: 'left' }).task).toBeNull()
  })

  it('stays while the program is at work, and where it has refused, with why', () => {
    const begun = [listed, { kind: 'began', task: 'appoint' }, { kind: 'sent' }] as const
    expect(after(...begun, { kind: 'left' }).task).not.toBeNull()
    const no = after(...begun, refused({ ok: false, why: 'number-taken' }))
    expect(no).toMatchObject({ task: { kind: 'appoint' }, refused: 'number-taken', busy: false })
    expect(after(...begun, refused({ ok: false, why: 'unrecorded', code: 'disk-full' })).refused).toBe('disk-full')
    expect(after(...begun, refused({ ok: false, why: 'unrecorded', code: 'failed' })).refused).toBe('unrecorded')
    expect(after(...begun, { kind: 'unanswered' })).toMatchObject({ task: { kind: 'appoint' }, refused: 'unanswered' })
    expect(reduceOfficers(no, { kind: 'typed' }).refused).toBeNull()
  })
})

describe('removing somebody', () => {
  it('is asked for of whoever was chosen, and forgotten with the next choice', () => {
    const asked = after(listed, { kind: 'remove-pressed' })
    expect(asked.removing).toBe(hung.number)
    expect(reduceOfficers(asked, { kind: 'left' }).removing).toBeNull()
    expect(reduceOfficers(asked, { kind: 'moved', step: 1 }).removing).toBeNull()
  })
})

describe('what is shown once', () => {
  const shown = [listed, { kind: 'sent' }, done('CHOT-BADGE:1')] as const

  it('is a badge, or that there is a first officer, and nothing else', () => {
    expect(after(...shown).given).toMatchObject({ badge: 'CHOT-BADGE:1', first: false, printed: false })
    expect(after(listed, done(null)).given).toBeNull()
    expect(after(listed, done(null, true)).given).toMatchObject({ badge: null, first: true })
  })

  it('goes at one press once it is printed, and at two where it is not', () => {
    const away: OfficersAction = { kind: 'put-away' }
    expect(after(...shown, { kind: 'printed' }, away).given).toBeNull()
    expect(after(...shown, away).given).toMatchObject({ asked: true })
    expect(after(...shown, away, away).given).toBeNull()
    expect(after(listed, done(null, true), away).given).toBeNull()
  })
})

describe('a kiosk’s supervisors', () => {
  it('are one alone where the others were removed, or are officers', () => {
    expect(hasOneSupervisor(after(listed))).toBe(true)
    expect(hasOneSupervisor({ list: [...list, anAccount({ number: '204121' })] })).toBe(false)
    expect(hasOneSupervisor(unreadOfficers)).toBe(false)
  })
})
