// One bundle for all pages; each fetches only what it shows.
import './styles/page.css';

if (document.body.dataset.page === 'activity') import('./activity.js');
else import('./overview.js');
