import { afterEach, describe, expect, test } from 'vitest'
import { Jobs } from '../../../../main/background/jobs.ts'
import type { countingJobs } from './counting-thread.ts'

const open = (): Jobs<typeof countingJobs> =>
  new Jobs(new URL('./counting-thread.ts', import.meta.url), { folder: '/journal', key: new Uint8Array([1, 2]) })

const opened: Jobs<typeof countingJobs>[] = []
const jobs = (): Jobs<typeof countingJobs> => {
  const one = open()
  opened.push(one)
  return one
}
afterEach(() => Promise.all(opened.splice(0).map((each) => each.close())))

describe('a job', () => {
  test('answers with its output, and has said how far it is to the end', async () => {
    const heard: [number, number | null][] = []
    const { ended } = jobs().start('count', { to: 1000 }, (done, total) => heard.push([done, total]))
    expect(await ended).toEqual({ kind: 'done', output: 1000 })
    expect(heard.at(-1)).toEqual([1000, 1000])
  })

  test('is given the journal and what opens it', async () => {
    const { ended } = jobs().start('whereIsTheJournal', null)
    expect(await ended).toEqual({ kind: 'done', output: '/journal 1 2' })
  })

  test('ends where it is when it is cancelled, though its thread never rests', async () => {
    const begun = Promise.withResolvers<void>()
    const job = jobs().start('endless', null, () => begun.resolve())
    await begun.promise
    job.cancel()
    expect(await job.ended).toEqual({ kind: 'cancelled' })
  })

  test('that is cancelled before it began does nothing', async () => {
    const job = jobs().start('count', { to: 1000 })
    job.cancel()
    expect(await job.ended).toEqual({ kind: 'cancelled' })
  })

  test('that fails says why, with the code of what failed', async () => {
    const { ended } = jobs().start('fail', { code: 'ENOSPC' })
    expect(await ended).toEqual({ kind: 'failed', code: 'ENOSPC', why: 'the stick was pulled' })
  })

  test('whose thread goes away has failed', async () => {
    const { ended } = jobs().start('vanish', null)
    expect(await ended).toEqual({ kind: 'failed', code: null, why: 'the thread ended with status 7' })
  })
})

test('closing cancels what runs, and waits until it is gone', async () => {
  const all = open()
  const both = [all.start('endless', null), all.start('endless', null)]
  await all.close()
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }])
})
