import type { Rule } from '@/api/types';
import { Badge, type Tone } from '@/ui/states';

export type Confidence = Rule['confidence'];

const FACES: Record<Confidence, { tone: Tone; text: string; says: string }> = {
  verified: { tone: 'good', text: 'verified', says: 'Recomputed from real data' },
  source: { tone: 'busy', text: 'by source', says: 'A source says so' },
  unverified: { tone: 'warn', text: 'unverified', says: 'Nobody has checked this figure' },
};

/** How sure we are of a figure, in words. */
export function ConfidenceBadge({ confidence }: { confidence: Confidence }) {
  const face = FACES[confidence];
  return (
    <span title={face.says}>
      <Badge tone={face.tone}>{face.text}</Badge>
    </span>
  );
}
