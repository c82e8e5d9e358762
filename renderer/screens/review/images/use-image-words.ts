import { formatDateTime } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../app/hooks.ts';
import type { KeptImage } from './kept-image.ts';

/** What an image of the dossier is called, and what stands beneath it. */
export function useImageWords() {
  const t = useT('review');
  const words = useT('enrolment');
  const papers = useT('papers');
  const name = (image: KeptImage): string =>
    (image.of === 'capture' ? words(`slot.${image.capture.slot}`) : papers('page.named', { paper: words(`documents.kind.${image.kind}`), n: image.n }));
  const device = ({ simulated, model }: { readonly simulated: boolean; readonly model: string }): string => (simulated ? t('image.simulated') : model);
  return {
    name,
    caption: (image: KeptImage): string => {
      if (image.of === 'capture') {
        const { widthPx: width, heightPx: height, acceptedAt, attempt } = image.capture;
        return t('image.meta', { slot: name(image), width, height, at: formatDateTime(acceptedAt), attempt, device: device(image.capture.device) });
      }
      const { widthPx, heightPx, ppi, acceptedAt, warnings } = image.page;
      const size = ppi > 0 ? papers('page.size', { widthPx, heightPx, ppi }) : papers('page.size.unknown', { widthPx, heightPx });
      return [name(image), size, formatDateTime(acceptedAt), device(image.page.device), ...(warnings.length > 0 ? [papers('page.flawed')] : [])].join(' · ');
    },
  };
}
