import { describe, expect, it } from 'vitest'
import { atLane, reducePlace, type PlaceAction, type PlaceState } from '../../../../renderer/frame/place-state.ts'
import { pauseBeforeReturn, untouchedFor } from '../../../../renderer/frame/use-return.ts'

const after = (...actions: PlaceAction[]): PlaceState => actions.reduce(reducePlace, atLane)

describe('the way between rooms', () => {
  it('closes the list of rooms with every room that is entered', () => {
    expect(after({ kind: 'menu-toggled' }, { kind: 'went', room: 'records' })).toMatchObject({
      room: 'records',
      menu: false,
    })
  })

  it('tells a room that it was entered anew, and to show what', () => {
    const first = after({ kind: 'went', room: 'records', shown: 7 })
    const again = reducePlace(first, { kind: 'went', room: 'records', shown: 7 })
    expect([first.shown, again.visit - first.visit]).toEqual([7, 1])
    expect(reducePlace(again, { kind: 'went', room: 'records' }).shown).toBeNull()
    expect(after({ kind: 'went', room: 'records', shown: 'referrals' }).shown).toBe('referrals')
  })

  it('goes back one thing after another: what lies over the room, then the room', () => {
    const over = after({ kind: 'went', room: 'shift' }, { kind: 'help-toggled' })
    const room = reducePlace(over, { kind: 'left' })
    expect(room).toMatchObject({ room: 'shift', help: false })
    expect(reducePlace(room, { kind: 'left' }).room).toBe('lane')
  })

  it('shows the list of rooms or the help, never both', () => {
    expect(after({ kind: 'menu-toggled' }, { kind: 'help-toggled' })).toMatchObject({ menu: false, help: true })
    expect(after({ kind: 'help-toggled' }, { kind: 'menu-toggled' })).toMatchObject({ menu: true, help: false })
  })
})

describe('a room that is left alone', () => {
  it('gives way to the lane once nobody has touched anything for long', () => {
    expect(pauseBeforeReturn('records', 0, untouchedFor)).toBe(0)
    expect(pauseBeforeReturn('records', 0, untouchedFor - 5)).toBe(5)
  })

  it('stays with a form half filled or a job in sight, and where it is the lane', () => {
    expect(pauseBeforeReturn('records', 1, 10 * untouchedFor)).toBeNull()
    expect(pauseBeforeReturn('lane', 0, 10 * untouchedFor)).toBeNull()
  })
})
