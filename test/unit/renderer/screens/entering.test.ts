import { describe, expect, it, vi } from 'vitest'
import type { DeskNow } from '../../../../renderer/screens/lane/desk-acts.ts'
import { clearDesk } from '../../../../renderer/screens/lane/desk-state.ts'
import { emptyPerson, noDrafts } from '../../../../renderer/screens/lane/forms/drafts.ts'
import { addPerson, openPaper, paperOf } from '../../../../renderer/screens/lane/forms/entering.ts'
import type { CrossingDeeds } from '../../../../renderer/screens/lane/use-crossing.ts'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import { aCrossing, aTraveller } from './scan-answer.ts'

const without = (id: number) => aTraveller({ id, findings: [finding('result-missing')] })

describe('the paper’s key', () => {
  it('is about the selected person', () => {
    expect(paperOf(aCrossing({ travellers: [without(2), aTraveller({ id: 4 })] }), 4)).toBe(4)
  })

  it('is else about the current one who has no result, else about the first who has none', () => {
    const travellers = [aTraveller({ id: 2 }), without(4), without(6)]
    expect(paperOf(aCrossing({ travellers, current: 6 }), null)).toBe(6)
    expect(paperOf(aCrossing({ travellers, current: 2 }), null)).toBe(4)
  })

  it('is about a person yet to be typed where everybody has a result, or the next one is awaited', async () => {
    const form = { kind: 'person', thenPaper: true }
    for (const crossing of [aCrossing(), aCrossing({ travellers: [without(2)], awaitingNext: true, current: null })]) {
      const lane = laneWith(null, crossing)
      await openPaper(lane)
      expect(lane.onDesk).toHaveBeenCalledWith({ kind: 'opened', form })
    }
  })

  it('waits for the paper that was handed in just now', async () => {
    const lane = laneWith(null, aCrossing({ travellers: [without(2)], current: 2 }), aCrossing())
    await openPaper(lane)
    expect(lane.onDesk).toHaveBeenCalledWith({ kind: 'opened', form: { kind: 'person', thenPaper: true } })
  })
})

describe('a typed person', () => {
  const form = { kind: 'person', thenPaper: true } as const
  const mai = { name: 'Mai', birthDate: '1999', number: null }

  it('joins the crossing, and the form for their paper is opened', async () => {
    const lane = laneWith(aCrossing({ current: 7 }))
    await addPerson(lane, form, mai)
    expect(lane.deeds.enter).toHaveBeenCalledWith({ kind: 'state', traveller: null, ...mai })
    expect(lane.onDesk).toHaveBeenLastCalledWith({ kind: 'opened', form: { kind: 'paper', traveller: 7 } })
  })

  it('is given back to the form where the program did not answer, and the screen says so', async () => {
    const lane = laneWith(null)
    await addPerson(lane, form, mai)
    expect(vi.mocked(lane.onDesk).mock.calls.flat()).toEqual([
      { kind: 'handed-in' },
      { kind: 'opened', form },
      { kind: 'drafted', change: { of: 'person', fields: { ...emptyPerson, name: 'Mai' } } },
    ])
    expect(lane.deeds.remark).toHaveBeenCalledWith('remark.notEdited')
  })
})

/** A lane whose program answers with `answer`, and where a name is half typed. */
/** @param settled the crossing once all changes are answered */
function laneWith(answer: ShownCrossing | null, crossing = aCrossing(), settled = crossing): DeskNow {
  const deeds: CrossingDeeds = {
    edit: vi.fn<CrossingDeeds['edit']>(),
    enter: vi.fn<CrossingDeeds['enter']>(() => Promise.resolve(answer)),
    settle: vi.fn<CrossingDeeds['settle']>(() => Promise.resolve(settled)),
    decide: vi.fn<CrossingDeeds['decide']>(),
    decideFor: vi.fn<CrossingDeeds['decideFor']>(),
    abandon: vi.fn<CrossingDeeds['abandon']>(() => Promise.resolve()),
    undo: vi.fn<() => void>(),
    remark: vi.fn<CrossingDeeds['remark']>(),
  }
  const desk = { ...clearDesk, drafts: { ...noDrafts, person: { ...emptyPerson, name: 'Mai' } } }
  return { crossing, desk, deeds, onDesk: vi.fn<DeskNow['onDesk']>() }
}
