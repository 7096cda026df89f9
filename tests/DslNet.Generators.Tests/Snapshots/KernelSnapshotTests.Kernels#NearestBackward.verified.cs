//HintName: NearestBackward.g.cs

// Upsample1: ∂x = Σ ∂y over 2×2 copies, one sample.
[Method__(Optimized)]
public static void Upsample1Backward(ref float dy, ref float dx)
{
	unchecked
	{
		for (int row = 0; row < 3; row++)
		{
			for (int column = 0; column < 4; column++)
			{
				ref float windowDy = ref Place__.Add(ref dy, row * 128 + column * 16);
				Float__ sum = Float__.Zero;
				sum += Lanes__.Load(ref windowDy, 0);
				sum += Lanes__.Load(ref windowDy, 8);
				sum += Lanes__.Load(ref windowDy, 64);
				sum += Lanes__.Load(ref windowDy, 72);
				Lanes__.Store(sum, ref dx, (row * 4 + column) * 8);
			}
		}
	}
}
