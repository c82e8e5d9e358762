/** No scanner or camera here gives more pixels a side; a larger file is a mistake or an attack on memory. */
export const MAX_SIDE_PX = 4_000;

/** What the samples of one image may take before they are looked at, bytes: a colour camera of 12 megapixels, or 16 megapixels of grey at 16 bits. */
export const MAX_SAMPLE_BYTES = 48_000_000;

/**
 * Samples that one byte of a lossy file can honestly stand for. The chip's portrait has 90 to a byte; a blank sheet has some
 * hundred. More is a small file that asks for much time and memory.
 */
export const MAX_SAMPLES_PER_BYTE = 2_000;
