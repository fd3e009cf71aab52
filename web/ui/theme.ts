/** Light, dark, high contrast, or as the system has it. Kept in this browser only; it is no part of the address. */
export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export const themes: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];

const name = 'tilth-theme';
const told = new Set<() => void>();
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

export function themeChosen(): Theme {
  const kept = window.localStorage.getItem(name);
  return themes.find((t) => t === kept) ?? 'system';
}

/** Whether the page is dark now, the system's wish included. */
export function isDark(): boolean {
  const theme = themeChosen();
  return theme === 'system' ? systemDark.matches : theme === 'dark';
}

export function applyTheme(theme: Theme = themeChosen()): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  window.localStorage.setItem(name, theme);
  for (const tell of told) tell();
}

/** Calls back whenever light turns dark or the other way; returns how to stop. */
export function onThemeChange(tell: () => void): () => void {
  told.add(tell);
  systemDark.addEventListener('change', tell);
  return () => {
    told.delete(tell);
    systemDark.removeEventListener('change', tell);
  };
}
