import './styles/app.css';
import './forms';
import './passkey';
import './refund';
import icons from './icons.svg?no-inline';

// Names the sprite in the manifest, so that the pages find it by its hash.
document.documentElement.dataset['icons'] = icons;
