// What may be sent to Slack: `npm run build` makes node_modules/contract.json of it.
// A newer ts-json-schema-generator than 2.4 asks for Node 22, and Debian has 20.
import type { HomeView, KnownBlock, ModalView } from '@slack/types';

// A view's own blocks are of any type whatever; they are held against KnownBlock one by one.
export interface Contract {
  block: KnownBlock;
  modal: Omit<ModalView, 'blocks'>;
  home: Omit<HomeView, 'blocks'>;
}
