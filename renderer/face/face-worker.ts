import type { PortraitAssessment } from '../../electron/core/biometrics/face/assess-portrait.ts';
import { FaceFinder } from '../../electron/core/biometrics/face/detect/face-finder.ts';
import { lookAtPortrait } from '../../electron/core/biometrics/face/look-at-portrait.ts';
import type { RgbaImage } from '../../electron/core/biometrics/face/rgba-image.ts';
import type { FaceAnswer, FaceQuestion } from './face-messages.ts';
import { loadNetworks, type ModelFile } from './networks.ts';

/** Laid there by the build from @vladmandic/human and @tensorflow/tfjs-backend-wasm. */
const FOLDER = '/face/';
/** In a live stream the whole picture is searched for further faces about once a second. */
const SEARCH_EVERY = 8;

/** The part of a dedicated worker that is used; the page's types have no worker in them. */
type WorkerSide = { onmessage: ((event: MessageEvent<FaceQuestion>) => void) | null; postMessage(answer: FaceAnswer): void };
const side = globalThis as unknown as WorkerSide;

async function fetched(name: string): Promise<Response> {
  const response = await fetch(`${FOLDER}${name}`);
  if (!response.ok) throw new TypeError(name);
  return response;
}

const model = async (name: string): Promise<ModelFile> => {
  const [graph, weights] = await Promise.all([fetched(`${name}.json`), fetched(`${name}.bin`)]);
  return { graph: await graph.text(), weights: await weights.arrayBuffer() };
};

const finder: Promise<FaceFinder> = (async () => {
  const [blazeface, facemesh, iris] = await Promise.all([model('blazeface'), model('facemesh'), model('iris')]);
  return new FaceFinder(await loadNetworks({ blazeface, facemesh, iris }, FOLDER));
})();
finder.catch(() => undefined); // told with every question

/** Questions are answered in their order; the page asks the next live one only after the answer. */
side.onmessage = ({ data }) => {
  void answer(data).catch(() => null).then((assessment) => side.postMessage({ id: data.id, assessment }));
};

async function answer(question: FaceQuestion): Promise<PortraitAssessment | null> {
  const faces = await finder;
  const live = question.kind === 'live';
  if (!live) faces.forget();
  const image = live ? question : await pixelsOf(question.file);
  const adjust = question.kind === 'still' ? question.adjust : undefined;
  const looked = lookAtPortrait(faces, image, { template: question.template, live, adjust, searchEvery: live ? SEARCH_EVERY : 1 });
  return looked.ok ? looked.value : null;
}

async function pixelsOf(file: Blob): Promise<RgbaImage> {
  const picture = await createImageBitmap(file, { colorSpaceConversion: 'none' });
  const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d')!;
  pen.drawImage(picture, 0, 0);
  const { width: widthPx, height: heightPx, data } = pen.getImageData(0, 0, picture.width, picture.height);
  picture.close();
  return { widthPx, heightPx, pixels: data };
}
