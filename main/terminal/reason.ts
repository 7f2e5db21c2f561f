/** Why something was refused, in every language: the cause of a failure whose sentence quotes `{why}`. */
import type { Sentences } from '../../shared/language/locale.ts'

/** A reason that is no error of the system's, nor of a schema's. */
export class Reason extends Error {
  readonly sentences: Sentences
  constructor(sentences: Sentences) {
    super(sentences.en)
    this.name = 'Reason'
    this.sentences = sentences
  }
}
