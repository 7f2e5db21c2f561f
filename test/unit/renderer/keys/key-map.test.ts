import { describe, expect, it } from 'vitest'
import { chordsOf, deedOf, deeds, meaningOf, type Deed } from '../../../../renderer/keys/key-map.ts'

const placesOf = (deed: Deed): string => meaningOf(deed).place

describe('the key map', () => {
  it('has no chord twice in one place', () => {
    const taken = deeds.flatMap((deed) => chordsOf(deed).map((chord) => `${placesOf(deed)} ${chord}`))
    expect(taken.filter((each, index) => taken.indexOf(each) !== index)).toEqual([])
  })

  it('has no chord of a room that the frame has in every room, but for the way back', () => {
    const everywhere = new Set(deeds.filter((deed) => placesOf(deed) === 'everywhere').flatMap(chordsOf))
    everywhere.delete('Escape')
    const clashes = deeds.filter(
      (deed) => placesOf(deed) !== 'everywhere' && chordsOf(deed).some((chord) => everywhere.has(chord)),
    )
    expect(clashes).toEqual([])
  })

  it('keeps the first three function keys for decisions, or for nothing', () => {
    const first = deeds.filter((deed) => chordsOf(deed).some((chord) => /^(F|Alt\+)[123]$/.test(chord)))
    expect(first).toEqual(['admit', 'refuse', 'refer'])
  })

  it('has a second chord for every function key', () => {
    for (const deed of deeds) {
      const [key = '', second] = chordsOf(deed)
      if (/^F\d/.test(key)) expect(second).toMatch(/^Alt\+.$/)
    }
    expect(chordsOf('admit')).toEqual(['F1', 'Alt+1'])
    expect(chordsOf('language')).toEqual(['F10', 'Alt+0'])
    expect(chordsOf('menu')).toEqual(['F12', 'Alt+M'])
  })
})

describe('a key that is pressed', () => {
  it('means nothing where nobody does what it is for', () => {
    expect(deedOf('F1', [], false)).toBeNull()
    expect(deedOf('F1', ['admit'], false)).toBe('admit')
    expect(deedOf('Alt+1', ['admit'], false)).toBe('admit')
  })

  it('is a decision in a field too', () => {
    expect(deedOf('F1', ['admit'], true)).toBe('admit')
    expect(deedOf('Alt+2', ['refuse'], true)).toBe('refuse')
    expect(deedOf('Escape', ['leave'], true)).toBe('leave')
  })

  it('is left to a field that writes or moves with it', () => {
    const present: Deed[] = ['next', 'paper', 'people', 'on-foot', 'abandon', 'press', 'undo', 'turn']
    present.push('row.up', 'choice.1', 'help')
    for (const key of ['+', '-', '*', '/', 'Delete', ' ', 'Backspace', 'Home', 'ArrowUp', '1', '?']) {
      expect(deedOf(key, present, true)).toBeNull()
      expect(deedOf(key, present, false)).not.toBeNull()
    }
    expect(deedOf('ArrowDown', ['records.down'], true)).toBe('records.down')
  })

  it('is of what is open first, then of the room, then of the frame', () => {
    expect(deedOf('Escape', ['leave', 'to-lane'], false)).toBe('leave')
    expect(deedOf('Escape', ['to-lane', 'leave'], false)).toBe('leave')
    expect(deedOf('F8', ['correct.void', 'records.export'], false)).toBe('correct.void')
  })

  it('is of the list of rooms before whatever lies beneath, whichever came last', () => {
    expect(deedOf('1', ['choice.1', 'room.1'], false)).toBe('room.1')
    expect(deedOf('1', ['room.1', 'choice.1'], false)).toBe('room.1')
    expect(deedOf('Escape', ['room.lane', 'leave', 'to-lane'], false)).toBe('room.lane')
  })

  it('that the map has not is nobody’s', () => {
    expect(['Tab', 'Enter', 'Ctrl+C', 'toString'].map((key) => deedOf(key, deeds, false))).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
