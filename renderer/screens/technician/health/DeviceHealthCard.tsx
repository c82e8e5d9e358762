import type { DeviceHealth, HealthSeries } from '../../../../electron/contract/technician.ts';
import { GAP_BOUNDS_MS } from '../../../../electron/core/device/health/frame-pace.ts';
import { isHealthy } from '../../../../electron/core/device/health/measures.ts';
import { trendOf } from '../../../../electron/core/device/health/trend.ts';
import { formatDateTime } from '../../../../electron/core/time/format.ts';
import { useT } from '../../../i18n/i18n.ts';
import { Shape } from '../../../ui/index.ts';
import { useMeasureWords } from '../measure-words.ts';
import { GapHistogram } from './GapHistogram.tsx';
import { TrendLine } from './TrendLine.tsx';

/** One device: its last self-test, and a small line for everything that was ever measured of it. */
export function DeviceHealthCard({ health }: { readonly health: DeviceHealth }) {
  const t = useT('technician');
  const { last, series } = health;
  return (
    <section className="health-device" aria-label={health.model}>
      <h2>
        {health.model} <span className="code">{health.deviceId}</span>{health.simulated && <span className="muted"> · {t('simulated')}</span>}
        <span className={`health-verdict ${last === null ? 'muted' : last.passed ? 'tone-done' : 'tone-stop'}`}>
          {last !== null && <Shape name={last.passed ? 'check' : 'square'} />} {last === null ? t('health.untested') : t(last.passed ? 'health.passed' : 'health.failed', { at: formatDateTime(last.at) })}
        </span>
      </h2>
      {series.length === 0 && <p className="muted">{t('health.nothing')}</p>}
      <ul className="health-measures">
        {series.map((one) => <li key={one.measure}><Measure series={one} /></li>)}
        {last !== null && last.histogram.some((count) => count > 0) && <li><Gaps histogram={last.histogram} /></li>}
      </ul>
    </section>
  );
}

function Measure({ series: { measure, points } }: { readonly series: HealthSeries }) {
  const t = useT('technician');
  const words = useMeasureWords();
  const newest = points.at(-1)!;
  const healthy = isHealthy({ measure, value: newest.value });
  const { daysToLimit } = trendOf(measure, points.map(({ at, value }) => ({ atMs: Date.parse(at), value })));
  const going = daysToLimit === null || !healthy ? '' : t('health.limitIn', { days: Math.max(1, Math.round(daysToLimit)) });
  const state = t(healthy ? 'health.ok' : 'health.out');
  return (
    <>
      <p className="health-name">{words.name(measure)}</p>
      <p className="health-value"><span className={healthy ? 'tone-done' : 'tone-stop'}><Shape name={healthy ? 'check' : 'square'} /></span> <strong>{words.value(measure, newest.value)}</strong> <span className="only-spoken">{state}</span><span className="muted">{words.limits(measure)}</span></p>
      <TrendLine measure={measure} points={points} label={t('health.line', { name: words.name(measure), value: words.value(measure, newest.value), count: points.length })} />
      {going !== '' && <p className="health-going tone-look"><Shape name="triangle" /> {going}</p>}
    </>
  );
}

function Gaps({ histogram }: { readonly histogram: readonly number[] }) {
  const t = useT('technician');
  const most = histogram.indexOf(Math.max(...histogram));
  const label = t('health.gapsLabel', { bound: GAP_BOUNDS_MS[most] ?? GAP_BOUNDS_MS.at(-1)! });
  return (
    <>
      <p className="health-name">{t('health.gaps')}</p>
      <p className="health-value muted">{label}</p>
      <GapHistogram histogram={histogram} label={label} />
    </>
  );
}
