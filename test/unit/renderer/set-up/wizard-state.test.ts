import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HeardScan } from '../../../../renderer/frame/scans/use-scans.ts'
import {
  isBegun,
  newWizard,
  numberOf,
  reduceWizard,
  wizardSteps,
  type WizardAction,
  type WizardState,
} from '../../../../renderer/screens/set-up/wizard/wizard-state.ts'
import { aFingerprint, aPreview } from '../../../gallery/fixtures/a-set-up.ts'

const after = (...actions: WizardAction[]): WizardState => actions.reduce(reduceWizard, newWizard)

const next: WizardAction = { kind: 'next' }
const back: WizardAction = { kind: 'back' }
const left: WizardAction = { kind: 'left' }
const named: WizardAction = { kind: 'checkpoint-typed', changed: { name: 'Chốt Km 98', lane: '2' } }
const source = { from: '/media/usb', serverAuthority: null }
const previewed: WizardAction = { kind: 'previewed', previewed: { source, preview: aPreview() } }
const heard = (typed: string): WizardAction => ({ kind: 'heard', heard: typed })
const compared: WizardAction = { kind: 'compared' }
const rightly = heard(aFingerprint.slice(-19))
const kept: WizardAction = {
  kind: 'kept-typed',
  kept: { kept: 'passphrase', passphrase: 'một câu dài', again: 'một câu dài' },
}
const begun: WizardAction = { kind: 'begun', code: 'K7QF-2MXP' }
const finished: WizardAction = { kind: 'finished', place: '/home/chot' }
const toSecret = [named, next, previewed, rightly, compared]
const scan = (given: Partial<HeardScan> = {}): WizardAction => ({
  kind: 'tried',
  scan: { source: 'scanner', what: 'result', fault: null, text: null, ...given },
})

/** What a person and the program can do, in any order. */
const anything = fc.constantFrom<WizardAction>(
  named,
  next,
  back,
  left,
  previewed,
  heard('0000 0000 0000 0000'),
  rightly,
  compared,
  { kind: 'trust-skipped' },
  kept,
  { kind: 'asked' },
  { kind: 'refused', refused: { said: null } },
  { kind: 'source-typed', changed: { from: 'https://a.example' } },
  scan(),
)

describe('setting a checkpoint up', () => {
  it('goes from step to step, each with what it needs', () => {
    const steps = [...toSecret, kept, begun, next, finished, next].reduce<string[]>(
      (seen, _action, index, all) => [...seen, after(...all.slice(0, index + 1)).step],
      [],
    )
    expect([...new Set(steps)]).toEqual([...wizardSteps])
  })

  it('has five steps for a person, the recovery code being of the third', () => {
    expect(wizardSteps.map(numberOf)).toEqual([1, 2, 3, 3, 3, 4, 5])
  })

  it('does not go on without a name, and says what is missing', () => {
    expect(after(next)).toMatchObject({ step: 'checkpoint', fault: 'name' })
    expect(after(next, named)).toMatchObject({ fault: null })
  })

  it('believes nobody before the fingerprint was agreed to', () => {
    expect(after(named, next, rightly, compared)).toMatchObject({ step: 'trust', agreed: false })
    expect(after(...toSecret)).toMatchObject({ step: 'secret', agreed: true })
  })

  it.each([
    ['b855', 'read-short'],
    ['0000 0000 0000 0000', 'read-differs'],
    ['â495 991b 7852 b855', 'read-accented'],
  ])('takes no root by %s, and says why', (typed, fault) => {
    const wrong = after(named, next, previewed, heard(typed), compared)
    expect(wrong).toMatchObject({ step: 'trust', agreed: false, heard: typed, fault })
    expect(reduceWizard(wrong, rightly)).toMatchObject({ fault: null })
  })

  it('keeps nothing that was read out of another root, or before somebody went back', () => {
    expect(after(named, next, rightly, previewed, compared)).toMatchObject({ step: 'trust', agreed: false })
    expect(after(named, next, previewed, rightly, back, previewed, compared)).toMatchObject({ agreed: false })
    expect(after(...toSecret, back, compared)).toMatchObject({ step: 'trust', agreed: false })
  })

  it('wants the fingerprint agreed to again once somebody went back', () => {
    expect(after(...toSecret, back)).toMatchObject({ step: 'trust', agreed: false })
    expect(after(...toSecret, back, back)).toMatchObject({ step: 'trust', previewed: null })
    expect(after(...toSecret, back, back, back)).toMatchObject({ step: 'checkpoint' })
  })

  it('can go on without anybody’s keys', () => {
    const skipped = after(named, next, previewed, back, { kind: 'trust-skipped' })
    expect(skipped).toMatchObject({ step: 'secret', previewed: null, agreed: false })
  })

  it('is agreed to nothing but what was looked at, whatever is pressed in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 40 }), (actions) => {
        const state = after(...actions)
        if (state.agreed) expect(state.previewed).not.toBeNull()
        if (state.step === 'secret' && state.previewed) expect(state.agreed).toBe(true)
      }),
    )
  })

  it('leaves a place that does not answer, and takes no answer that comes later', () => {
    const skipped = after(named, next, { kind: 'asked' }, { kind: 'trust-skipped' }, previewed)
    expect(skipped).toMatchObject({ step: 'secret', previewed: null, busy: false })
  })

  it('does not go back while the program makes what was asked for', () => {
    expect(after(...toSecret, kept, { kind: 'asked' }, back)).toMatchObject({ step: 'secret', busy: true })
  })

  it('lets go of a passphrase when the room is left, and of nothing else', () => {
    const before = after(...toSecret, kept)
    expect(reduceWizard(before, left)).toEqual({
      ...before,
      kept: { kept: 'passphrase', passphrase: '', again: '' },
    })
  })

  it('lets go of a passphrase once it is used', () => {
    expect(JSON.stringify(after(...toSecret, kept, begun))).not.toContain('một câu dài')
  })

  it('shows the code again to whoever wrote it down wrongly, and keeps it no longer than it is needed', () => {
    const typing = after(...toSecret, kept, begun, next)
    expect(reduceWizard(typing, back)).toMatchObject({ step: 'code', code: 'K7QF-2MXP' })
    expect(reduceWizard(typing, finished)).toMatchObject({ step: 'devices', code: null, typed: '' })
  })

  it('does not go back behind what is made', () => {
    for (const made of [[begun], [begun, next, finished], [begun, next, finished, next]]) {
      const there = after(...toSecret, ...made)
      expect(reduceWizard(there, back).step).toBe(there.step)
    }
  })

  it('takes who the checkpoint is from another laptop’s set-up, and where its keys came from', () => {
    const words = { name: 'Chốt Km 98', lane: '1', province: 'Bắc Giang', zoneMinutes: 420 }
    const imported = { kind: 'imported', checkpoint: words, serverAuthority: null } as const
    const filled = after({ ...imported, trustFrom: 'https://a.example' })
    expect(filled.checkpoint).toEqual({ name: 'Chốt Km 98', lane: '1', province: 'Bắc Giang', zone: '+7', proxy: '' })
    expect(filled.source).toEqual({ from: 'https://a.example', serverAuthority: '' })
    const own = after({ ...imported, trustFrom: 'https://a.example', serverAuthority: '/media/usb/chot-set-up.json' })
    expect(own.source.serverAuthority).toBe('/media/usb/chot-set-up.json')
    expect(after({ ...imported, trustFrom: null }).source.from).toBe('')
  })

  it('says what was refused until something else is done', () => {
    const refused = after(named, next, { kind: 'asked' }, { kind: 'refused', refused: { said: null } })
    expect(refused).toMatchObject({ busy: false, refused: { said: null } })
    expect(reduceWizard(refused, { kind: 'source-typed', changed: { from: 'E:\\' } }).refused).toBeNull()
  })

  it('is something to lose from the first letter to the end', () => {
    expect([after(), after(named), after(...toSecret, begun, next, finished, next)].map(isBegun)).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('camera and scanner that are tried', () => {
  it('have read what they read', () => {
    expect(after(scan(), scan({ source: 'camera', what: 'card' })).tried).toMatchObject({
      scanner: { what: 'result' },
      camera: { what: 'card' },
    })
  })

  it('are told of letters that did not arrive, until a code did', () => {
    const broken = scan({ what: null, fault: 'letters-lost' })
    expect(after(broken).tried.scanner).toMatchObject({ what: null, fault: 'letters-lost' })
    expect(after(broken, scan()).tried.scanner).toMatchObject({ what: 'result' })
    expect(after(scan(), broken).tried.scanner).toMatchObject({ what: 'result' })
  })

  it('are neither of them a picture from a file', () => {
    expect(after(scan({ source: 'image' })).tried).toEqual({})
  })
})
