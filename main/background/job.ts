/** What a job is: work that takes long, done in a thread of its own so that nothing in the lane waits for it. */

/** What a job is given beside its input. */
export interface JobPlace {
  /** The journal's folder; a job opens it to read, and reads in short transactions, so that the log of writes can be emptied. */
  journalFolder: string
  /** Opens the journal, 32 bytes. A job never holds a key that signs. */
  journalKey: Uint8Array
  /** Says how far the job is. `total` is null while it is not known. */
  progress: (done: number, total: number | null) => void
  /** Asks whoever started the job what it may not know itself, one thing at a time; both cross by structured clone. */
  ask: (question: unknown) => Promise<unknown>
  /** Ends the job where somebody has cancelled it, by throwing `Cancelled`; called between two pieces of work. */
  goOn: () => void
}

/** A job. Input and output cross between threads by structured clone. */
export interface Job<Input, Output> {
  run(input: Input, place: JobPlace): Output | Promise<Output>
}

/** Jobs by name. */
export type JobTable = Readonly<Record<string, Job<unknown, unknown>>>

/** Thrown by `goOn` once a job is cancelled; nobody else catches it. */
export class Cancelled extends Error {
  readonly code = 'CANCELLED'
  constructor() {
    super('the job was cancelled')
    this.name = 'Cancelled'
  }
}
