/** Which authorities' web servers this process believes. It decides nothing about what is fetched: that is signed. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/**
 * From now on believes the servers of further authorities, such as a province's own.
 * @param certificates PEM each
 */
export function addServerAuthorities(certificates: readonly string[]): void {
  if (certificates.length > 0) setDefaultCACertificates([...getCACertificates('default'), ...certificates])
}
