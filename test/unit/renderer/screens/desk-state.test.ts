import { describe, expect, it } from 'vitest'
import {
  clearDesk,
  deskAfterScan,
  deskBeside,
  reduceDesk,
  unfinishedOn,
  type Desk,
  type DeskAction,
} from '../../../../renderer/screens/lane/desk-state.ts'
import { aCrossing } from './scan-answer.ts'

const after = (...actions: DeskAction[]): Desk => actions.reduce(reduceDesk, clearDesk)
const asked: DeskAction = { kind: 'opened', form: { kind: 'reason', decision: 'admitted', words: false, only: false } }
const person: DeskAction = { kind: 'opened', form: { kind: 'person', thenPaper: false } }
const vehicle: DeskAction = { kind: 'opened', form: { kind: 'vehicle' } }
const words: DeskAction = { kind: 'opened', form: { kind: 'reason', decision: 'refused', words: true, only: false } }
const paper: DeskAction = { kind: 'opened', form: { kind: 'paper', traveller: 2 } }
const typesName: DeskAction = { kind: 'drafted', change: { of: 'person', fields: { name: 'Mai' } } }
const choosesResult: DeskAction = {
  kind: 'drafted',
  change: { of: 'paper', traveller: 2, fields: { result: 'positive' } },
}
const typesReason: DeskAction = { kind: 'drafted', change: { of: 'reason', decision: 'refused', words: 'Xe' } }
const decided: DeskAction = {
  kind: 'decided',
  decided: { decision: 'refused', seq: 12, slip: '2-12', plate: '98A-123.45', people: 1, above: null },
}

describe('the desk', () => {
  it('is clear once a decision is on disk, but for what was decided', () => {
    expect(after({ kind: 'selected', traveller: 2 }, asked, decided)).toEqual({
      ...clearDesk,
      decided: { decision: 'refused', seq: 12, slip: '2-12', plate: '98A-123.45', people: 1, above: null },
    })
  })

  it('keeps what was decided, and its slip, when the key is pressed twice', () => {
    const twice = after(decided, { kind: 'remarked', remark: 'remark.nobody' })
    expect(twice).toMatchObject({ decided: { slip: '2-12' }, remark: 'remark.nobody' })
  })

  it('has said enough of the last crossing when the next code is scanned', () => {
    expect(deskAfterScan(after(decided, { kind: 'remarked', remark: 'remark.nobody' }))).toEqual(clearDesk)
  })

  it('keeps the plate that another was typed over, the first of several, until the crossing is over', () => {
    const over = (plate: string) => ({ kind: 'typed-over', plate }) as const
    const twice = after(over('98A-123.45'), over('29A-543.21'))
    expect(twice.plateBefore).toBe('98A-123.45')
    expect(deskAfterScan(twice).plateBefore).toBe('98A-123.45')
    expect(reduceDesk(twice, decided).plateBefore).toBeNull()
    expect(reduceDesk(twice, { kind: 'abandoned' }).plateBefore).toBeNull()
  })

  it('says that a decision was taken back', () => {
    expect(after(decided, { kind: 'undone' })).toEqual({ ...clearDesk, remark: 'remark.undone' })
  })

  it('closes one thing after another on Escape: words, form, selection, remark', () => {
    const reasons = reduceDesk(after(words), { kind: 'left' })
    expect(reasons.form).toEqual({ kind: 'reason', decision: 'refused', words: false, only: false })
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
    expect(deskAfterScan(after(person, typesName))).toEqual(after(person, typesName))
  })

  it('keeps a reason that is being written in words, and what is written of it', () => {
    expect(deskAfterScan(after(words, typesReason))).toEqual(after(words, typesReason))
  })

  it('keeps what is chosen of a paper', () => {
    expect(deskAfterScan(after(paper, choosesResult))).toEqual(after(paper, choosesResult))
  })

  it('keeps the vehicle’s fields, and takes back a question about the verdict that was', () => {
    expect(deskAfterScan(after(vehicle)).form).toEqual({ kind: 'vehicle' })
    expect(deskAfterScan(after(asked)).form).toBeNull()
  })
})

describe('what is half typed', () => {
  it('outlives another form that is opened over it, and a row that is selected', () => {
    const desk = after(person, typesName, vehicle, { kind: 'selected', traveller: 2 })
    expect(desk.drafts.person.name).toBe('Mai')
  })

  it('goes with its form once that is handed in, or closed', () => {
    for (const kind of ['handed-in', 'left'] as const) {
      expect(after(person, typesName, { kind })).toEqual(clearDesk)
      expect(unfinishedOn(after(paper, choosesResult, { kind }))).toBeNull()
    }
  })

  it('goes with a crossing that is decided, or abandoned', () => {
    expect(after(words, typesReason, decided).drafts).toEqual(clearDesk.drafts)
    expect(after(person, typesName, { kind: 'abandoned' }).drafts).toEqual(clearDesk.drafts)
  })

  it('is of one decision only, where it is a reason', () => {
    expect(after(words, typesReason).drafts.words).toEqual({ refused: 'Xe' })
  })

  it('keeps a reason while its list is shown again', () => {
    expect(after(words, typesReason, { kind: 'left' }).drafts.words).toEqual({ refused: 'Xe' })
  })

  it('is to be finished before a decision where it is a person or a paper, the open form before others', () => {
    expect(unfinishedOn(after(person))).toBeNull()
    expect(unfinishedOn(after(words, typesReason))).toBeNull()
    expect(unfinishedOn(after(person, typesName))).toMatchObject({ kind: 'person' })
    expect(unfinishedOn(after(person, typesName, vehicle))).toMatchObject({ kind: 'person' })
    expect(unfinishedOn(after(person, typesName, paper, choosesResult))).toMatchObject({ kind: 'paper', traveller: 2 })
  })
})

describe('the desk beside a changed crossing', () => {
  it('of a paper’s result is what the first figure says, whatever figure comes with it, and what is touched then', () => {
    const figure = (result: 'negative' | 'positive'): DeskAction => ({
      kind: 'drafted',
      change: { of: 'paper-result', traveller: 2, result },
    })
    const chosen = (desk: Desk): unknown => desk.drafts.papers[2]?.result
    const both = [figure('negative'), figure('positive')].reduce(reduceDesk, clearDesk)
    expect(chosen(both)).toBe('negative')
    const touched: DeskAction = {
      kind: 'drafted',
      change: { of: 'paper', traveller: 2, fields: { result: 'positive' } },
    }
    expect(chosen(reduceDesk(both, touched))).toBe('positive')
  })

  it('lets go of the paper of somebody who is there no longer', () => {
    const gone: DeskAction = { kind: 'drafted', change: { of: 'paper', traveller: 9, fields: { number: 'GD4' } } }
    expect(unfinishedOn(after(gone))).toMatchObject({ kind: 'paper', traveller: 9 })
    expect(unfinishedOn(deskBeside(after(gone), aCrossing()))).toBeNull()
  })

  it('lets go of a traveller who is there no longer', () => {
    const desk = after({ kind: 'selected', traveller: 9 }, { kind: 'opened', form: { kind: 'paper', traveller: 9 } })
    expect(deskBeside(desk, aCrossing())).toMatchObject({ selected: null, form: null })
    const there = after({ kind: 'selected', traveller: 2 }, { kind: 'opened', form: { kind: 'paper', traveller: 2 } })
    expect(deskBeside(there, aCrossing())).toMatchObject({ selected: 2, form: { kind: 'paper' } })
  })
})
