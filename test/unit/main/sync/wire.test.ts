/** One request over the wire: its time, and what is made of what comes back. */
import { expect, test, vi } from 'vitest'
import { overWire, type Fetch } from '../../../../main/sync/wire/wire.ts'

/** A hub that takes what is sent and says nothing until it is given up. */
const silent: Fetch = (_url, { signal }) =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)))

test('a hub that is slow is given 30 s, and is then said not to have answered in time', async () => {
  const given = new AbortController()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(given.signal)
  const answer = overWire(silent, { url: 'https://hub.example/v1/batches', body: new Uint8Array(1), now: 0 })
  expect(timeout).toHaveBeenCalledExactlyOnceWith(30_000)
  timeout.mockRestore()
  given.abort(new DOMException('too late', 'TimeoutError'))
  expect(await answer).toEqual({ came: false, why: 'timed-out', retryAfter: null })
})
