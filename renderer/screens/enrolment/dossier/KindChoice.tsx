import { ISSUE_KINDS, type IssueKind } from '../../../../electron/core/dossier/steps.ts';
import { useT } from '../../../app/hooks.ts';

export type KindChoiceProps = { readonly value: IssueKind | null; readonly onChange: (kind: IssueKind) => void };

/** The kind of issue, with the words that tell them apart. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  const t = useT('enrolment');
  return (
    <fieldset className="kinds">
      <legend>{t('find.kind')}</legend>
      {ISSUE_KINDS.map((kind) => (
        <label key={kind} className={kind === value ? 'kind kind-chosen' : 'kind'}>
          <input type="radio" name="issue-kind" value={kind} checked={kind === value} onChange={() => onChange(kind)} />
          <span><strong>{t(`kind.${kind}`)}</strong><small>{t(`find.kind.${kind}`)}</small></span>
        </label>
      ))}
    </fieldset>
  );
}
