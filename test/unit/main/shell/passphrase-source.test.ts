import { EventEmitter } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import { expect, test } from 'vitest'
import { answerShell } from '../../../../main/shell/index.ts'

/** A shell that was started, with what it is told. */
function shell(): { child: ChildProcess; told: unknown[] } {
  const told: unknown[] = []
  const child = Object.assign(new EventEmitter(), { connected: true, send: (message: unknown) => told.push(message) })
  return { child: child as unknown as ChildProcess, told }
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

test('what was given is told, and a person is asked only when that is wanted', async () => {
  let asked = 0
  const typed = async (): Promise<string> => `typed ${(asked += 1)}`
  const { child, told } = shell()
  answerShell(child, { given: null, typed })
  child.emit('message', { passphrase: 'given' })
  await settled()
  expect(told).toEqual([{ passphrase: null }])
  expect(asked).toBe(0)
  child.emit('message', { passphrase: 'typed' })
  await settled()
  expect(told).toEqual([{ passphrase: null }, { passphrase: 'typed 1' }])
})

test('other messages are not answered', async () => {
  const { child, told } = shell()
  answerShell(child, { given: 'a', typed: async () => 'b' })
  for (const message of [null, 'given', { address: 'http://127.0.0.1:1/' }, { passphrase: 'other' }]) {
    child.emit('message', message)
  }
  await settled()
  expect(told).toEqual([])
})
