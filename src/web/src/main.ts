import './styles/app.css';
import { chartsWhenSeen } from './charts';
import './dates';
import { listen } from './forms';
import icons from './icons.svg?no-inline';

// Names the sprite in the manifest, so that the pages find it by its hash.
document.documentElement.dataset['icons'] = icons;
listen();
chartsWhenSeen();
