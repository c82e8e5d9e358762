/** What is used of @cornerstonejs/codec-openjpeg; the package ships no types. */
declare module '@cornerstonejs/codec-openjpeg/wasmjs' {
  export type FrameInfo = { width: number; height: number; bitsPerSample: number; componentCount: number; isSigned: boolean };
  export interface J2KEncoder {
    getDecodedBuffer(frame: FrameInfo): Uint8Array;
    setDecompositions(count: number): void;
    /** The second argument is the number of quality layers. */
    setQuality(lossless: boolean, layers: number): void;
    setCompressionRatio(layer: number, ratio: number): void;
    encode(): void;
    getEncodedBuffer(): Uint8Array;
    delete(): void;
  }
  export interface J2KDecoder {
    getEncodedBuffer(lengthBytes: number): Uint8Array;
    decode(): void;
    getFrameInfo(): FrameInfo;
    getDecodedBuffer(): Uint8Array;
    delete(): void;
  }
  export type OpenJpeg = { J2KEncoder: new () => J2KEncoder; J2KDecoder: new () => J2KDecoder };
  const create: (options: { wasmBinary: Uint8Array; print: () => void; printErr: () => void }) => Promise<OpenJpeg>;
  export default create;
}
