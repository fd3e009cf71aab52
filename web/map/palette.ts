/**
 * The colours of the map. Hazards have the symbology of reference IMSMA TN 07.11/01 (SHA #F4A718, CHA #FF0000, half
 * transparent) on light and dark alike; only the ground and the lines over it change. Nothing is green.
 */
export interface Palette {
  readonly name: 'light' | 'dark';
  readonly water: string;
  readonly land: string;
  readonly border: string;
  readonly grid: string;
  readonly label: string;
  readonly halo: string;
  /** outlines and hatching of hazards, dark enough on its ground */
  readonly shaLine: string;
  readonly chaLine: string;
  readonly papersNotHeld: string;
  readonly unsupported: string;
  readonly cancelled: string;
  readonly reduced: string;
  readonly cleared: string;
  readonly disputed: string;
  readonly selected: string;
  readonly symbol: string;
  readonly symbolGround: string;
  readonly report: string;
  readonly survey: string;
  /** the texture of land that no survey on record covered */
  readonly unsurveyed: string;
  readonly activity: string;
  readonly task: string;
}

export const sha = '#f4a718';
export const cha = '#ff0000';

export const light: Palette = {
  name: 'light',
  water: '#dfe5e8',
  land: '#f5f1e8',
  border: '#a59d8d',
  grid: '#c3ccd1',
  label: '#4b4a45',
  halo: '#fbf9f4',
  shaLine: '#8f5600',
  chaLine: '#a80000',
  papersNotHeld: '#6a4a2a',
  unsupported: '#2b2b2b',
  cancelled: '#4f6273',
  reduced: '#1f64a8',
  cleared: '#5a3f9a',
  disputed: '#6b2486',
  selected: '#0a3d6b',
  symbol: '#1b2125',
  symbolGround: '#ffffff',
  report: '#ffd23f',
  survey: '#4a5a66',
  unsurveyed: '#b9b09e',
  activity: '#4d4a8a',
  task: '#0f5c7a',
};

export const dark: Palette = {
  name: 'dark',
  water: '#0e1519',
  land: '#20262a',
  border: '#56616a',
  grid: '#27323a',
  label: '#c7ccd0',
  halo: '#14191c',
  shaLine: '#ffc766',
  chaLine: '#ff7b70',
  papersNotHeld: '#c9a27a',
  unsupported: '#f0f0f0',
  cancelled: '#9fb2c3',
  reduced: '#7ab8f5',
  cleared: '#b9a2f2',
  disputed: '#e3b3f7',
  selected: '#ffffff',
  symbol: '#f2f0ec',
  symbolGround: '#14191c',
  report: '#ffd23f',
  survey: '#a9b7c1',
  unsurveyed: '#454c52',
  activity: '#b0aef0',
  task: '#8fd0ea',
};
