/** Who may be elected, for a field to choose from while somebody types. */
export const Candidates = ({ people }: { people: readonly string[] }) => (
	<datalist id="candidates">
		{people.map((name) => (
			<option value={name} />
		))}
	</datalist>
);
