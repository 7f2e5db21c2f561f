/** A paper goes to the printer once, and is gone from the page behind it: the next that is printed is another room's. */
import { useEffect, useEffectEvent } from 'react'

/**
 * Prints what a state has put on the page for paper alone.
 * @param paper the state; another one is printed anew, null prints nothing
 * @param printed the window is done with it: it is to be taken off the page
 */
export function usePrinting(paper: object | null, printed: () => void): void {
  const done = useEffectEvent(printed)
  useEffect(() => {
    if (paper === null) return
    const over = (): void => done()
    window.addEventListener('afterprint', over)
    window.print()
    return () => window.removeEventListener('afterprint', over)
  }, [paper])
}
