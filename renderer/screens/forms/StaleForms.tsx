import { useEffect, useState } from 'react';
import type { Dossier } from '../../../electron/contract/dossier.ts';
import type { FormRow } from '../../../electron/contract/forms.ts';
import { useStore, useT } from '../../app/hooks.ts';
import { Notice } from '../../ui/index.ts';

type Props = { readonly dossier: Pick<Dossier, 'id' | 'version'>; /** Looked at anew when the forms were open. */ readonly looking: boolean; readonly onShow: () => void };

/** Tells before anything is submitted that a signed sheet no longer shows what the dossier says. Renders nothing where every print holds. */
export function StaleForms({ dossier: { id, version }, looking, onShow }: Props) {
  const t = useT('forms');
  const store = useStore();
  const [stale, setStale] = useState<readonly FormRow[]>([]);
  useEffect(() => {
    let wanted = true;
    void store['form.list']({ subject: { of: 'dossier', id } }).then((reply) => wanted && reply.ok && setStale(reply.value.filter((row) => row.stale)));
    return () => {
      wanted = false;
    };
  }, [store, id, version, looking]);
  if (stale.length === 0) return null;
  return <Notice tone="look" title={t('stale.of', { codes: stale.map(({ code }) => code).join(', ') })} action={{ label: t('show'), run: onShow, shortcut: 'F8' }}>{t('stale.text')}</Notice>;
}
