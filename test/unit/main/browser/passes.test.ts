import { expect, test } from 'vitest'
import { openPasses } from '../../../../main/browser/passes.ts'
import { nameOf } from '../../../../shared/rpc/handshake.ts'

const derived = (digit: string): string => digit.repeat(64)

test('the one-time pass is used once, and another takes its place', () => {
  const passes = openPasses()
  const first = passes.oneTime()
  expect(passes.use(first, derived('a'))).toBe('one-time')
  expect(passes.use(first, derived('b'))).toBeNull()
  expect(passes.find(nameOf(first))).toBeNull()
  expect(passes.oneTime()).not.toBe(first)
})

test('a window comes back with its derived pass as often as it likes', () => {
  const passes = openPasses()
  passes.use(passes.oneTime(), derived('a'))
  expect(passes.find(nameOf(derived('a')))).toBe(derived('a'))
  expect(passes.use(derived('a'), derived('b'))).toBe('window')
  expect(passes.use(derived('a'), derived('c'))).toBe('window')
  expect(passes.find(nameOf(derived('b')))).toBeNull()
})

test('a pass that only has a known name is not used', () => {
  const passes = openPasses()
  passes.use(passes.oneTime(), derived('a'))
  expect(passes.use(`${nameOf(derived('a'))}${'b'.repeat(48)}`, derived('c'))).toBeNull()
})

test('sixteen windows are remembered', () => {
  const passes = openPasses()
  const windows = Array.from({ length: 17 }, (_, index) => index.toString(16).padStart(16, '0').padEnd(64, 'f'))
  for (const window of windows) passes.use(passes.oneTime(), window)
  expect(windows.filter((window) => passes.find(nameOf(window)) !== null)).toEqual(windows.slice(1))
})

test('two runs do not take each other’s passes', () => {
  const [one, other] = [openPasses(), openPasses()]
  expect(other.find(nameOf(one.oneTime()))).toBeNull()
  expect(other.use(one.oneTime(), derived('a'))).toBeNull()
})
