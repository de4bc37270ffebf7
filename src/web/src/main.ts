import './styles/app.css';
import { chartsWhenSeen } from './charts';
import { triesColours } from './colour';
import { tellsProxy } from './context';
import './dates';
import { listen } from './forms';
import './passkey';
import icons from './icons.svg?no-inline';
import { writesNumbers } from './lists/money';
import { slashSearches } from './lists/search';
import { TagsField } from './lists/tags';
import { menusClose, placesInView } from './menus';

// Names the sprite in the manifest, so that the pages find it by its hash.
document.documentElement.dataset['icons'] = icons;
customElements.define('vafa-tags', TagsField);
const desk = listen();
writesNumbers(desk.page.words);
slashSearches();
menusClose();
placesInView();
triesColours();
tellsProxy();
chartsWhenSeen();
if (document.querySelector('form[data-list], [data-tabs]')) void import('./lists').then(({ arm }) => arm(desk));
if (document.querySelector('form[data-refund]')) void import('./refund').then(({ refunds }) => refunds(desk.page));
if (document.querySelector('[data-import], form.import-columns, [data-import-check], [data-import-run]'))
  void import('./imports').then(({ armImports }) => armImports(desk));
