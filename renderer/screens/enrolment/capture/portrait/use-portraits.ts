import { useState } from 'react';
import type { Dossier } from '../../../../../electron/contract/dossier.ts';
import type { StillView } from '../../../../../electron/contract/device.ts';
import { currentRound, nextPictureNumber, nextTryNumber } from '../../../../../electron/core/biometrics/capture-policy/tries.ts';
import { bestPortrait, turnOf } from '../../../../../electron/core/biometrics/face/portrait-tries.ts';
import type { PortraitTemplate } from '../../../../../electron/core/biometrics/face/portrait-template.ts';
import { sitterOf } from '../../../../../electron/core/device/sitter.ts';
import type { PortraitRules } from '../../../../../electron/core/settings/portrait-rules.ts';
import { localDay } from '../../../../../electron/core/time/format.ts';
import type { OpenDossier } from '../../dossier/open-dossier.ts';
import { useCapture, type Capturing } from '../use-capture.ts';
import { useFailureRecord } from '../use-failure-record.ts';
import { useSetAside } from '../use-set-aside.ts';
import type { CheckedStill } from './check-portrait.ts';
import { useCheckedStill } from './use-checked-still.ts';
import { useLiveCheck } from './use-live-check.ts';
import { useMovedWindows, type MovedWindows } from './use-moved-windows.ts';

const SLOT = 'portrait';
/** Each holds two pictures of half a megabyte. */
const KEPT_TRIES = 9;

export type PortraitsWanted = { readonly dossier: Dossier; readonly open: OpenDossier; readonly template: PortraitTemplate; readonly rules: PortraitRules | undefined; /** False: the portrait is there and stays. */ readonly wanted: boolean };
export type PortraitChoice = { readonly number: number; readonly portrait: CheckedStill };
export type Portraits = {
  readonly capturing: Capturing;
  readonly seen: ReturnType<typeof useLiveCheck>;
  /** The picture that waits for the officer; undefined while the camera looks. */
  readonly deciding: PortraitChoice | undefined;
  /** The try that meets most, where tries are used up and none is good. */
  readonly proposed: number | undefined;
  /** Every try that can still be used, the oldest first. */
  readonly choices: readonly PortraitChoice[];
  readonly choose: (number: number) => void;
  /** Takes another and keeps this one in mind; undefined where it is good, or tries are used up. */
  readonly takeAnother: (() => void) | undefined;
  /** A bad try is being recorded; the next one starts by itself. */
  readonly settingAside: boolean;
  readonly checking: boolean;
  readonly windows: MovedWindows;
};

/** Tries at the portrait: bad ones are set aside, the best of them is proposed in the end, and the officer may choose another. */
export function usePortraits({ dossier, open, template, rules, wanted }: PortraitsWanted): Portraits {
  const [known, setKnown] = useState<ReadonlyMap<string, CheckedStill>>(new Map());
  const [chosen, setChosen] = useState<number>();
  const [sentOn, setSentOn] = useState<StillView>();
  const [refused, setRefused] = useState<StillView>();
  const round = currentRound(dossier.attempts, SLOT);
  const before = round.flatMap(({ attempt: number, sha256 }): readonly PortraitChoice[] => {
    const portrait = sha256 === null ? undefined : known.get(sha256);
    return portrait === undefined ? [] : [{ number, portrait }];
  });
  const allowed = rules?.attempts ?? 1;
  const usedUp = before.length > 0 && round.length >= allowed;
  const order = wanted && !usedUp ? { slot: SLOT, missing: [], attempt: nextPictureNumber(dossier.attempts, SLOT), subject: dossier.id, sitter: sitterOf(dossier.person, localDay(dossier.openedAt)) } as const : undefined;
  const capturing = useCapture('camera', order);
  useFailureRecord(open, wanted ? SLOT : undefined, capturing.view);
  const seen = useLiveCheck(capturing, { template, holdMs: rules?.holdMs });
  const checked = useCheckedStill(capturing, template);
  const windows = useMovedWindows(template);
  const fresh = checked === undefined ? undefined : windows.newest(checked);
  // Told apart by themselves: a recorded picture that a simulated camera shows twice has one hash.
  const now = rules === undefined || order === undefined || before.some(({ portrait }) => portrait.whole === fresh?.whole) ? undefined : fresh;
  // As it came: moving its window sends no picture away.
  const turn = now === undefined || checked === undefined ? undefined : turnOf({ ok: checked.ok, forced: checked.forced, before: before.length, tries: round.length, allowed });
  const aside = now !== undefined && now.still !== refused && (turn === 'set-aside' || now.still === sentOn) ? now : undefined;
  useSetAside(open, aside?.still, SLOT, {
    keep: (still) => setKnown((all) => (aside === undefined ? all : new Map([...all, [still.sha256, aside]].slice(-KEPT_TRIES) as [string, CheckedStill][]))),
    failed: setRefused,
  });
  const current = now === undefined || aside !== undefined ? [] : [{ number: nextTryNumber(dossier.attempts, SLOT), portrait: now }];
  const choices = [...before, ...current].map(({ number, portrait }) => ({ number, portrait: windows.newest(portrait) }));
  const last = round.length + current.length >= allowed;
  const proposed = last && now?.ok !== true ? bestPortrait(choices.map(({ number, portrait: { criteria } }) => ({ number, criteria })))?.number : undefined;
  // The officer's choice; without one the best where tries are used up, else the picture that just came.
  const deciding = wanted && (usedUp || current.length > 0) ? (find(choices, chosen) ?? find(choices, proposed) ?? choices.at(-1)) : undefined;
  return {
    capturing, seen, deciding, proposed, choices, choose: setChosen, windows, settingAside: aside !== undefined,
    takeAnother: current.length === 0 || now === undefined || now.ok || last ? undefined : () => {
      setChosen(undefined);
      setSentOn(now.still);
    },
    checking: capturing.view.phase === 'still' && checked === undefined,
  };
}

const find = (choices: readonly PortraitChoice[], wanted: number | undefined): PortraitChoice | undefined => choices.find(({ number }) => number === wanted);
