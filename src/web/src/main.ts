import './styles/app.css';
import { chartsWhenSeen } from './charts';
import { triesColours } from './colour';
import './dates';
import { listen } from './forms';
import './passkey';
import icons from './icons.svg?no-inline';
import { writesNumbers } from './lists/money';
import { slashSearches } from './lists/search';
import { TagsField } from './lists/tags';

// Names the sprite in the manifest, so that the pages find it by its hash.
document.documentElement.dataset['icons'] = icons;
customElements.define('vafa-tags', TagsField);
const desk = listen();
writesNumbers(desk.page.words);
slashSearches();
triesColours();
chartsWhenSeen();
if (document.querySelector('form[data-list], [data-tabs]')) void import('./lists').then(({ arm }) => arm(desk));
