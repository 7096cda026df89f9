//HintName: NearestForward.g.cs

// Upsample1: y = each value 2×2 times, one sample.
[Method__(Optimized)]
public static void Upsample1Forward(ref float x, ref float y)
{
	unchecked
	{
		for (int row = 0; row < 3; row++)
		{
			for (int column = 0; column < 4; column++)
			{
				ref float windowY = ref Place__.Add(ref y, row * 128 + column * 16);
				Float__ value = Lanes__.Load(ref x, (row * 4 + column) * 8);
				Lanes__.Store(value, ref windowY, 0);
				Lanes__.Store(value, ref windowY, 8);
				Lanes__.Store(value, ref windowY, 64);
				Lanes__.Store(value, ref windowY, 72);
			}
		}
	}
}
