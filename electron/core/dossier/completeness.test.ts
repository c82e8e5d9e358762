import { describe, expect, it } from 'vitest';
import { FINGERS, FINGERS_OF, type CaptureSlot, type Finger } from './capture-slots.ts';
import { PRINT_SEQUENCES } from '../procedure/capture-plan.ts';
import { gapsOf, uncoveredFingers, type CompletenessInput } from './completeness.ts';

const whole = new Set<CaptureSlot>(['right-four', 'left-four', 'thumbs', 'portrait', 'signature']);
const none = new Set<Finger>();
const plan: CompletenessInput['plan'] = { prints: PRINT_SEQUENCES['four-four-two'].slots, portrait: true, signer: 'citizen' };
const usual = { kind: 'exchange', plan, standingFindings: 0, missingFingers: none, citizenConfirmed: true };

describe('what a dossier still lacks', () => {
  it('lists every gap of an empty dossier in the order of the steps', () => {
    expect(gapsOf({ ...usual, kind: undefined, slots: new Set(), missingFingers: none, citizenConfirmed: false })).toEqual([
      'kind', 'right-four', 'left-four', 'thumbs', 'portrait', 'signature', 'citizen-check',
    ]);
  });

  it('is complete with three slaps, portrait, signature and the citizen’s word', () => {
    expect(gapsOf({ ...usual, slots: whole, missingFingers: none, citizenConfirmed: true })).toEqual([]);
  });

  it('takes four single fingers for a slap', () => {
    const slots = new Set<CaptureSlot>([...whole, ...FINGERS_OF['left-four']]);
    slots.delete('left-four');
    expect(gapsOf({ ...usual, slots, missingFingers: none, citizenConfirmed: true })).toEqual([]);
    slots.delete('left-ring');
    expect(gapsOf({ ...usual, slots, missingFingers: none, citizenConfirmed: true })).toEqual(['left-four']);
    expect(gapsOf({ ...usual, slots, missingFingers: new Set(['left-ring']), citizenConfirmed: true })).toEqual([]);
  });

  it('never turns away a citizen without hands: ten excused fingers need no image', () => {
    const slots = new Set<CaptureSlot>(['portrait', 'signature']);
    expect(gapsOf({ ...usual, slots, missingFingers: new Set(FINGERS), citizenConfirmed: true })).toEqual([]);
  });

  it('asks a child under six for the representative’s signature alone', () => {
    const nothing = { prints: [], portrait: false, signer: 'representative' } as const;
    expect(gapsOf({ ...usual, plan: nothing, slots: new Set(['signature']) })).toEqual([]);
    expect(gapsOf({ ...usual, plan: nothing, slots: new Set() })).toEqual(['signature']);
  });

  it('waits for an answer to what stands in the way', () => {
    expect(gapsOf({ ...usual, slots: whole, standingFindings: 2 })).toEqual(['procedure']);
  });

  it('names the fingers nobody has seen', () => {
    expect(uncoveredFingers(new Set(['right-four', 'thumbs', 'portrait']), new Set(['left-index']))).toEqual(['left-middle', 'left-ring', 'left-little']);
  });
});
