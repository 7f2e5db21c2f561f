/** Asks while somebody is still typing: not at every key, and only what was asked last is ever answered. */

export type Answered<Answer> = { kind: 'answered'; answer: Answer } | { kind: 'failed' }

export interface LatestAnswer<Question> {
  /** Asks once nothing else has been asked for a while. */
  ask(question: Question): void
  /** Nothing is heard any more. */
  close(): void
}

/**
 * @param call asks the program
 * @param heard told of the answer to the last question, or that there is none, and of that question
 * @param pause how long nothing else must be asked, milliseconds
 */
export function openLatestAnswer<Question, Answer>(
  call: (question: Question) => Promise<Answer>,
  heard: (answered: Answered<Answer>, question: Question) => void,
  pause: number,
): LatestAnswer<Question> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const forget = (): number => {
    clearTimeout(timer)
    last += 1
    return last
  }
  return {
    ask(question) {
      const asked = forget()
      const hear = (answered: Answered<Answer>): void => {
        if (asked === last) heard(answered, question)
      }
      timer = setTimeout(() => {
        call(question).then(
          (answer) => hear({ kind: 'answered', answer }),
          () => hear({ kind: 'failed' }),
        )
      }, pause)
    },
    close: () => void forget(),
  }
}
