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

test('while a kiosk has no officers, whoever is there may do everything', () => {
  expect(allowed('unclaimed')).toEqual(names)
})

test('nobody works the lane and signs in, and no more', () => {
  expect(allowed('nobody').toSorted()).toEqual(
    (
      'crossing.abandon crossing.decide crossing.edit crossing.slip crossing.undo kiosk.read lesson.read permission.give plates.suggest ' +
      'scan.verify session.badge session.close session.name session.open session.read session.touch settings.write'
    ).split(' '),
  )
})

test('an officer appoints nobody, corrects and traces nothing', () => {
  const beyond = names.filter((name) => /^(officers\.|crossing\.(amend|void)|crossings\.trace|clock\.)/.test(name))
  expect(beyond.length).toBeGreaterThan(5)
  expect(allowed('officer').filter((name) => beyond.includes(name))).toEqual([])
})

test('who looks after the machine sees no traveller, and who audits decides nothing', () => {
  const ofTravellers = names.filter((name) => /^(crossing|crossings|shift|plates|referrals)\./.test(name))
  expect(ofTravellers.length).toBeGreaterThan(5)
  for (const caller of ['it', 'auditor'] as const)
    expect(allowed(caller).filter((name) => ofTravellers.includes(name))).toEqual([])
})

/** Whose each method is, beside an unclaimed kiosk's. A new one is written here by whoever has thought about it. */
const whose: Readonly<Record<string, string>> = {
  'nobody officer supervisor it auditor':
    'kiosk.read lesson.read scan.verify session.badge session.close session.name session.open session.read session.touch settings.write',
  'nobody officer supervisor':
    'crossing.abandon crossing.decide crossing.edit crossing.slip crossing.undo permission.give plates.suggest',
  'officer supervisor it auditor': 'sync.read',
  'officer supervisor':
    'crossing.note crossing.read crossings.search referrals.open reports.count reports.lanes reports.officers reports.shifts reports.total ' +
    'shift.close shift.duty shift.leave shift.list shift.open shift.read shift.record shift.take',
  'supervisor it auditor': 'officers.list',
  'supervisor it':
    'journal.backUp setUp.renewCard sync.diagnose sync.run trust.install trust.read trust.sticks trust.stop trust.update',
  'supervisor auditor': 'accesses.list',
  supervisor:
    'clock.confirm crossing.amend crossing.void crossings.export crossings.paper crossings.trace journal.export officers.appoint officers.change ' +
    'officers.remove officers.renew officers.unlock oversight.read oversight.see reports.close reports.export reports.places ' +
    'reports.stop sync.beginEpoch',
  it:
    'setUp.begin setUp.believe setUp.change setUp.doctor setUp.export setUp.finish setUp.import setUp.keep setUp.preview setUp.read ' +
    'setUp.recovery sync.authority sync.enrol sync.invited',
}

test('every method is of exactly these roles', () => {
  const found = new Map<string, Method[]>()
  for (const name of names) {
    const callers = anybody.filter((caller) => caller !== 'unclaimed' && allowed(caller).includes(name)).join(' ')
    found.set(callers, [...(found.get(callers) ?? []), name])
  }
  const said = [...found].map(([callers, methodsOf]) => [callers, methodsOf.toSorted().join(' ')])
  expect(Object.fromEntries(said)).toEqual(whose)
})
