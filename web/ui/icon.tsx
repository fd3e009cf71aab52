/** Small line icons, drawn here so that nothing is fetched. Always beside or under words of their own. */
const shapes = {
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5L20 20',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5l3 2',
  layers: 'M12 3l9 5-9 5-9-5 9-5Zm-9 9l9 5 9-5M3 16l9 5 9-5',
  more: 'M6 12a.5.5 0 1 0 0-.01M12 12a.5.5 0 1 0 0-.01M18 12a.5.5 0 1 0 0-.01',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8c0-4 3-6 7-6s7 2 7 6',
  display:
    'M12 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  map: 'M9 4 3 6v14l6-2 6 2 6-2V4l-6 2-6-2Zm0 0v14m6-12v14',
  table: 'M4 5h16v14H4zM4 10h16M4 15h16M10 5v14',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  import: 'M12 3v11m0 0l-4-4m4 4l4-4M5 15v5h14v-5',
  compare: 'M4 4h6v16H4zM14 4h6v16h-6zM10 9h4m-4 6h4',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  check: 'M5 13l4 4L19 7',
  place:
    'M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.500 12 21 12 21Zm0-9a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  disputes: 'M4 5h9v7H8l-4 3V5Zm16 5v9l-4-3h-5v-1',
  read: 'M12 6c-2-1.500-5-2-8-2v14c3 0 6 .5 8 2 2-1.500 5-2 8-2V4c-3 0-6 .5-8 2Zm0 0v14',
  today: 'M4 6.5l1.5 1.5L8.5 5M12 6.5h8M4 13l1.5 1.5 3-3M12 13h8M4 19.5h4.5M12 19.5h8',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 7a2 2 0 1 0 0-.01M9 17a2 2 0 1 0 0-.01',
  filter: 'M4 5h16l-6 7v6l-4 2v-8L4 5Z',
  bookmark: 'M6 4h12v16l-6-4-6 4V4Z',
  widen: 'M3 12h18M7 8l-4 4 4 4M17 8l4 4-4 4',
  sheet: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h3',
  chart: 'M4 4v16h16M8 16v-4m4 4V8m4 8v-6',
  megaphone: 'M4 10v4h3l8 5V5l-8 5H4Zm3 4v5h3v-3.500M18 9a4 4 0 0 1 0 6',
  hourglass: 'M6 3h12M6 21h12M7 3v4l5 5 5-5V3M7 21v-4l5-5 5 5v4',
  scales: 'M12 3v18M7 21h10M4 7h16M4 7l-2.500 7a3 3 0 0 0 5 0L4 7Zm16 0-2.500 7a3 3 0 0 0 5 0L20 7Z',
  warning: 'M12 4 2.5 20h19L12 4Zm0 6v5m0 2.5v.5',
  ruler: 'M3 16 16 3l5 5L8 21l-5-5Zm4-4 2 2m1-5 2 2m1-5 2 2',
  select: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M11 4h2M11 20h2M4 11v2M20 11v2',
  base: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c-6 6-6 12 0 18 6-6 6-12 0-18Z',
  print: 'M7 8V3h10v5M7 17H4v-8h16v8h-3M7 14h10v7H7z',
  copy: 'M9 9h11v11H9zM15 9V4H4v11h5',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
} as const;

export type IconName = keyof typeof shapes;
export const iconNames = Object.keys(shapes) as readonly IconName[];
const turning: readonly IconName[] = ['back', 'forward'];

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      data-turns={turning.includes(name) || undefined}
    >
      <path d={shapes[name]} />
    </svg>
  );
}
