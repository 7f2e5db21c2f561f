/**
 * Gives a written export out: says so in the journal, and only then lets the file have its name. Of what could not be
 * recorded nothing is left.
 */
import { rmSync } from 'node:fs'
import { isEverything } from '../../../shared/domain/report/scope.ts'
import { staged, writeNewFile } from '../../files/index.ts'
import type { Journal } from '../../journal/index.ts'
import { nextVersion } from '../next-version.ts'
import { asScoped, type ExportOrder, type WrittenExport } from './export-order.ts'
import { sidecarOf } from './sidecar.ts'

/** The number of its entry; or the journal did not take it, and there is no file. */
export type GivenOut = { recorded: true; seq: number } | { recorded: false }

/** @throws the system's error where the disk does not take it; then nothing is left, either */
export function giveOut(
  journal: Pick<Journal, 'issues' | 'days'>,
  order: ExportOrder,
  written: WrittenExport,
): GivenOut {
  const { asked, source, madeAt, head, closed } = order
  const { file, format, scope, identities, reason } = asked
  const { post, lane, mode } = asScoped(source, scope)
  const { sha256, bytes, counts, totals, beside } = written
  const { voided, erased } = beside
  const { from, to, ...filter } = scope
  const unnamed = staged(file)
  try {
    // What arrived since the day was closed is its next version from here on, with or without anybody asking for it.
    const version = closed === null ? null : nextVersion(closed, { head, totals, beside })
    if (closed && version && !journal.days.close(version, madeAt).recorded) {
      unnamed.discard()
      return { recorded: false }
    }
    const issued = journal.issues.issue(
      {
        format,
        sha256,
        bytes,
        post,
        lane,
        mode,
        from,
        to,
        head,
        ...counts,
        voided,
        erased,
        identities,
        reason,
        ...(isEverything(filter) ? {} : { filter }),
        ...(closed === null ? {} : { version: (version ?? closed).version }),
      },
      madeAt,
    )
    if (!issued.recorded) {
      unnamed.discard()
      return { recorded: false }
    }
    const sidecar = sidecarOf(file)
    writeNewFile(sidecar, `${JSON.stringify(issued.proof, null, 2)}\n`)
    try {
      unnamed.keep()
    } catch (error) {
      rmSync(sidecar, { force: true })
      throw error
    }
    return { recorded: true, seq: issued.proof.entry.seq }
  } catch (error) {
    unnamed.discard()
    throw error
  }
}
