/** Every method, called as everybody: the table in the contract is what holds, before input or handler is looked at. */
import { describe, expect, test } from 'vitest'
import { methods, type Handlers, type Method } from '../../shared/contract/contract.ts'
import { anybody, type Caller } from '../../shared/contract/role.ts'
import { handlersWith } from './answers.ts'
import { openMemoryLine } from './wires.ts'

const names = Object.keys(methods) as Method[]
const allowed = (caller: Caller): Method[] => names.filter((name) => methods[name].roles.includes(caller))

/** Calls with an input that fits no schema: who may call hears of that, who may not of nothing but that. */
async function refusalOf(caller: Caller, method: Method, handlers: Handlers = handlersWith({})): Promise<unknown> {
  const line = await openMemoryLine(handlers, () => caller)
  const answered = new Promise<unknown>((resolve) => void line.wire.onMessage(resolve))
  line.wire.send({ id: 1, method, input: 'fits nothing' })
  const answer = (await answered) as { error?: { code: string } }
  await line.close()
  return answer.error?.code
}

describe.each(anybody)('%s', (caller) => {
  test.each(names)('calling %s', async (method) => {
    const may = allowed(caller).includes(method)
    expect(await refusalOf(caller, method)).toBe(may ? 'BAD_REQUEST' : 'NOT_ALLOWED')
  })
})

test('whose session it is is asked at each call, for it may end between two', async () => {
  let caller: Caller = 'it'
  const line = await openMemoryLine(handlersWith({}), () => caller)
  const answers: unknown[] = []
  const hear = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = line.wire.onMessage((message) => {
        answers.push((message as { error: { code: string } }).error.code)
        stop()
        resolve()
      })
    })
  for (const next of ['it', 'officer'] as const) {
    caller = next
    const heard = hear()
    line.wire.send({ id: 1, method: 'crossing.edit', input: 'fits nothing' })
    await heard
  }
  expect(answers).toEqual(['NOT_ALLOWED', 'BAD_REQUEST'])
})

test('nobody may do today what an officer may', () => {
  expect(allowed('nobody')).toEqual(expect.arrayContaining(allowed('officer')))
})

test('who looks after the machine sees no traveller, and who audits decides nothing', () => {
  const ofTravellers = names.filter((name) => /^(crossing|crossings|shift|plates)\./.test(name))
  expect(ofTravellers.length).toBeGreaterThan(5)
  for (const caller of ['it', 'auditor'] as const)
    expect(allowed(caller).filter((name) => ofTravellers.includes(name))).toEqual([])
})
