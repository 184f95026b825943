import type uPlot from 'uplot';

/** What a plot of a day shows beside its lines. */
export interface PlotMarks {
  /** Where the day stands, in blocks from its start; null outside of it. */
  now: number | null;
  /** Own energy of each block, buy-positive; a bar at the foot tells the side. */
  energy: readonly number[];
}

const BAR = 4;

export function drawMarks(u: uPlot, marks: PlotMarks, color: (name: string) => string): void {
  const { ctx, bbox } = u;
  const ratio = devicePixelRatio;
  ctx.save();
  const foot = bbox.top + bbox.height - BAR * ratio;
  marks.energy.forEach((energy, i) => {
    if (energy === 0) return;
    const x = u.valToPos(i, 'x', true);
    ctx.fillStyle = color(energy > 0 ? '--ob-up' : '--ob-down');
    ctx.fillRect(x, foot, u.valToPos(i + 1, 'x', true) - x - ratio * 0.5, BAR * ratio);
  });
  if (marks.now !== null) {
    const x = u.valToPos(marks.now, 'x', true);
    ctx.strokeStyle = color('--ob-amber');
    ctx.lineWidth = 1.5 * ratio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
