import { describe, expect, it } from 'vitest'
import {
  clearDesk,
  deskAfterScan,
  deskBeside,
  reduceDesk,
  type Desk,
  type DeskAction,
} from '../../../../renderer/screens/lane/desk-state.ts'
import { aCrossing } from './scan-answer.ts'

const after = (...actions: DeskAction[]): Desk => actions.reduce(reduceDesk, clearDesk)
const asked: DeskAction = { kind: 'opened', form: { kind: 'reason', decision: 'admitted', words: false } }
const person: DeskAction = { kind: 'opened', form: { kind: 'person', touched: false } }
const vehicle: DeskAction = { kind: 'opened', form: { kind: 'vehicle', at: 'first' } }
const decided: DeskAction = { kind: 'decided', decided: { decision: 'refused', seq: 12, slip: '2-12' } }

describe('the desk', () => {
  it('is clear once a decision is on disk, but for what was decided', () => {
    expect(after({ kind: 'selected', traveller: 2 }, asked, decided)).toEqual({
      ...clearDesk,
      decided: { decision: 'refused', seq: 12, slip: '2-12' },
    })
  })

  it('keeps what was decided, and its slip, when the key is pressed twice', () => {
    const twice = after(decided, { kind: 'remarked', remark: 'remark.nobody' })
    expect(twice).toMatchObject({ decided: { slip: '2-12' }, remark: 'remark.nobody' })
  })

  it('has said enough of the last crossing when the next code is scanned', () => {
    expect(deskAfterScan(after(decided, { kind: 'remarked', remark: 'remark.nobody' }))).toEqual(clearDesk)
  })

  it('says that a decision was taken back', () => {
    expect(after(decided, { kind: 'undone' })).toEqual({ ...clearDesk, remark: 'remark.undone' })
  })

  it('closes one thing after another on Escape: words, form, selection, remark', () => {
    const words = after({ kind: 'opened', form: { kind: 'reason', decision: 'refused', words: true } })
    const reasons = reduceDesk(words, { kind: 'left' })
    expect(reasons.form).toEqual({ kind: 'reason', decision: 'refused', words: false })
    expect(reduceDesk(reasons, { kind: 'left' }).form).toBeNull()
    const joining = after({ kind: 'selected', traveller: 2 }, { kind: 'joining' })
    expect(reduceDesk(joining, { kind: 'left' })).toMatchObject({ selected: 2, joining: false })
    expect(after({ kind: 'selected', traveller: 2 }, { kind: 'left' }).selected).toBeNull()
    expect(after({ kind: 'remarked', remark: 'remark.undone' }, { kind: 'left' }).remark).toBeNull()
  })

  it('joins nobody where nobody is selected', () => {
    expect(after({ kind: 'joining' }).joining).toBe(false)
  })
})

describe('a form and the next scan', () => {
  it('is no longer asked for a person whose code is scanned after all', () => {
    expect(deskAfterScan(after(person)).form).toBeNull()
  })

  it('keeps what has been typed of a person', () => {
    expect(deskAfterScan(after(person, { kind: 'touched' })).form).toEqual({ kind: 'person', touched: true })
  })

  it('keeps the vehicle’s fields, and takes back a question about the verdict that was', () => {
    expect(deskAfterScan(after(vehicle)).form).toEqual({ kind: 'vehicle', at: 'first' })
    expect(deskAfterScan(after(asked)).form).toBeNull()
  })
})

describe('the desk beside a changed crossing', () => {
  it('lets go of a traveller who is there no longer', () => {
    const desk = after({ kind: 'selected', traveller: 9 }, { kind: 'opened', form: { kind: 'paper', traveller: 9 } })
    expect(deskBeside(desk, aCrossing())).toMatchObject({ selected: null, form: null })
    const there = after({ kind: 'selected', traveller: 2 }, { kind: 'opened', form: { kind: 'paper', traveller: 2 } })
    expect(deskBeside(there, aCrossing())).toMatchObject({ selected: 2, form: { kind: 'paper' } })
  })
})
