//HintName: GroupedKernel.g.cs

// Conv1: 3 groups, one after the other.
// Cost model: 135 cycles per sample (243 vector multiply-adds, 270 loads).
[Method__(Optimized)]
public static void Conv1Forward(ref float x, ref float w, ref float b, ref float y)
{
	unchecked
	{
		for (int group = 0; group < 3; group++)
		{
			Conv1ForwardGroup(
				ref Place__.Add(ref x, group * 81),
				ref Place__.Add(ref w, group * 24),
				ref Place__.Add(ref b, group * 8),
				ref Place__.Add(ref y, group * 8));
		}
	}
}

// Conv1: y = b + Σ x·w over 1 tap and 3 channels, then ReLU: 3 terms, 3×9 positions, columns 0 to 8 in tiles of 9 columns by 8 channels.
// Cost model: 45 cycles per sample (81 vector multiply-adds, 90 loads).
[Method__(Optimized)]
public static void Conv1ForwardGroup(ref float x, ref float w, ref float b, ref float y)
{
	unchecked
	{
		for (int row = 0; row < 3; row++)
		{
			// start with the bias
			Float__ a0 = Lanes__.Load(ref b, 0), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0;
			{
				ref float tapInput = ref Place__.Add(ref x, row * 9);
				{
					ref float termWeights = ref w;
					ref float termInput = ref tapInput;
					for (int channel = 0; channel < 3; channel++)
					{
						// each term: load weights, multiply them by each column's input
						Float__ w0 = Lanes__.Load(ref termWeights, 0);
						Lanes__.Add4x1(ref termInput, 0, 1, w0, ref a0, ref a1, ref a2, ref a3);
						Lanes__.Add4x1(ref termInput, 4, 1, w0, ref a4, ref a5, ref a6, ref a7);
						Lanes__.Add1x1(ref termInput, 8, w0, ref a8);
						termWeights = ref Place__.Add(ref termWeights, 8);
						termInput = ref Place__.Add(ref termInput, 27);
					}
				}
			}
			// ReLU, then store
			ref float tileY = ref Place__.Add(ref y, row * 216);
			Lanes__.StoreReLU(a0, ref tileY, 0);
			Lanes__.StoreReLU(a1, ref tileY, 24);
			Lanes__.StoreReLU(a2, ref tileY, 48);
			Lanes__.StoreReLU(a3, ref tileY, 72);
			Lanes__.StoreReLU(a4, ref tileY, 96);
			Lanes__.StoreReLU(a5, ref tileY, 120);
			Lanes__.StoreReLU(a6, ref tileY, 144);
			Lanes__.StoreReLU(a7, ref tileY, 168);
			Lanes__.StoreReLU(a8, ref tileY, 192);
		}
	}
}
