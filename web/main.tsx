// the order of the layers comes before any rule, also those of screens
import './ui/style/order.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './ui/style/tokens.css';
import './ui/style/base.css';
import './ui/style/parts.css';
import './ui/style/screens.css';
import './ui/style/frame.css';
import './ui/style/list.css';
import './ui/style/place.css';
import './ui/style/item.css';
import './ui/style/decide.css';
import './ui/style/today.css';
import './ui/style/map.css';
import './ui/style/print.css';
import './ui/style/sheet.css';
import { applyTheme } from './ui/theme.ts';
import { addressNow } from './use-address.ts';

applyTheme();
// the map and its library are on their way while it is still asked who reads and what there is to show
const { screen } = addressNow();
if (screen === null || screen === 'map') {
  import('./map/map-pane.tsx');
  import('./map/draw-map.ts');
}
const place = document.getElementById('app');
if (place) createRoot(place).render(<App />);
