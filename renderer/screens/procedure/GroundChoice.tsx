import type { ReactNode } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import { ISSUE_KINDS, type IssueKind } from '../../../electron/core/dossier/steps.ts';
import type { GroundId } from '../../../electron/core/procedure/issue-grounds.ts';
import { offeredGrounds } from '../../../electron/core/procedure/suggest-ground.ts';
import { useT } from '../../app/hooks.ts';
import { Choice } from '../../ui/index.ts';

export type GroundChoiceProps = { readonly dossier: Pick<Dossier, 'kind' | 'ground' | 'person' | 'receivedOn'>; readonly onChange: (kind: IssueKind, ground: GroundId) => void; readonly children?: ReactNode };

/** Kind of issue and its ground: only what holds on the day of reception is offered, the likeliest first. */
export function GroundChoice({ dossier, onChange, children }: GroundChoiceProps) {
  const t = useT('procedure');
  const words = useT('enrolment');
  const { kind, ground, person, receivedOn } = dossier;
  const grounds = kind === null ? [] : offeredGrounds(kind, person.birthDate, receivedOn);
  const toKind = (chosen: IssueKind): void => {
    const [first] = offeredGrounds(chosen, person.birthDate, receivedOn);
    if (first !== undefined) onChange(chosen, first);
  };
  return (
    <div className="ground">
      <fieldset className="kinds">
        <legend>{words('find.kind')}</legend>
        {ISSUE_KINDS.map((one) => (
          <label key={one} className={one === kind ? 'kind kind-chosen' : 'kind'}>
            <input type="radio" name="issue-kind" value={one} checked={one === kind} onChange={() => toKind(one)} />
            <strong>{words(`kind.${one}`)}</strong>
          </label>
        ))}
      </fieldset>
      {kind !== null && (
        <Choice
          label={t('ground')} value={ground ?? ''} {...(ground === null ? { placeholder: t('ground.choose') } : {})}
          onChange={(id) => onChange(kind, id)} options={grounds.map((id) => ({ value: id, label: t(`ground.${id}`) }))}
        />
      )}
      {children}
    </div>
  );
}
