import { render } from 'preact';
import { openApi } from './api.ts';
import { App } from './app.tsx';
import './studio.css';

/** Draws the page. The token stands behind `#`, where no server sees it. */
const root = document.getElementById('app');
if (root) {
  root.textContent = '';
  render(<App api={openApi(location.hash.slice(1))} />, root);
}
