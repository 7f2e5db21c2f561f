import { describe, expect, it, vi } from 'vitest'
import { obey } from '../../../../renderer/screens/lane/commands.ts'
import {
  abandon,
  admitCounted,
  beginNext,
  bringBack,
  confirmPerson,
  giveReason,
  openForm,
  stepRow,
  toggleOnFoot,
  turnWay,
  typeAtQuestion,
  type DeskNow,
} from '../../../../renderer/screens/lane/desk-acts.ts'
import { clearDesk, type Form } from '../../../../renderer/screens/lane/desk-state.ts'
import type { CrossingDeeds } from '../../../../renderer/screens/lane/use-crossing.ts'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { aCrossing, aTraveller, now } from './scan-answer.ts'

const asking: Form = { kind: 'reason', decision: 'admitted', words: false, only: false }

/** Deeds that only remember what was asked of them. @param settled the crossing once all changes are answered */
function watched(settled: ShownCrossing | null = aCrossing()): CrossingDeeds {
  return {
    edit: vi.fn<CrossingDeeds['edit']>(() => Promise.resolve()),
    enter: vi.fn<CrossingDeeds['enter']>(() => Promise.resolve(aCrossing())),
    settle: vi.fn<CrossingDeeds['settle']>(() => Promise.resolve(settled)),
    decide: vi.fn<CrossingDeeds['decide']>(),
    decideFor: vi.fn<CrossingDeeds['decideFor']>(() => Promise.resolve()),
    abandon: vi.fn<CrossingDeeds['abandon']>(() => Promise.resolve()),
    undo: vi.fn<() => void>(),
    remark: vi.fn<CrossingDeeds['remark']>(),
  }
}

type Given = Partial<Pick<DeskNow, 'crossing' | 'desk'>>

/** A lane, and what it was asked to do. */
function lane(given: Given = {}): DeskNow {
  const { crossing = aCrossing() } = given
  return { desk: clearDesk, deeds: watched(crossing), onDesk: vi.fn<DeskNow['onDesk']>(), ...given, crossing }
}

function done(act: (desk: DeskNow) => void, given: Given = {}): DeskNow {
  const desk = lane(given)
  act(desk)
  return desk
}

describe('a key of the lane', () => {
  it('turns the direction', () => {
    expect(done(turnWay).deeds.edit).toHaveBeenCalledWith({ kind: 'direction', direction: 'out' })
  })

  it('confirms the traveller whose papers are to be compared, and nobody else', () => {
    const unclear = aCrossing({ travellers: [aTraveller({ identity: 'look' })] })
    expect(done(confirmPerson, { crossing: unclear }).deeds.edit).toHaveBeenCalledWith({
      kind: 'confirm',
      traveller: 2,
    })
    const different = aCrossing({ travellers: [aTraveller({ identity: 'different' })] })
    expect(done(confirmPerson, { crossing: different }).deeds.edit).not.toHaveBeenCalled()
    expect(done(confirmPerson).deeds.remark).toHaveBeenCalledWith('remark.nobodyToConfirm')
  })

  it('goes from row to row, and stays at the ends', () => {
    const crossing = aCrossing({ travellers: [aTraveller(), aTraveller({ id: 4 })] })
    const step = (by: -1 | 1, selected: number | null): CrossingDeeds['edit'] =>
      done((on) => stepRow(on, by), { crossing, desk: { ...clearDesk, selected } }).deeds.edit
    expect(step(1, null)).toHaveBeenCalledWith({ kind: 'select', traveller: 2 })
    expect(step(-1, null)).toHaveBeenCalledWith({ kind: 'select', traveller: 4 })
    expect(step(1, 2)).toHaveBeenCalledWith({ kind: 'select', traveller: 4 })
    expect(step(1, 4)).toHaveBeenCalledWith({ kind: 'select', traveller: 4 })
  })

  it('decides for the reason on a figure, and asks for words where the reason is another', () => {
    const desk = { ...clearDesk, form: asking }
    const first = done((on) => void giveReason(on, '1'), { desk })
    expect(first.deeds.decideFor).toHaveBeenCalledWith('admitted', { code: 'papers-seen', note: null })
    const other = done((on) => void giveReason(on, '0'), { desk })
    expect(other.deeds.decideFor).not.toHaveBeenCalled()
    expect(other.onDesk).toHaveBeenCalledWith({ kind: 'opened', form: { ...asking, words: true } })
  })

  it('leaves the plate of this crossing alone where the next one is typed while a question is open, and says so', () => {
    const asked = lane({ desk: { ...clearDesk, form: asking } })
    const field = {} as HTMLInputElement
    expect(typeAtQuestion(asked, field, '29A')).toBe(false)
    expect(field).toEqual({})
    expect(asked.deeds.remark).toHaveBeenCalledWith('remark.asked')
  })

  it('begins the next traveller and offers the form for whoever has no phone', () => {
    const desk = done(beginNext)
    expect(desk.deeds.edit).toHaveBeenCalledWith({ kind: 'next' })
    expect(desk.onDesk).toHaveBeenCalledWith({ kind: 'opened', form: { kind: 'person', thenPaper: false } })
  })
})

describe('the key that brings people back', () => {
  const seen = {
    seq: 5,
    at: now,
    direction: 'in',
    decision: 'admitted',
    people: 4,
    again: false,
    later: false,
  } as const
  const brought = { kind: 'return', of: 5 }
  const earlier = {
    documentKind: null,
    name: null,
    birthDate: null,
    number: null,
    paper: null,
    kind: 'earlier',
    id: 3,
  } as const

  it('brings those of the way in, once', async () => {
    const there = lane({ crossing: aCrossing({ seen }) })
    await bringBack(there)
    expect(there.deeds.edit).toHaveBeenCalledWith(brought)
    const back = lane({ crossing: aCrossing({ seen, travellers: [aTraveller({ evidence: [earlier] })] }) })
    await bringBack(back)
    expect(back.deeds.edit).not.toHaveBeenCalled()
  })

  it('waits for what the plate that was just typed came through with', async () => {
    const quick = { ...lane(), deeds: watched(aCrossing({ seen })) }
    await bringBack(quick)
    expect(quick.deeds.edit).toHaveBeenCalledWith(brought)
  })

  it('says where there is nobody to bring', async () => {
    const nobody = lane()
    await bringBack(nobody)
    expect(nobody.deeds.remark).toHaveBeenCalledWith('remark.nobodyToReturn')
  })
})

describe('the key that abandons the crossing', () => {
  const asked: DeskNow['desk'] = { ...clearDesk, remark: 'remark.abandon.sure' }

  it('asks first', async () => {
    const once = lane()
    await abandon(once)
    expect(once.deeds.remark).toHaveBeenCalledWith('remark.abandon.sure')
    expect(once.deeds.abandon).not.toHaveBeenCalled()
  })

  it('abandons it while what was asked stands, and writes a field that is being left before that', async () => {
    const twice = lane({ desk: asked })
    await abandon(twice)
    expect(vi.mocked(twice.deeds.settle).mock.invocationCallOrder[0]).toBeLessThan(
      vi.mocked(twice.deeds.abandon).mock.invocationCallOrder[0] ?? 0,
    )
  })

  it('says where there is nothing to abandon', async () => {
    const empty = lane({ crossing: aCrossing({ empty: true }), desk: asked })
    await abandon(empty)
    expect(empty.deeds.remark).toHaveBeenCalledWith('remark.abandon.nothing')
  })
})

describe('the count that admitting asked for', () => {
  /** What becomes of it. */
  async function counted(people: number | null): Promise<DeskNow> {
    const asked = lane({ crossing: aCrossing({ people }) })
    await admitCounted(asked)
    return asked
  }

  it('lets those pass who are all there', async () => {
    expect((await counted(1)).deeds.decide).toHaveBeenCalledWith('admitted')
  })

  it('lets nobody pass while somebody is missing, and says so in the place of the form', async () => {
    const missing = await counted(2)
    expect(missing.deeds.decide).not.toHaveBeenCalled()
    expect(missing.onDesk).toHaveBeenCalledWith({ kind: 'left' })
    expect(missing.deeds.remark).toHaveBeenCalledWith('remark.count.missing')
  })

  it('goes on being asked for where no number was written', async () => {
    const none = await counted(null)
    expect(none.deeds.decide).not.toHaveBeenCalled()
    expect(none.onDesk).not.toHaveBeenCalled()
  })
})

describe('keys of the vehicle', () => {
  it('set on foot, once the plate’s field is written, and back', async () => {
    const car = lane()
    await toggleOnFoot(car)
    expect(car.deeds.settle).toHaveBeenCalled()
    expect(car.deeds.edit).toHaveBeenCalledWith({ kind: 'on-foot', onFoot: true })
    const onFoot = lane({ crossing: aCrossing({ vehicle: null }) })
    await toggleOnFoot(onFoot)
    expect(onFoot.deeds.edit).toHaveBeenCalledWith({ kind: 'on-foot', onFoot: false })
  })

  it('open a form, and leave it open when pressed again', () => {
    const people: Form = { kind: 'people', thenAdmit: false }
    expect(done((on) => openForm(on, people)).onDesk).toHaveBeenCalledWith({ kind: 'opened', form: people })
    expect(done((on) => openForm(on, people), { desk: { ...clearDesk, form: people } }).onDesk).not.toHaveBeenCalled()
  })
})

describe('a command code', () => {
  function obeyed(command: Parameters<typeof obey>[0]): CrossingDeeds {
    const deeds = watched()
    obey(command, aCrossing(), deeds)
    return deeds
  }

  it('decides, undoes, turns and goes on to the next person', () => {
    expect(obeyed({ kind: 'decide', decision: 'referred' }).decide).toHaveBeenCalledWith('referred')
    expect(obeyed({ kind: 'undo' }).undo).toHaveBeenCalled()
    expect(obeyed({ kind: 'turn' }).edit).toHaveBeenCalledWith({ kind: 'direction', direction: 'out' })
    expect(obeyed({ kind: 'next' }).edit).toHaveBeenCalledWith({ kind: 'next' })
  })
})
