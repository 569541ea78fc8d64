/** Twelve months of activities as bars on a baseline: the year of many associations in the width of a cell. */
export const Months = ({
	months,
	most,
	label,
}: {
	months: readonly number[];
	most: number;
	label: string;
}) => (
	<svg class="months" role="img" aria-label={label}>
		<line x1="0" x2="100%" y1="22.5" y2="22.5" />
		{months.map((count, month) => {
			const height = most > 0 ? Math.round((count / most) * 20) : 0;
			return (
				count > 0 && (
					<rect x={`${month * 8.4}%`} y={22 - Math.max(height, 2)} width="5%" height={Math.max(height, 2)} />
				)
			);
		})}
	</svg>
);
