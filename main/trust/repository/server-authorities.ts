/** Which authorities' web servers this process believes. It decides nothing about what is fetched: that is signed. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/**
 * From now on believes the servers of further authorities, such as a province's own.
 * @param pem their certificates
 */
export function addServerAuthority(pem: string): void {
  setDefaultCACertificates([...getCACertificates('default'), pem])
}
