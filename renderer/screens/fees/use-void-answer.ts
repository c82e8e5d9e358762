import type { FeeVoid } from '../../../electron/contract/procedure-facts.ts';
import { useT } from '../../app/hooks.ts';

/** Why a void was refused, as the officer reads it: the catalogue's sentence, then the chief's own words. */
export function useVoidAnswer(): (asked: FeeVoid) => string {
  const t = useT('fees');
  return ({ refusal, answer }) => {
    if (refusal === null) return t('refusal.none');
    return [refusal === 'other' ? '' : t(`refusal.${refusal}`), answer].filter((part) => part !== '').join('; ');
  };
}
