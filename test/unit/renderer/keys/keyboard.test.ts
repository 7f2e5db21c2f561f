import { describe, expect, it, vi } from 'vitest'
import { Keyboard } from '../../../../renderer/keys/keyboard.tsx'

describe('the keyboard', () => {
  it('does what was registered last, and what was before once that is gone', () => {
    const keyboard = new Keyboard()
    const room = vi.fn<() => void>()
    const form = vi.fn<() => void>()
    keyboard.register('leave', room)
    const stop = keyboard.register('leave', form)
    keyboard.press('Escape', false)
    stop()
    keyboard.press('Escape', false)
    expect([room.mock.calls.length, form.mock.calls.length]).toEqual([1, 1])
  })

  it('knows a key for as long as somebody does what it is for', () => {
    const keyboard = new Keyboard()
    const stop = keyboard.register('admit', () => undefined)
    expect(keyboard.knows('F1', true)).toBe(true)
    expect(keyboard.present()).toEqual(['admit'])
    stop()
    expect(keyboard.knows('F1', true)).toBe(false)
    expect(() => keyboard.press('F1', false)).not.toThrow()
  })

  it('has each key shown by one part of the screen: the one that it acts for', () => {
    const keyboard = new Keyboard()
    const nothing = (): void => undefined
    keyboard.register('to-lane', nothing, 'strip')
    expect(keyboard.isTaken('to-lane', 'strip')).toBe(false)
    keyboard.register('leave', nothing, 'step')
    const close = keyboard.register('leave', nothing, 'list of rooms')
    const taken = (): boolean[] => [
      keyboard.isTaken('to-lane', 'strip'),
      keyboard.isTaken('leave', 'step'),
      keyboard.isTaken('leave', 'list of rooms'),
    ]
    expect(taken()).toEqual([true, true, false])
    close()
    expect(taken()).toEqual([true, false, false])
  })

  it('leaves a key its name where the room does the same unseen', () => {
    const keyboard = new Keyboard()
    keyboard.register('undo', () => undefined, 'drawn')
    keyboard.register('undo', () => undefined)
    expect(keyboard.isTaken('undo', 'drawn')).toBe(false)
  })

  it('tells whoever watches that a key may mean something else', () => {
    const keyboard = new Keyboard()
    const watcher = vi.fn<() => void>()
    const stop = keyboard.watch(watcher)
    keyboard.register('leave', () => undefined)()
    stop()
    keyboard.register('leave', () => undefined)
    expect(watcher).toHaveBeenCalledTimes(2)
  })

  it('gives what is typed to the field of whoever is shown last', () => {
    const keyboard = new Keyboard()
    expect(keyboard.typingField()).toBeNull()
    keyboard.registerField(() => null)
    const field = {} as HTMLInputElement
    const stop = keyboard.registerField(() => field)
    expect(keyboard.typingField()).toBe(field)
    stop()
    expect(keyboard.typingField()).toBeNull()
  })

  it('has what is typed made of it what whoever has the field says, and nothing where there is no field', () => {
    const keyboard = new Keyboard()
    const field = {} as HTMLInputElement
    const [below, above] = [vi.fn<(field: unknown, text: string) => void>(), vi.fn<() => void>()]
    keyboard.registerField(() => field, { write: below })
    keyboard.registerField(() => null, { write: above })
    keyboard.type('98A')
    expect(below.mock.calls).toEqual([[field, '98A']])
    expect(above).not.toHaveBeenCalled()
    expect(() => new Keyboard().type('98A')).not.toThrow()
  })

  it('leaves a field by the keys that are never written in it, while they mean something', () => {
    const keyboard = new Keyboard()
    const [plate, name] = [{}, {}] as HTMLInputElement[]
    keyboard.registerField(() => plate ?? null, { leftBy: ['people'] })
    expect(keyboard.leaves('*', plate ?? null)).toBe(false)
    keyboard.register('people', () => undefined)
    keyboard.register('next', () => undefined)
    const asked = [plate, name, null].map((field) => keyboard.leaves('*', field ?? null))
    expect([...asked, keyboard.leaves('+', plate ?? null)]).toEqual([true, false, false, false])
  })
})
