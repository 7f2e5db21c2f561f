/** Versions of a publication, and which of two is older. */

/** Versions of the four top-level roles (TUF 1.0 §2.1). */
export interface Versions {
  root: number
  timestamp: number
  snapshot: number
  targets: number
}

/**
 * Is this older than what was believed last? A newer root may begin the others anew, as that is how an authority recovers
 * from stolen keys (TUF 1.0 §5.3.11); under one root none of them goes back.
 */
export function isOlder(versions: Versions, last: Versions): boolean {
  if (versions.root !== last.root) return versions.root < last.root
  return versions.timestamp < last.timestamp || versions.snapshot < last.snapshot || versions.targets < last.targets
}

/** `root 1 · timestamp 7 · snapshot 7 · targets 7`, as people compare them. */
export function sayVersions({ root, timestamp, snapshot, targets }: Versions): string {
  return `root ${root} · timestamp ${timestamp} · snapshot ${snapshot} · targets ${targets}`
}
