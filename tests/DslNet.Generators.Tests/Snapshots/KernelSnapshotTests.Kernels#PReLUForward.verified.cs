//HintName: PReLUForward.g.cs

// PReLU1: y = x where x > 0, else w·x, a w for each channel: 12 channels at 4 positions, one sample.
[Method__(OfOneSample)]
public static void PReLU1Forward(ref float x, ref float w, ref float y)
{
	unchecked
	{
		Float__ slope0 = Lanes__.Load(ref w, 0), slope1 = Lanes__.Load(ref w, 8);
		ref float rowX = ref x;
		ref float rowY = ref y;
		for (int row = 0; row < 4; row++)
		{
			{
				Float__ here = Lanes__.Load(ref rowX, 0);
				Lanes__.Store(Lanes__.Select(Lanes__.GreaterThan(here, Float__.Zero), here, here * slope0), ref rowY, 0);
			}
			{
				Float__ here = Lanes__.Load(ref rowX, 8);
				Lanes__.Store(Lanes__.Select(Lanes__.GreaterThan(here, Float__.Zero), here, here * slope1), ref rowY, 8);
			}
			rowX = ref Place__.Add(ref rowX, 16);
			rowY = ref Place__.Add(ref rowY, 16);
		}
	}
}
