//HintName: PositionsGradient.g.cs

// Positions1: ∂w[position] += ∂y: 16 values at 20 positions.
[Method__(Optimized)]
public static void Positions1WeightGradient(ref float counts, ref float dy, ref float dw, int count)
{
	unchecked
	{
		for (int t = 0; t < count; t++)
		{
			// Sequences that are too long were refused, but a state may have been loaded with any bytes.
			int position = (int)global::System.Math.Min((uint)(Place__.Read(ref counts, t * 8) - 1), 19u);
			ref float row = ref Place__.Add(ref dw, position * 16);
			ref float dyFrame = ref Place__.Add(ref dy, t * 16);
			for (int i = 0; i < 16; i += 8)
			{
				Lanes__.Add(Lanes__.Load(ref dyFrame, i), ref row, i);
			}
		}
	}
}
