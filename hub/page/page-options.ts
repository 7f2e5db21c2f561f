/** What the hub's page stands on, beside the database. */
import type { PageFiles } from '../../main/shell/index.ts'

export interface PageOptions {
  /** The built page; null: it was not built. */
  files: PageFiles | null
  /** Where checkpoints and browsers reach this hub, without a slash at its end; null: whoever opened it did not say. */
  address: string | null
  /** SHA-256 of the certificate of the province's own TLS authority; null: one that systems know. */
  ca: string | null
}
