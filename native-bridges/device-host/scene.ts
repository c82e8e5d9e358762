import { FINGERS_OF, type StillSlot, type Slap } from '../../electron/core/dossier/capture-slots.ts';
import type { Sitter } from '../../electron/core/device/sitter.ts';
import { ok } from '../../electron/core/result/result.ts';
import type { Scene } from '../../drivers/contract/simulation.ts';
import { PAD, signSamples } from '../../drivers/personas/signature.ts';
import type { ImageWorkshop } from './image-workshop.ts';
import { flawed, type PrintFlaw, type Spoilt } from './spoilt-prints.ts';
import type { RecordedFiles } from './recorded-input.ts';

/** The scene before the simulated sensors: recorded files where there are any, else a synthetic person. */
export class PersonaScene implements Scene {
  readonly #workshop: ImageWorkshop;
  readonly #files: RecordedFiles;
  #seed: number;
  #subject = '';
  #sitter: Sitter | undefined;
  #spoilt: Spoilt = { flaw: 'none', captures: 0 };

  constructor(workshop: ImageWorkshop, files: RecordedFiles, firstSeed: number) {
    this.#workshop = workshop;
    this.#files = files;
    this.#seed = firstSeed;
    this.#prepare(firstSeed + 1, 'right-four');
  }

  /**
   * Somebody sits down: the citizen where it is said who, with the same fingers and face each time. Else another dossier is another
   * person, and where none is named, a first try at the right hand is the next one.
   */
  meet(slot: StillSlot, attempt: number, subject: string, sitter?: Sitter): void {
    const seated = this.#sitter?.likeness;
    this.#sitter = sitter;
    if (sitter !== undefined && sitter.likeness !== seated) this.#prepareNext(sitter.likeness);
    if (sitter !== undefined) return;
    const another = subject === '' ? slot === 'right-four' && attempt === 1 : subject !== this.#subject;
    if (subject !== '') this.#subject = subject;
    if (!another) return;
    this.#seed += 1;
    this.#prepareNext(this.#seed);
    this.#prepare(this.#seed + 1, 'right-four');
  }

  /** What comes after the right hand. */
  #prepareNext(seed: number): void {
    this.#prepare(seed, 'left-four');
    this.#prepare(seed, 'thumbs');
  }

  /** Fingertips take a tenth of a second each: drawn while the officer looks at the picture before. */
  #prepare(seed: number, slap: Slap): void {
    if (this.#files.has(slap)) return;
    for (const finger of FINGERS_OF[slap]) this.#workshop.whenIdle('tip', { seed, finger });
  }

  /** What is wrong with the fingers of the next pictures. */
  spoilPrints(spoilt: Spoilt): void {
    this.#spoilt = spoilt;
  }

  get printFlaw(): PrintFlaw {
    return this.#spoilt.flaw;
  }

  readonly fingerprints: Scene['fingerprints'] = (slot, missing, attempt) => {
    const source = this.#files.get(slot);
    if (source !== undefined && source.from !== 'strokes') return this.#workshop.run('recorded', { source, channels: 1 });
    const { flaw } = this.#spoilt;
    this.#spoilt = this.#spoilt.captures > 1 ? { flaw, captures: this.#spoilt.captures - 1 } : { flaw: 'none', captures: 0 };
    return this.#workshop.run('prints', { seed: this.#sitter?.likeness ?? this.#seed, slot, missing: [...missing], attempt, ...flawed(flaw, slot, missing) });
  };

  readonly portrait: Scene['portrait'] = async (wrong) => {
    const source = this.#files.get('portrait');
    const seed = this.#seed;
    const sitter = this.#sitter;
    if (source === undefined || source.from === 'strokes') {
      const live = await this.#workshop.run('portrait-live', { seed, wrong, sitter });
      // Drawn while the citizen is looked at: it takes as long as a person needs to sit still.
      const still = this.#workshop.run('portrait', { seed, wrong, sitter });
      return live.ok ? ok({ live: live.value, still: () => still }) : live;
    }
    const seen = await this.#workshop.run('recorded', { source, channels: 4 });
    return seen.ok ? ok({ live: [seen.value.live], still: async () => ok(seen.value.still) }) : seen;
  };

  readonly document: Scene['document'] = async (paper, attempt) => {
    const source = this.#files.get('document');
    return source === undefined || source.from === 'strokes' ? this.#workshop.run('desk', { seed: this.#seed + attempt, paper }) : this.#workshop.run('recorded', { source, channels: 4 });
  };

  readonly signature: Scene['signature'] = async (attempt) => {
    const source = this.#files.get('signature');
    if (source === undefined) return ok({ type: 'strokes', samples: signSamples(this.#seed, attempt), ...PAD });
    if (source.from === 'strokes') return ok({ type: 'strokes', ...source.strokes });
    const seen = await this.#workshop.run('recorded', { source, channels: 1 });
    return seen.ok ? ok({ type: 'raster', ...seen.value, ppi: PAD.ppi }) : seen;
  };
}
