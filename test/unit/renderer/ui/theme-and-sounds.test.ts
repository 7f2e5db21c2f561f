import { describe, expect, it } from 'vitest'
import { patterns } from '../../../../renderer/ui/sounds.ts'
import { nextTheme, themeAt } from '../../../../renderer/ui/theme.ts'

const inVietnam = (clock: string): number => Date.parse(`2026-11-22T${clock}:00+07:00`)

describe('the theme', () => {
  it.each([
    ['05:59', 'night'],
    ['06:00', 'day'],
    ['17:59', 'day'],
    ['18:00', 'night'],
  ])('by itself is, at %s in Viet Nam, %s', (clock, theme) => {
    expect(themeAt('auto', inVietnam(clock))).toBe(theme)
  })

  it('stays as chosen at any hour', () => {
    expect(themeAt('day', inVietnam('23:00'))).toBe('day')
    expect(themeAt('night', inVietnam('12:00'))).toBe('night')
  })

  it('comes round to automatic again', () => {
    expect(nextTheme(nextTheme(nextTheme('auto')))).toBe('auto')
  })
})

describe('the sounds', () => {
  it('differ in rhythm from one to another, so that pitch is not needed to tell them apart', () => {
    const rhythms = Object.values(patterns).map((tones) =>
      tones.map(({ start, length }) => `${start}+${length}`).join(' '),
    )
    expect(new Set(rhythms).size).toBe(5)
  })
})
