/**
 * Looks at places that may never answer, such as a stick that was pulled out or a share of a computer that is gone. What
 * hangs holds one of the few threads that Node does all its file work with; so few are asked at a time, one that hangs is
 * not asked again before it has answered, and nobody waits for it.
 */

/** Milliseconds: a stick that sleeps wakes in less. */
const patience = 3_000

/** Of the four threads that there are. */
const mostAsked = 2

/** Who is asked, and who has not answered. Whoever looks at sticks looks from `atSticks`, or together they would hold all threads. */
export class WaitingRoom {
  private readonly asked = new Map<string, Promise<unknown>>()
  private readonly patience: number

  /** @param milliseconds after which nobody waits for a place any longer */
  constructor(milliseconds: number = patience) {
    this.patience = milliseconds
  }

  /** Asks each place; answers in their order, without those that did not answer in time or could not be asked now. */
  async ask<T>(places: readonly string[], look: (place: string) => Promise<T>): Promise<T[]> {
    const answers: { place: number; answer: T }[] = []
    const waiting = places.map((place, index) => ({ place, index })).filter(({ place }) => !this.asked.has(place))
    const free = Math.max(0, mostAsked - this.asked.size)
    const one = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { index, place } = next
        const answer = await this.inTime(place, look(place))
        if (answer === null) return
        if ('value' in answer) answers.push({ place: index, answer: answer.value })
      }
    }
    await Promise.all(Array.from({ length: free }, one))
    return answers.toSorted((a, b) => a.place - b.place).map(({ answer }) => answer)
  }

  /** What came; nothing where it failed; null where nothing came in time. */
  private async inTime<T>(place: string, work: Promise<T>): Promise<{ value: T } | { failed: true } | null> {
    const answered = (): void => void this.asked.delete(place)
    const settled = work.then(
      (value) => (answered(), { value }),
      () => (answered(), { failed: true } as const),
    )
    this.asked.set(place, settled)
    const late = Promise.withResolvers<null>()
    const timer = setTimeout(() => late.resolve(null), this.patience)
    try {
      return await Promise.race([settled, late.promise])
    } finally {
      clearTimeout(timer)
    }
  }
}

/** The one waiting room of this program for sticks. */
export const atSticks = new WaitingRoom()
