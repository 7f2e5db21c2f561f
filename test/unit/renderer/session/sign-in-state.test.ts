import { describe, expect, it } from 'vitest'
import { callerOf, may } from '../../../../renderer/frame/session/caller.ts'
import { shortName } from '../../../../renderer/frame/session/officer-name.tsx'
import { saySignIn } from '../../../../renderer/frame/session/session-words.ts'
import {
  closed,
  reduceSignIn,
  type SignIn,
  type SignInAction,
} from '../../../../renderer/frame/session/sign-in-state.ts'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import type { Tries } from '../../../../shared/contract/officers.ts'
import { hung, nobodySignedIn, signedIn, unclaimed } from '../../../gallery/fixtures/an-officer.ts'

const after = (...actions: SignInAction[]): SignIn => actions.reduce(reduceSignIn, closed)
const fresh: Tries = { left: 10, waitSeconds: 0 }
const named = (tries = fresh, by: 'number' | 'badge' = 'number'): SignInAction => ({
  kind: 'named',
  by,
  answer: { ok: true, who: hung, means: 'number', tries },
})
const opened: SignInAction = { kind: 'opened', asleep: null }
const looking = [opened, named(), { kind: 'pin-said' }] as const
const wrong = (tries: Tries): SignInAction => ({ kind: 'answered', answer: { ok: false, why: 'wrong', tries } })

describe('signing in', () => {
  it('asks who it is, then for the PIN, however they were named', () => {
    expect(after(opened).step).toBe('number')
    expect(after(opened, named())).toEqual({ step: 'pin', permits: null, who: hung, said: null })
    // A badge that is scanned with the strip closed opens it, and no more: it only names.
    expect(after(named(fresh, 'badge'))).toEqual({ step: 'pin', permits: null, who: hung, said: null })
    expect(after({ kind: 'opened', asleep: hung })).toMatchObject({ step: 'pin', who: hung })
  })

  it('for a permission stays for that, however whoever permits is named', () => {
    const asked: SignInAction = { kind: 'permit-asked', what: 'rejected' }
    for (const by of ['number', 'badge'] as const)
      expect(after(asked, named(fresh, by))).toEqual({ step: 'pin', permits: 'rejected', who: hung, said: null })
  })

  it('is not left, nor turned to somebody else, while a PIN is looked at', () => {
    for (const action of [{ kind: 'left' }, opened, named()] as const) {
      expect(after(...looking, action)).toEqual({ step: 'looking', permits: null, who: hung })
    }
  })

  it('ends with nothing to say, or with what others did', () => {
    const session = signedIn()
    expect(after(...looking, { kind: 'answered', answer: { ok: true, session, news: [] } })).toEqual(closed)
    const news = [{ at: 0, kind: 'badge.refused', number: '7', name: null, by: null }] as const
    expect(after(...looking, { kind: 'answered', answer: { ok: true, session, news: [...news] } }).step).toBe('news')
  })

  it('says how many tries are left, counts the wait down, and then asks again', () => {
    const waits = after(...looking, wrong({ left: 7, waitSeconds: 2 }))
    const speak = speakIn('vi')
    const said = (state: SignIn): string => (state.step === 'pin' ? saySignIn(speak, state.said) : '')
    expect(said(waits)).toContain('Còn 7 lần thử; thử lại sau 2 giây')
    const second: SignInAction = { kind: 'second' }
    expect(said(reduceSignIn(waits, second))).toContain('1 giây')
    expect(said([second, second].reduce(reduceSignIn, waits))).toBe(speak('signIn.how'))
  })

  it('says that somebody is locked, before and behind a wrong PIN, and goes on saying so', () => {
    const locked = { left: 0, waitSeconds: 0 }
    for (const state of [after(opened, named(locked)), after(...looking, wrong(locked))]) {
      expect(state).toMatchObject({ step: 'pin', said: { what: 'locked' } })
      expect(reduceSignIn(state, { kind: 'second' })).toEqual(state)
    }
  })

  it('goes back to the number where nobody is named', () => {
    const unknown: SignInAction = { kind: 'named', by: 'badge', answer: { ok: false, why: 'unknown' } }
    expect(after(opened, unknown)).toEqual({ step: 'number', permits: null, said: { what: 'badge-unknown' } })
    const unanswered = { kind: 'unanswered', of: 'pin' } as const
    expect(after(...looking, unanswered)).toMatchObject({ step: 'pin', said: { what: 'unanswered' } })
    expect(after(unanswered)).toEqual(closed)
    // Who a badge names that was scanned meanwhile is another question.
    expect(after(...looking, { kind: 'unanswered', of: 'who' })).toMatchObject({ step: 'looking' })
  })
})

describe('whose call it is', () => {
  it('is nobody’s until the program has told, while nobody is there, and while the session sleeps', () => {
    expect(callerOf(null)).toBe('nobody')
    expect(callerOf(nobodySignedIn)).toBe('nobody')
    expect(callerOf(signedIn(hung, { asleep: true }))).toBe('nobody')
    expect(callerOf(signedIn())).toBe('supervisor')
    expect(callerOf(unclaimed)).toBe('unclaimed')
  })

  it('may be what the contract says', () => {
    expect(may(signedIn(), 'officers.appoint')).toBe(true)
    expect(may(signedIn({ ...hung, role: 'auditor' }), 'officers.list')).toBe(true)
    expect(may(signedIn({ ...hung, role: 'auditor' }), 'officers.appoint')).toBe(false)
    expect(may(nobodySignedIn, 'officers.list')).toBe(false)
  })
})

describe('an officer’s short name', () => {
  it('is rank and given name, which comes last', () => {
    expect(shortName(hung)).toBe('Đại úy Hùng')
    expect(shortName({ ...hung, name: 'Hùng' })).toBe('Đại úy Hùng')
  })
})
