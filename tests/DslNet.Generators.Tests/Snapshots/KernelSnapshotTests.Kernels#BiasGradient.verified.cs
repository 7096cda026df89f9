//HintName: BiasGradient.g.cs

// ConvTranspose1: ∂b += Σ ∂y over 285 positions.
[Method__(Optimized)]
public static void ConvTranspose1BiasGradient(ref float dy, ref float db)
{
	unchecked
	{
		Lanes__.AddRows(ref dy, 285, ref db, 8);
	}
}
