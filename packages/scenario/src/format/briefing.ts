import { z } from 'zod';
import { card, stake } from './people';

/** YAML front matter of roles/<id>.md; the Markdown below it is the briefing. */
export const briefingFormat = z.strictObject({ card: card.optional(), stake: stake.optional() });
