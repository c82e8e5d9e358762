import { X509Certificate, verify } from 'node:crypto';

/** A token's claim: DER chain with the signer first, what was signed, the signature. */
export type SignedClaim = { readonly chain: readonly Uint8Array[]; readonly signingInput: Uint8Array; readonly signature: Uint8Array };
export type ClaimVerdict = 'trusted' | 'bad-signature' | 'untrusted' | 'expired' | 'weak-key';

const MIN_RSA_BITS = 2_048;
const MAX_DEPTH = 5;

/**
 * Checks RS256 tokens of devices (RFC 7515, RFC 7518 3.3) against a list of trusted authorities, DER. The chain in the
 * token is only a hint: it counts when it leads to an authority of the list and every link signed the next and was valid.
 */
export function jwsTrust(authorities: readonly Uint8Array[]): (claim: SignedClaim, atMs: number) => ClaimVerdict {
  const trusted = authorities.map((der) => new X509Certificate(der));
  return (claim, atMs) => {
    try {
      return judge(claim, trusted, atMs);
    } catch {
      return 'untrusted'; // OpenSSL reads keys and extensions when they are first asked for: only then does a damaged certificate throw
    }
  };
}

function judge({ chain, signingInput, signature }: SignedClaim, trusted: readonly X509Certificate[], atMs: number): ClaimVerdict {
  const certificates = chain.map((der) => new X509Certificate(der));
  const signer = certificates[0];
  if (signer === undefined) return 'untrusted';
  const key = signer.publicKey;
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS) return 'weak-key';
  if (!verify('sha256', signingInput, key, signature)) return 'bad-signature';
  return walk(certificates, trusted, new Date(atMs));
}

/** From the signer upwards until an authority of the list signed the link. */
function walk(chain: readonly X509Certificate[], trusted: readonly X509Certificate[], at: Date): ClaimVerdict {
  let link = chain[0]!;
  if (link.ca) return 'untrusted';
  for (let depth = 1; depth <= MAX_DEPTH; depth++) {
    if (!isValidAt(link, at)) return 'expired';
    const root = trusted.find((one) => isIssuer(one, link));
    if (root !== undefined) return isValidAt(root, at) ? 'trusted' : 'expired';
    const next = chain[depth];
    if (next === undefined || !isIssuer(next, link)) return 'untrusted';
    link = next;
  }
  return 'untrusted';
}

const isIssuer = (authority: X509Certificate, link: X509Certificate): boolean => authority.ca && link.checkIssued(authority) && link.verify(authority.publicKey);
/** The texts, since the dates themselves came with Node 22.10 and device-host may run on Electron's Node 20. */
const isValidAt = ({ validFrom, validTo }: X509Certificate, at: Date): boolean => Date.parse(validFrom) <= at.getTime() && at.getTime() <= Date.parse(validTo);
