import { expect, test } from 'vitest'
import { isCrash, remedyFor } from '../../../../main/electron/crash-rule.ts'

const minute = 60_000

test('the first crash loads the page again after half a second', () => {
  expect(remedyFor([0], 0)).toEqual({ do: 'reload', delay: 500 })
})

test('each further crash doubles the delay', () => {
  expect(remedyFor([0, 1, 2, 3, 4], 4)).toEqual({ do: 'reload', delay: 8_000 })
})

test('the sixth crash within ten minutes starts the program over', () => {
  expect(remedyFor([0, 1, 2, 3, 4, 5], 5)).toEqual({ do: 'relaunch' })
})

test('crashes of more than ten minutes ago are forgotten', () => {
  expect(remedyFor([0, 1, 2, 3, 4, 11 * minute], 11 * minute)).toEqual({ do: 'reload', delay: 500 })
})

test('a window that was closed has not crashed', () => {
  expect(isCrash('clean-exit')).toBe(false)
})

test.each(['crashed', 'oom', 'killed', 'launch-failed', 'integrity-failure'])('%s is a crash', (reason) => {
  expect(isCrash(reason)).toBe(true)
})
