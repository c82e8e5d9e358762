import { useEffect, useState } from 'react';
import { CAMERA_SIZES, cameraChoiceOf, namedCameras, type SeenCamera } from '../../../camera/camera-choice.ts';
import { useCall, useObservable, useStation, useStore } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Choice, EmptyState, ErrorNotice } from '../../../ui/index.ts';
import { PageCameraPicture } from './PageCameraPicture.tsx';

const NONE = '-';

/** The camera that the screen opens itself: which one, what size, and what it shows with its focus and exposure. */
export function PageCameraDetail() {
  const t = useT('technician');
  const { camera } = useStation();
  const choice = useObservable(camera.choice);
  const save = useCall(useStore()['settings.set']);
  const seen = useCameras();
  const set = async (key: 'camera.label' | 'camera.resolution', value: string): Promise<void> => {
    const reply = await save.run({ key, value });
    if (reply.ok) camera.choose(cameraChoiceOf(reply.value));
  };
  const labels = [...new Set([...seen.map(({ label }) => label), ...(choice === null ? [] : [choice.label])])];
  return (
    <section aria-label={t('pageCamera')} className="device-detail">
      <h2>{t('pageCamera')}</h2>
      <ErrorNotice error={save.error} />
      <div className="page-camera-choice">
        <Choice label={t('pageCamera.which')} value={choice?.label ?? NONE} disabled={save.busy} onChange={(label) => void set('camera.label', label === NONE ? '' : label)}
          options={[{ value: NONE, label: t('pageCamera.none') }, ...labels.map((label) => ({ value: label, label }))]} />
        {choice !== null && (
          <Choice label={t('pageCamera.size')} value={`${choice.widthPx}x${choice.heightPx}`} disabled={save.busy} onChange={(size) => void set('camera.resolution', size)}
            options={CAMERA_SIZES.map((size) => ({ value: size, label: size.replace('x', ' × ') }))} />
        )}
      </div>
      {choice !== null && <PageCameraPicture choice={choice} />}
      {choice === null && <EmptyState title={t(seen.length === 0 ? 'pageCamera.nothing' : 'pageCamera.unused')}>{t('pageCamera.about')}</EmptyState>}
    </section>
  );
}

/** Cameras that the system shows to this window, as they come and go. */
function useCameras(): readonly SeenCamera[] {
  const [seen, setSeen] = useState<readonly SeenCamera[]>([]);
  useEffect(() => {
    const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
    const look = (): void => void mediaDevices?.enumerateDevices().then((devices) => setSeen(namedCameras(devices)), () => setSeen([]));
    look();
    mediaDevices?.addEventListener('devicechange', look);
    return () => mediaDevices?.removeEventListener('devicechange', look);
  }, []);
  return seen;
}
