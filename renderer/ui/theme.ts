/** Day or night: bright light blinds the officer after dark, so the night theme is on from 18:00 to 06:00. */
import type { Settings } from '../../shared/contract/schemas.ts'
import { localHour } from '../../shared/language/time.ts'

export type ThemeChoice = Settings['theme']
export type Theme = 'day' | 'night'

const nightBegins = 18
const nightEnds = 6

/** The theme to show at `now` (epoch milliseconds, judged by Viet Nam's clock). */
export function themeAt(choice: ThemeChoice, now: number): Theme {
  if (choice !== 'auto') return choice
  const hour = localHour(now)
  return hour >= nightBegins || hour < nightEnds ? 'night' : 'day'
}

/** What the theme key turns to next. */
export function nextTheme(choice: ThemeChoice): ThemeChoice {
  const order = { auto: 'day', day: 'night', night: 'auto' } as const
  return order[choice]
}
