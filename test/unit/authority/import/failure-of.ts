/** How an import that must not succeed ends. */
import { Failure } from '../../../../main/terminal/index.ts'

/** The code of the failure that `act` ends with; null: it succeeded. */
export function failureOf(act: () => unknown): string | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}
