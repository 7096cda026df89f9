//HintName: BiasGradient.g.cs

// Conv1: ∂b += Σ ∂y over 27 positions.
[Method__(Optimized)]
public static void Conv1BiasGradient(ref float dy, ref float db)
{
	unchecked
	{
		Lanes__.AddRows(ref dy, 27, ref db, 24);
	}
}
