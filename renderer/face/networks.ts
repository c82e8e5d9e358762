import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import { dispose, env, io, ready, setBackend, tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import { EYE_INPUT_SIDE } from '../../electron/core/biometrics/face/detect/eye-reading.ts';
import { BOX_INPUT_SIDE } from '../../electron/core/biometrics/face/detect/face-boxes.ts';
import { MESH_INPUT_SIDE, type FaceNetworks } from '../../electron/core/biometrics/face/detect/face-finder.ts';

/** A model as its package carries it: the graph as JSON text, the weights as one file. */
export type ModelFile = { readonly graph: string; readonly weights: ArrayBuffer };
export type ModelFiles = { readonly blazeface: ModelFile; readonly facemesh: ModelFile; readonly iris: ModelFile };
type Graph = { readonly modelTopology: io.ModelArtifacts['modelTopology']; readonly weightsManifest: readonly { readonly weights: io.WeightsManifestEntry[] }[] };

/**
 * The face networks on TensorFlow.js' WebAssembly back end, one thread: it runs in a worker of its own, and threads would
 * be made from blobs, which the page's policy forbids.
 *
 * `wasmFolder`: where `tfjs-backend-wasm*.wasm` lie, ending in "/".
 * Errors: throws where WebAssembly is missing or a file is not what it should be.
 */
export async function loadNetworks(files: ModelFiles, wasmFolder: string): Promise<FaceNetworks> {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(wasmFolder);
  if (!(await setBackend('wasm'))) throw new TypeError('no WebAssembly here');
  await ready();
  const [boxes, mesh, eyes] = await Promise.all([load(files.blazeface), load(files.facemesh), load(files.iris)]);
  return {
    boxes: (pixels) => {
      const answer = run(boxes, pixels, BOX_INPUT_SIDE);
      return { fineScores: answer('512,1'), fineBoxes: answer('512,16'), coarseScores: answer('384,1'), coarseBoxes: answer('384,16') };
    },
    mesh: (pixels) => {
      const answer = run(mesh, pixels, MESH_INPUT_SIDE);
      return { points: answer('1404'), score: answer('1')[0] ?? 0 };
    },
    eyes: (pixels) => run(eyes, pixels, EYE_INPUT_SIDE)('1,1,228'),
  };
}

async function load({ graph, weights }: ModelFile): Promise<GraphModel> {
  const { modelTopology, weightsManifest } = JSON.parse(graph) as Graph;
  return loadGraphModel(io.fromMemory({ modelTopology: modelTopology!, weightSpecs: weightsManifest.flatMap((part) => part.weights), weightData: weights }));
}

/** Runs a network on one or more squares and hands out its answers by their shape (without the leading count). */
function run(model: GraphModel, pixels: Float32Array, side: number): (shape: string) => Float32Array {
  const input = tensor4d(pixels, [pixels.length / (side * side * 3), side, side, 3]);
  const out = model.execute(input) as Tensor | Tensor[];
  const tensors = Array.isArray(out) ? out : [out];
  const answers = new Map(tensors.map((one) => [one.shape.slice(1).join(','), Float32Array.from(one.dataSync())] as const));
  dispose([input, ...tensors]);
  return (shape) => {
    const answer = answers.get(shape);
    if (answer === undefined) throw new TypeError(`no answer of shape ${shape}`);
    return answer;
  };
}
