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
})
