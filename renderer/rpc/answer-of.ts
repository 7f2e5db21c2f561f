/** What the program answered; null where it did not answer, and the screen says so. */
export async function answerOf<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch {
    return null
  }
}
