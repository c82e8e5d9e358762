import { z } from 'zod';
import { Instant, Sha256, text } from './call.ts';

/** The centre's HTTP interface beside tus: what station and centre say to each other. Paths are below the centre's base address. */
export const CENTRE_PATHS = {
  stations: '/stations',
  certificates: '/certificates',
  lookUp: '/population/look-up',
  face: '/population/face',
  populationRequests: '/population/requests',
  files: '/intake/files',
  dossiers: '/intake/dossiers',
} as const;

/** An X.509 certificate: its DER in base64. */
const CertificateBase64 = z.base64().min(100).max(8_000);

export const CentreCertificates = z.strictObject({ ca: CertificateBase64, centre: CertificateBase64 });
export type CentreCertificates = z.infer<typeof CentreCertificates>;
export const EnrolledStation = z.strictObject({ certificate: CertificateBase64 });
export type EnrolledStation = z.infer<typeof EnrolledStation>;

/** `GET /intake/dossiers/<sealSha256>`. 404 = the centre knows nothing of it and wants it sent. */
export const IntakeStatus = z.discriminatedUnion('state', [
  /** Some or all bytes are there, no answer yet; `uploadPath` is where tus goes on. */
  z.strictObject({ state: z.literal('receiving'), uploadPath: text(200) }),
  z.strictObject({ state: z.literal('accepted'), reason: z.literal(''), reference: text(80), receivedAt: Instant }),
  z.strictObject({ state: z.literal('rejected'), reason: text(60), reference: text(80), receivedAt: Instant }),
]);
export type IntakeStatus = z.infer<typeof IntakeStatus>;
export type IntakeAnswer = Exclude<IntakeStatus, { state: 'receiving' }>;

/** tus metadata key that carries the seal hash, hex. */
export const SEAL_METADATA = 'sealSha256';
export { Sha256 as SealSha256 };
