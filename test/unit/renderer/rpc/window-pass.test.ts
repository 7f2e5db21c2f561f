import { expect, test } from 'vitest'
import { PassHolder, type PassPlace } from '../../../../renderer/rpc/window-pass.ts'

const [offered, kept] = ['a'.repeat(64), 'b'.repeat(64)]

function place(hash: string, stored: string | null = null): PassPlace & { kept(): string | null; cleared: boolean } {
  let value = stored
  return {
    hash,
    cleared: false,
    kept: () => value,
    clearHash() {
      this.cleared = true
    },
    stored: {
      getItem: () => value,
      setItem: (_name, next) => void (value = next),
      removeItem: () => void (value = null),
    },
  }
}

test('the one-time pass is taken out of the address, and not stored', () => {
  const from = place(`#${offered}`)
  expect(new PassHolder(from).current()).toEqual({ pass: offered, oneTime: true })
  expect(from.cleared).toBe(true)
  expect(from.kept()).toBeNull()
})

test('the derived pass is stored, and a reload goes on with it', () => {
  const from = place(`#${offered}`)
  new PassHolder(from).keep(kept)
  expect(new PassHolder(place('', from.kept())).current()).toEqual({ pass: kept, oneTime: false })
})

test('a new address goes before the pass of the tab', () => {
  expect(new PassHolder(place(`#${offered}`, kept)).current()).toEqual({ pass: offered, oneTime: true })
})

test.each(['', '#', '#x', `#${offered}0`, `#${'A'.repeat(64)}`, '#/lane'])('%j is no pass, and stays', (hash) => {
  const from = place(hash)
  expect(new PassHolder(from).current()).toBeNull()
  expect(from.cleared).toBe(false)
})

test('a stored text that is no pass counts as none', () => {
  expect(new PassHolder(place('', 'x')).current()).toBeNull()
})

test('a pass that was refused is forgotten', () => {
  const from = place('', kept)
  const holder = new PassHolder(from)
  holder.forget()
  expect(holder.current()).toBeNull()
  expect(from.kept()).toBeNull()
})
