// the order of the layers comes before any rule, also those of screens
import './ui/style/order.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './ui/style/tokens.css';
import './ui/style/base.css';
import './ui/style/parts.css';
import './ui/style/screens.css';
import './ui/style/frame.css';
import './ui/style/place.css';
import './ui/style/today.css';
import './ui/style/map.css';
import { applyTheme } from './ui/theme.ts';

applyTheme();
const place = document.getElementById('app');
if (place) createRoot(place).render(<App />);
