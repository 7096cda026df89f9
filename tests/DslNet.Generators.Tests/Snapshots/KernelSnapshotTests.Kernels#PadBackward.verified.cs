//HintName: PadBackward.g.cs

// Pad1: ∂x = ∂y of 12×16 positions, and of their copies around, one sample.
[Method__(Optimized)]
public static void Pad1Backward(ref float dy, ref float dx)
{
	unchecked
	{
		for (int row = 0; row < 12; row++)
		{
			ref float gradient = ref Place__.Add(ref dy, row * 144 + 152);
			for (int c = 0; c < 128; c += 8)
			{
				Lanes__.Store(Lanes__.Load(ref gradient, c), ref dx, row * 128 + c);
			}
		}
		{
			ref float input = ref Place__.Add(ref dx, 128);
			Lanes__.Add(Lanes__.Load(ref dy, 0), ref input, 8);
			for (int c = 0; c < 128; c += 8)
			{
				Lanes__.Add(Lanes__.Load(ref dy, c + 8), ref input, c);
			}
			Lanes__.Add(Lanes__.Load(ref dy, 136), ref input, 112);
		}
		for (int row = 1; row < 13; row++)
		{
			ref float gradient = ref Place__.Add(ref dy, row * 144);
			ref float input = ref Place__.Add(ref dx, (row - 1) * 128);
			Lanes__.Add(Lanes__.Load(ref gradient, 0), ref input, 8);
			Lanes__.Add(Lanes__.Load(ref gradient, 136), ref input, 112);
		}
		{
			ref float gradient = ref Place__.Add(ref dy, 1872);
			ref float input = ref Place__.Add(ref dx, 1280);
			Lanes__.Add(Lanes__.Load(ref gradient, 0), ref input, 8);
			for (int c = 0; c < 128; c += 8)
			{
				Lanes__.Add(Lanes__.Load(ref gradient, c + 8), ref input, c);
			}
			Lanes__.Add(Lanes__.Load(ref gradient, 136), ref input, 112);
		}
	}
}
