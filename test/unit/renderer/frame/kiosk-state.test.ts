import { describe, expect, it } from 'vitest'
import { reduceKiosk, unknownKiosk, type KioskAction, type KioskState } from '../../../../renderer/frame/kiosk-state.ts'
import type { Standing } from '../../../../shared/contract/schemas.ts'
import { kiosk, standing } from '../../../contract/answers.ts'
import { aCrossing, now } from '../screens/scan-answer.ts'

const doubted = (doubt: Standing['clock']['doubt']): Standing => ({ ...standing, clock: { doubt, knownAt: now } })
const started = (of: Standing): KioskState =>
  reduceKiosk(unknownKiosk, { kind: 'kiosk-read', kiosk: { ...kiosk, standing: of } })
const after = (of: Standing, ...actions: KioskAction[]): KioskState => actions.reduce(reduceKiosk, started(of))

const asked: KioskAction = { kind: 'clock-asked' }
const confirmed: KioskAction = { kind: 'clock-confirmed', standing }

describe('saying that a doubted clock is right', () => {
  it('takes two presses, the second within a while', () => {
    expect(after(doubted('behind'), asked).clockConfirmation).toBe('asked')
    expect(after(doubted('behind'), asked, { kind: 'clock-unanswered' }).clockConfirmation).toBe('none')
  })

  it('takes nothing back that was said since when the second press does not come', () => {
    const done = after(doubted('behind'), asked, confirmed, { kind: 'clock-unanswered' })
    expect(done.clockConfirmation).toBe('done')
    expect(after(doubted('behind'), { kind: 'clock-failed' }, { kind: 'clock-unanswered' }).clockConfirmation).toBe(
      'failed',
    )
  })

  it('is not asked for of a clock that is not doubted, or is in another zone', () => {
    expect(after(standing, asked).clockConfirmation).toBe('none')
    expect(after(doubted('other-zone'), asked).clockConfirmation).toBe('none')
  })

  it('is said to be done until the next scan', () => {
    const done = after(doubted('behind'), asked, confirmed)
    expect(done.clockConfirmation).toBe('done')
    expect(done.kiosk?.standing).toEqual(standing)
    expect(reduceKiosk(done, { kind: 'scanned' }).clockConfirmation).toBe('none')
  })

  it('goes on being asked for while somebody scans', () => {
    expect(after(doubted('behind'), asked, { kind: 'scanned' }).clockConfirmation).toBe('asked')
  })

  it('is said to have failed where the clock is still doubted', () => {
    const still: KioskAction = { kind: 'clock-confirmed', standing: doubted('behind') }
    expect(after(doubted('behind'), asked, still).clockConfirmation).toBe('failed')
  })
})

describe('the kiosk on the screen', () => {
  it('follows what the program tells', () => {
    const ageing = { ...standing, trust: { keys: 2, ages: [], damaged: false } }
    expect(after(standing, { kind: 'standing-changed', standing: ageing }).kiosk?.standing).toEqual(ageing)
    expect(after(standing, { kind: 'crossing-changed', crossing: aCrossing() }).crossing).toEqual(aCrossing())
  })

  it('follows a chosen setting before it is stored', () => {
    const chosen = reduceKiosk(unknownKiosk, { kind: 'settings-chosen', settings: { language: 'en' } })
    expect(chosen.settings).toEqual({ language: 'en', theme: 'auto', camera: null, scannerPrefix: '' })
  })
})
