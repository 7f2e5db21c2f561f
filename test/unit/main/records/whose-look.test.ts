/** A look at people stands in the name of whoever looked, and nobody's look is hidden behind another's. */
import { beforeEach, expect, test, vi } from 'vitest'
import { readEntries } from '../../../../main/journal/index.ts'
import { LaneMemory } from '../../../../main/lane/index.ts'
import { recordsRoom } from '../../../../main/records/index.ts'
import { keys } from '../../../fixtures/secrets.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { crossingOf, recordedBy } from '../journal/crossing-of.ts'
import { goodPin, openDesk } from '../officers/officers-in.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => vi.useRealTimers()
})

type Parts = Parameters<typeof recordsRoom>[0]

const any = { from: null, to: null, decision: null, direction: null } as const
const complaint = { code: 'complaint', note: null } as const
const routine = { code: 'routine-check', note: null } as const
const vehicle = {
  subject: { kind: 'plate', plate: '98A-123.45' },
  from: now - 1,
  to: now + 1,
  withinMinutes: 15,
} as const

/** A desk with officers 1000 and 1001, supervisors both, and the records of a crossing; each look as its kind and who signed it. */
async function desk() {
  const { sessions, appoint, journal, folder } = await openDesk()
  for (const number of ['1000', '1001']) await appoint(number, 'supervisor')
  const seq = recordedBy(journal, crossingOf(), now)
  const unasked = {} as Pick<Parts, 'lane' | 'today' | 'referrals' | 'trust' | 'checkpoint' | 'papers'>
  const session = {
    read: () => sessions.current().read(),
    beforeLeaving: (listener: () => void) => sessions.beforeLeaving(listener),
  }
  const { handlers } = recordsRoom({ ...unasked, journal, memory: new LaneMemory(), session, now: () => now })
  const looks = () =>
    [...readEntries(folder, keys.journal)]
      .filter(({ entry }) => entry.kind.startsWith('access.'))
      .map(({ entry, payload }) => {
        const { found, because } = JSON.parse(payload ?? '{}')
        return [entry.kind, entry.officer, ...(found === undefined ? [] : [found]), because?.code]
      })
  const arrive = (number: string) => sessions.current().open(number, goodPin)
  const search = (text: string) => handlers['crossings.search']({ ...any, text, because: complaint })
  return { sessions, handlers, seq, looks, arrive, search }
}

test.each([
  ['signs out', async ({ sessions }: Awaited<ReturnType<typeof desk>>) => sessions.desk.leave()],
  ['is taken over from', async ({ arrive }: Awaited<ReturnType<typeof desk>>) => arrive('1001')],
])('a search is theirs who searched, though whoever did %s at once', async (_, go) => {
  const there = await desk()
  await there.arrive('1000')
  await there.search('nguyen van an')
  await go(there)
  vi.advanceTimersByTime(5000)
  expect(there.looks()).toEqual([['access.searched', '1000', 1, 'complaint']])
})

test('a search of the desk and one of a command are each their own, whichever comes between', async () => {
  const { sessions, arrive, search, looks } = await desk()
  await arrive('1000')
  const visit = sessions.visit()
  await visit.run(() => arrive('1001'))
  await search('nguyen van an')
  await visit.run(() => search('nguyen'))
  vi.advanceTimersByTime(5000)
  expect(looks().map(([, officer]) => officer)).toEqual(['1000', '1001'])
})

test('a record that somebody has just opened is opened by the next one too, and stands in their name', async () => {
  const { handlers, arrive, seq, looks } = await desk()
  await arrive('1000')
  await handlers['crossing.read']({ seq, because: complaint })
  await arrive('1001')
  await handlers['crossing.read']({ seq, because: complaint })
  expect(looks().map(([kind, officer]) => [kind, officer])).toEqual([
    ['access.opened', '1000'],
    ['access.opened', '1001'],
  ])
})

test('a trace that somebody has just seen is a look of the next one too', async () => {
  const { handlers, arrive, looks } = await desk()
  await arrive('1000')
  await handlers['crossings.trace']({ ...vehicle, because: complaint })
  await arrive('1001')
  await handlers['crossings.trace']({ ...vehicle, because: complaint })
  expect(looks().map(([, officer]) => officer)).toEqual(['1000', '1001'])
})

test('a look for another reason is another look', async () => {
  const { handlers, arrive, seq, looks } = await desk()
  await arrive('1000')
  for (const because of [complaint, routine, complaint]) {
    await handlers['crossing.read']({ seq, because })
    await handlers['crossings.trace']({ ...vehicle, because })
  }
  expect(looks().map((look) => `${String(look[0])} ${String(look.at(-1))}`)).toEqual([
    'access.opened complaint',
    'access.traced complaint',
    'access.opened routine-check',
    'access.traced routine-check',
    'access.traced complaint',
  ])
})

test('who types too much and takes it back has looked for what that showed', async () => {
  const { arrive, search, looks, sessions } = await desk()
  await arrive('1000')
  await search('nguyen van an xx')
  await search('nguyen van an')
  sessions.desk.leave()
  expect(looks()).toEqual([['access.searched', '1000', 1, 'complaint']])
})
