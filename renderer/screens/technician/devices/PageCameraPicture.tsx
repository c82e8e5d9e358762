import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { cameraHealth } from '../../../../electron/core/device/health/camera-health.ts';
import { framePace } from '../../../../electron/core/device/health/frame-pace.ts';
import { isHealthy, type Reading } from '../../../../electron/core/device/health/measures.ts';
import type { CameraChoice } from '../../../camera/camera-choice.ts';
import { PageCameraSource } from '../../../camera/page-camera-source.ts';
import { useDevices } from '../../../app/hooks.ts';
import { useT } from '../../../i18n/i18n.ts';
import { ErrorNotice, Progress, Shape } from '../../../ui/index.ts';
import { LiveCanvas } from '../../enrolment/capture/LiveCanvas.tsx';
import { useMeasureWords } from '../measure-words.ts';

/** Frames between two looks: often enough to turn a focus ring by, seldom enough to cost nothing. */
const EVERY_FRAMES = 15;

/** The live picture of the page's camera and what is measured of it, for setting focus, light and place. */
export function PageCameraPicture({ choice }: { readonly choice: CameraChoice }) {
  const t = useT('technician');
  const devices = useDevices();
  const source = useMemo(() => new PageCameraSource(devices, navigator.mediaDevices, choice), [devices, choice]);
  const view = useSyncExternalStore(source.subscribe, source.view);
  const readings = useReadings(source);
  const words = useMeasureWords();
  useEffect(() => {
    source.begin({ slot: 'portrait', missing: [], attempt: 1 });
    return () => source.end();
  }, [source]);
  return (
    <div className="page-camera">
      <div className="page-camera-live">
        {view.phase === 'live' && <LiveCanvas session={source} label={t('trial.live')} />}
        {view.phase === 'waiting' && <Progress label={t('trial.waiting')} />}
        {view.phase === 'failed' && <ErrorNotice error={view.error} />}
      </div>
      <ul className="page-camera-readings">
        {readings.map(({ measure, value }) => (
          <li key={measure}>
            <span className={isHealthy({ measure, value }) ? 'tone-done' : 'tone-look'}><Shape name={isHealthy({ measure, value }) ? 'check' : 'triangle'} /></span>
            <span>{words.name(measure)}</span><strong>{words.value(measure, value)}</strong><span className="muted">{words.limits(measure)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useReadings(source: PageCameraSource): readonly Reading[] {
  const [readings, setReadings] = useState<readonly Reading[]>([]);
  const times = useRef<number[]>([]);
  useEffect(() => source.onFrame((frame) => {
    const at = times.current;
    at.push(performance.now());
    if (at.length % EVERY_FRAMES !== 0) return;
    const pace = framePace(at.map((ms) => ms - at[0]!)).readings.filter(({ measure }) => measure !== 'first-frame');
    setReadings([...cameraHealth([frame]), ...pace]);
    times.current = at.slice(-1);
  }), [source]);
  return readings;
}
