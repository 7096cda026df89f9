//HintName: MeanBackward.g.cs

// GlobalAvgPool1: the gradient of the mean.
[Method__(Optimized)]
public static void GlobalAvgPool1Backward(ref float dy, ref float dx)
{
	unchecked
	{
		for (int position = 0; position < 12; position++)
		{
			Float__ share = Lanes__.Load(ref dy, 0) * Lanes__.Fill(0.0833333358f);
			Lanes__.Store(share, ref dx, position * 8);
		}
	}
}
