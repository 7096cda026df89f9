//HintName: PadForward.g.cs

// Pad1: y = x in 14×18 positions, one sample.
[Method__(Optimized)]
public static void Pad1Forward(ref float x, ref float y)
{
	unchecked
	{
		{
			ref float input = ref Place__.Add(ref x, 128);
			Lanes__.Store(Lanes__.Load(ref input, 8), ref y, 0);
			for (int c = 0; c < 128; c += 8)
			{
				Lanes__.Store(Lanes__.Load(ref input, c), ref y, c + 8);
			}
			Lanes__.Store(Lanes__.Load(ref input, 112), ref y, 136);
		}
		for (int row = 1; row < 13; row++)
		{
			ref float output = ref Place__.Add(ref y, row * 144);
			ref float input = ref Place__.Add(ref x, (row - 1) * 128);
			Lanes__.Store(Lanes__.Load(ref input, 8), ref output, 0);
			for (int c = 0; c < 128; c += 8)
			{
				Lanes__.Store(Lanes__.Load(ref input, c), ref output, c + 8);
			}
			Lanes__.Store(Lanes__.Load(ref input, 112), ref output, 136);
		}
		{
			ref float output = ref Place__.Add(ref y, 1872);
			ref float input = ref Place__.Add(ref x, 1280);
			Lanes__.Store(Lanes__.Load(ref input, 8), ref output, 0);
			for (int c = 0; c < 128; c += 8)
			{
				Lanes__.Store(Lanes__.Load(ref input, c), ref output, c + 8);
			}
			Lanes__.Store(Lanes__.Load(ref input, 112), ref output, 136);
		}
	}
}
