//HintName: AvgPoolBackward.g.cs

// AvgPool1: the gradient of the mean, one sample.
[Method__(Optimized)]
public static void AvgPool1Backward(ref float dy, ref float dx)
{
	unchecked
	{
		Float__ share = Lanes__.Load(ref dy, 0) * Lanes__.Fill(0.25f);
		Lanes__.Store(share, ref dx, 0);
		Lanes__.Store(share, ref dx, 8);
		Lanes__.Store(share, ref dx, 16);
		Lanes__.Store(share, ref dx, 24);
	}
}
