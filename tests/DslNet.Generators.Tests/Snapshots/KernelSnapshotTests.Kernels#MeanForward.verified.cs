//HintName: MeanForward.g.cs

// GlobalAvgPool1: y = the mean over 12 positions, in 4 partial sums.
[Method__(Optimized)]
public static void GlobalAvgPool1Forward(ref float x, ref float y)
{
	unchecked
	{
		Float__ sum0 = Float__.Zero;
		Float__ sum1 = Float__.Zero;
		Float__ sum2 = Float__.Zero;
		Float__ sum3 = Float__.Zero;
		for (int position = 0; position < 12; position += 4)
		{
			ref float inputs = ref Place__.Add(ref x, position * 8);
			sum0 += Lanes__.Load(ref inputs, 0);
			sum1 += Lanes__.Load(ref inputs, 8);
			sum2 += Lanes__.Load(ref inputs, 16);
			sum3 += Lanes__.Load(ref inputs, 24);
		}
		Lanes__.Store(((sum0 + sum1) + (sum2 + sum3)) * Lanes__.Fill(0.0833333358f), ref y, 0);
	}
}
