/** Counts as a line without axes; the numbers themselves stand beside it. */
export const SparkLine = ({ counts, label }: { counts: readonly number[]; label: string }) => {
  const most = Math.max(1, ...counts);
  const [width, height] = [84, 22];
  const step = width / Math.max(1, counts.length - 1);
  const points = counts.map(
    (count, index) =>
      `${(index * step).toFixed(1)},${(height - 1.5 - (count / most) * (height - 3)).toFixed(1)}`,
  );
  return (
    <svg
      className="builder-spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      <polygon points={`0,${height} ${points.join(" ")} ${width},${height}`} />
      <polyline points={points.join(" ")} />
    </svg>
  );
};
