import { OID } from '../der/oids.ts';
import { sequence, setOf, utf8String } from '../der/der-write.ts';

export type DistinguishedName = { readonly commonName: string; readonly organization?: string; readonly organizationalUnit?: string };

/** X.520's upper bound for these attributes (RFC 5280, appendix A.1: ub-common-name and its siblings). */
const MAX_CHARACTERS = 64;

export function encodeName(name: DistinguishedName): Buffer {
  const parts = [
    [OID.organization, name.organization], [OID.organizationalUnit, name.organizationalUnit], [OID.commonName, name.commonName],
  ] as const;
  return sequence(...parts.flatMap(([type, value]) => (value === undefined ? [] : [setOf(sequence(type, utf8String(value.slice(0, MAX_CHARACTERS))))])));
}
