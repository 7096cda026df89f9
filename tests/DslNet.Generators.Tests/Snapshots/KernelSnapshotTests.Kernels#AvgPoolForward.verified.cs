//HintName: AvgPoolForward.g.cs

// AvgPool1: y = mean of 2×2 positions, one sample.
[Method__(Optimized)]
public static void AvgPool1Forward(ref float x, ref float y)
{
	unchecked
	{
		Float__ sum = Float__.Zero;
		sum += Lanes__.Load(ref x, 0);
		sum += Lanes__.Load(ref x, 8);
		sum += Lanes__.Load(ref x, 16);
		sum += Lanes__.Load(ref x, 24);
		Lanes__.Store(sum * Lanes__.Fill(0.25f), ref y, 0);
	}
}
