import { describe, expect, it, vi } from 'vitest'
import { obey } from '../../../../renderer/screens/lane/commands.ts'
import { clearDesk, type Form } from '../../../../renderer/screens/lane/desk-state.ts'
import { doDeed, type DeskDeeds } from '../../../../renderer/screens/lane/do-deed.ts'
import { commands } from '../../../../shared/domain/command-code.ts'
import { deedOf, type LaneDeed } from '../../../../renderer/screens/lane/lane-deeds.ts'
import { firstState, type LaneState } from '../../../../renderer/screens/lane/lane-state.ts'
import { aCrossing, aTraveller, now } from './scan-answer.ts'

const outside = { inField: false, form: null }
const inside = { inField: true, form: null }
const asking: Form = { kind: 'reason', decision: 'admitted', words: false }

/** A lane's deeds that only remember what was asked of them. */
function watched(): DeskDeeds {
  return {
    edit: vi.fn<DeskDeeds['edit']>(() => Promise.resolve()),
    decide: vi.fn<DeskDeeds['decide']>(),
    decideFor: vi.fn<DeskDeeds['decideFor']>(),
    undo: vi.fn<() => void>(),
    remark: vi.fn<DeskDeeds['remark']>(),
    onDesk: vi.fn<DeskDeeds['onDesk']>(),
    details: vi.fn<() => void>(),
    picture: vi.fn<() => void>(),
    clock: vi.fn<() => void>(),
    camera: vi.fn<() => void>(),
    theme: vi.fn<() => void>(),
    language: vi.fn<() => void>(),
    records: vi.fn<() => void>(),
  }
}

const laneWith = (changes: Partial<LaneState> = {}): LaneState => ({ ...firstState, crossing: aCrossing(), ...changes })
function done(deed: LaneDeed, state: LaneState = laneWith()): DeskDeeds {
  const able = watched()
  doDeed(deed, state, able)
  return able
}

describe('the keyboard of the lane', () => {
  it('has the three decisions on the first three function keys, in a field too', () => {
    for (const where of [outside, inside]) {
      expect(['F1', 'F2', 'F3'].map((key) => deedOf(key, where))).toEqual([
        { kind: 'decide', decision: 'admitted' },
        { kind: 'decide', decision: 'refused' },
        { kind: 'decide', decision: 'referred' },
      ])
    }
  })

  it('leaves a field the keys that it writes and moves with', () => {
    for (const key of ['+', '=', ' ', 'Backspace', 'Home', 'ArrowUp', 'ArrowDown', '1', 'a']) {
      expect(deedOf(key, inside)).toBeNull()
    }
  })

  it('takes digits for reasons only while a reason is asked for', () => {
    expect(deedOf('3', outside)).toBeNull()
    expect(deedOf('3', { inField: false, form: asking })).toEqual({ kind: 'reason', digit: '3' })
  })

  it('never lets the page be loaded again or searched by its own keys', () => {
    for (const key of ['F5', 'F12', 'Ctrl+F', 'F3']) expect(deedOf(key, inside)).not.toBeNull()
  })

  it('leaves other keys to the page', () => {
    expect(['Tab', 'Enter', 'Ctrl+C', 'toString'].map((key) => deedOf(key, outside))).toEqual([null, null, null, null])
  })
})

describe('a deed', () => {
  it('turns the direction', () => {
    expect(done({ kind: 'turn' }).edit).toHaveBeenCalledWith({ kind: 'direction', direction: 'out' })
  })

  it('brings back the people of the way in, once', () => {
    const seen = { seq: 5, at: now, direction: 'in', decision: 'admitted', people: 4, again: false } as const
    const typed = laneWith({ crossing: aCrossing({ seen }) })
    expect(done({ kind: 'return' }, typed).edit).toHaveBeenCalledWith({ kind: 'return', of: 5 })
    const earlier = {
      documentKind: null,
      name: null,
      birthDate: null,
      number: null,
      paper: null,
      kind: 'earlier',
      id: 3,
    } as const
    const back = aCrossing({ seen, travellers: [aTraveller({ evidence: [earlier] })] })
    expect(done({ kind: 'return' }, laneWith({ crossing: back })).edit).not.toHaveBeenCalled()
    expect(done({ kind: 'return' }).edit).not.toHaveBeenCalled()
  })

  it('confirms the traveller whose papers are to be compared, and nobody else', () => {
    const unclear = laneWith({ crossing: aCrossing({ travellers: [aTraveller({ identity: 'look' })] }) })
    expect(done({ kind: 'same-person' }, unclear).edit).toHaveBeenCalledWith({ kind: 'confirm', traveller: 2 })
    const different = laneWith({ crossing: aCrossing({ travellers: [aTraveller({ identity: 'different' })] }) })
    expect(done({ kind: 'same-person' }, different).edit).not.toHaveBeenCalled()
    expect(done({ kind: 'same-person' }).remark).toHaveBeenCalledWith('remark.nobodyToConfirm')
  })

  it('goes from row to row, and stays at the ends', () => {
    const crossing = aCrossing({ travellers: [aTraveller(), aTraveller({ id: 4 })] })
    const at = (selected: number | null): LaneState => laneWith({ crossing, desk: { ...clearDesk, selected } })
    const select = (traveller: number): unknown[] => [{ kind: 'select', traveller }]
    expect(done({ kind: 'row', step: 1 }, at(null)).edit).toHaveBeenCalledWith(...select(2))
    expect(done({ kind: 'row', step: -1 }, at(null)).edit).toHaveBeenCalledWith(...select(4))
    expect(done({ kind: 'row', step: 1 }, at(2)).edit).toHaveBeenCalledWith(...select(4))
    expect(done({ kind: 'row', step: 1 }, at(4)).edit).toHaveBeenCalledWith(...select(4))
  })

  it('decides for the reason on a digit, and asks for words where the reason is another', () => {
    const state = laneWith({ desk: { ...clearDesk, form: asking } })
    const first = done({ kind: 'reason', digit: '1' }, state)
    expect(first.decideFor).toHaveBeenCalledWith('admitted', { code: 'papers-seen', note: null })
    const other = done({ kind: 'reason', digit: '0' }, state)
    expect(other.decideFor).not.toHaveBeenCalled()
    expect(other.onDesk).toHaveBeenCalledWith({ kind: 'opened', form: { ...asking, words: true } })
  })

  it('begins the next traveller and offers the form for whoever has no phone', () => {
    const able = done({ kind: 'next' })
    expect(able.edit).toHaveBeenCalledWith({ kind: 'next' })
    expect(able.onDesk).toHaveBeenCalledWith({ kind: 'opened', form: { kind: 'person', touched: false } })
  })
})

describe('a command code', () => {
  function obeyed(command: Parameters<typeof obey>[0], changes: Partial<LaneState> = {}): DeskDeeds {
    const able = watched()
    obey(command, laneWith(changes), able)
    return able
  }

  it('decides, undoes, turns and goes on to the next person', () => {
    expect(obeyed({ kind: 'decide', decision: 'referred' }).decide).toHaveBeenCalledWith('referred')
    expect(obeyed({ kind: 'undo' }).undo).toHaveBeenCalled()
    expect(obeyed({ kind: 'turn' }).edit).toHaveBeenCalledWith({ kind: 'direction', direction: 'out' })
    expect(obeyed({ kind: 'next' }).edit).toHaveBeenCalledWith({ kind: 'next' })
  })

  it('does nothing while the recorded crossings are looked through', () => {
    for (const command of commands) {
      const { decide, undo, edit } = obeyed(command, { records: { crossing: null } })
      for (const deed of [decide, undo, edit]) expect(deed).not.toHaveBeenCalled()
    }
  })
})
