/** What came of a trip, in words. */
import { expect, test } from 'vitest'
import { sayTravelled, type Travelled } from '../../../../main/sync/travel.ts'

test.each([
  [1, '1 batch lies on it'],
  [3, '3 batches lie on it'],
])('of %i on a stick it says “%s”', (batches, said) => {
  const folder: Travelled['folder'] = { answer: 'taken', strangers: [] }
  const trip: Travelled = { why: null, batches, folder, retryAfter: null, most: null }
  expect(sayTravelled(trip, { head: 5, receipted: 5, waiting: 0 }).en).toContain(said)
})
