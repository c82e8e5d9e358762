import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Client } from '../../electron/contract/call.ts';
import type { CitizenContract, CitizenView } from '../../electron/contract/citizen-screen.ts';
import type { PersonField } from '../../electron/core/person/person.ts';
import { formatPartialDate } from '../../electron/core/time/format.ts';
import { useT } from '../i18n/i18n.ts';
import { useBlobUrl } from '../screens/enrolment/capture/use-blob-url.ts';
import { SignatureLine } from './SignatureLine.tsx';

type Check = Extract<CitizenView, { phase: 'check' }>;
/** Values of a word or two; addresses and names take more room. */
const SHORT: ReadonlySet<PersonField> = new Set(['pid', 'oldIdNumber', 'birthDate', 'sex', 'ethnicity', 'religion', 'nationality', 'phone', 'occupation']);

type Props = { readonly view: Check; readonly call: Client<CitizenContract> };

/** The citizen's own data: what is wrong is touched and told to the officer; when all is right, one button confirms it. */
export function CheckPanel({ view, call }: Props) {
  const t = useT('citizen');
  const mark = (field: PersonField): void => void call['citizen.mark']({ field, wrong: !view.wrong.includes(field) });
  return (
    <div className="citizen-check">
      <div className="citizen-lead">
        <h1>{view.confirmed ? t('check.thanks') : t('check.title')}</h1>
        <p>{view.confirmed ? t('check.thanks.text') : t('check.text')}</p>
      </div>
      <div className="citizen-columns">
        <ul className="citizen-fields">
          {view.fields.map(({ field, value }) => (
            <li key={field} className={field === 'fullName' ? 'citizen-field-name' : SHORT.has(field) ? 'citizen-field-short' : undefined}>
              <FieldButton field={field} value={value} wrong={view.wrong.includes(field)} disabled={view.confirmed} onTouch={() => mark(field)} />
            </li>
          ))}
        </ul>
        <div className="citizen-pictures">{view.images.map((slot) => <Picture key={slot} slot={slot} call={call} />)}</div>
      </div>
      {!view.confirmed && <Confirm view={view} call={call} />}
    </div>
  );
}

type FieldProps = { readonly field: PersonField; readonly value: string; readonly wrong: boolean; readonly disabled: boolean; readonly onTouch: () => void };

function FieldButton({ field, value, wrong, disabled, onTouch }: FieldProps) {
  const t = useT('citizen');
  const shown = field === 'birthDate' ? formatPartialDate(value) : field === 'sex' ? t(value === '1' ? 'sex.1' : value === '2' ? 'sex.2' : 'sex.0') : value;
  return (
    <button type="button" className="citizen-field" aria-pressed={wrong} disabled={disabled} onClick={onTouch}>
      <span className="citizen-field-label">{t(`field.${field}`)}</span>
      <span className="citizen-field-value">{shown}</span>
      {wrong && <span className="citizen-field-wrong"><span aria-hidden="true">✕ </span>{t('check.wrong')}</span>}
    </button>
  );
}

function Confirm({ view, call }: Props) {
  const t = useT('citizen');
  const told = view.wrong.length > 0;
  return (
    <footer className="citizen-confirm">
      <p role="status">{told ? t('check.told') : view.complete ? '' : t('check.waiting')}</p>
      <button type="button" className="citizen-yes" disabled={told || !view.complete} onClick={() => void call['citizen.confirm']({ version: view.version })}>{t('check.confirm')}</button>
    </footer>
  );
}

function Picture({ slot, call }: { readonly slot: 'portrait' | 'signature'; readonly call: Client<CitizenContract> }) {
  const t = useT('citizen');
  const [image, setImage] = useState<z.output<CitizenContract['citizen.image']['output']>>();
  useEffect(() => {
    let wanted = true;
    void call['citizen.image']({ slot }).then((reply) => {
      if (wanted && reply.ok) setImage(reply.value);
    });
    return () => {
      wanted = false;
    };
  }, [slot, call]);
  const isDrawing = image?.mediaType === 'application/json';
  const url = useBlobUrl(isDrawing ? undefined : image?.bytes, image?.mediaType ?? '');
  if (image === undefined) return null;
  return (
    <figure className={`citizen-picture citizen-picture-${slot}`}>
      {isDrawing ? <SignatureLine image={image} label={t('signature')} /> : url !== undefined && <img src={url} alt={t(slot)} />}
      <figcaption>{t(slot)}</figcaption>
    </figure>
  );
}
