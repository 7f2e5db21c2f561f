/** The time, for what is shown on the screen. */
import { useEffect, useState } from 'react'

const minute = 60_000

/** Epoch milliseconds, renewed at the beginning of each minute of the machine's clock. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), minute - (now % minute))
    return () => clearTimeout(timer)
  }, [now])
  return now
}
