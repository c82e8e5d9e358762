export type SourceSetting = '' | 'real' | 'simulated';

/** Where devices of a kind come from. Nothing simulated ever gets into a real station's dossiers, whatever is set. */
export const deviceSource = (setting: SourceSetting, practice: boolean): 'real' | 'simulated' =>
  practice && setting !== 'real' ? 'simulated' : 'real';
