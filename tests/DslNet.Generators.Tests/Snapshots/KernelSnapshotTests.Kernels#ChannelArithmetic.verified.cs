//HintName: ChannelArithmetic.g.cs

// Multiply1: y = x0 · x1: 12×2×2, one sample.
[Method__(OfOneSample)]
public static void Multiply1Forward(ref float x1, ref float x0, ref float y)
{
	unchecked
	{
		Float__ x0Here0 = Lanes__.Load(ref x0, 0), x0Here1 = Lanes__.Load(ref x0, 8);
		ref float rowX1 = ref x1;
		ref float rowY = ref y;
		for (int position = 0; position < 4; position++)
		{
			{
				Float__ x1Here = Lanes__.Load(ref rowX1, 0);
				Lanes__.Store(x0Here0 * x1Here, ref rowY, 0);
			}
			{
				Float__ x1Here = Lanes__.Load(ref rowX1, 8);
				Lanes__.Store(x0Here1 * x1Here, ref rowY, 8);
			}
			rowX1 = ref Place__.Add(ref rowX1, 16);
			rowY = ref Place__.Add(ref rowY, 16);
		}
	}
}
