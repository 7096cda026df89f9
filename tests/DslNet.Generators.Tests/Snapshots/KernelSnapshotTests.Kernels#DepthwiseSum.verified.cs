//HintName: DepthwiseSum.g.cs

// DepthwiseConv1: y = b + Σ x·w over 3×3 taps, channel by channel: 3×9 positions, columns 0 to 8 in tiles of 9 columns by 8 channels.
// Cost model: 175 cycles per sample (350 vector multiply-adds, 168 loads).
[Method__(Optimized)]
public static void DepthwiseConv1Forward(ref float x, ref float w, ref float b, ref float y)
{
	unchecked
	{
		for (int row = 0; row < 3; row++)
		{
			int firstTap = row < 1 ? 1 - row : 0;
			int endTap = row + 3 > 4 ? 4 - row : 3;
			for (int slice = 0; slice < 16; slice += 8)
			{
				ref float vectorWeights = ref Place__.Add(ref w, slice);
				// start with the bias
				Float__ a0 = Lanes__.Load(ref b, slice), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0;
				for (int tapRow = firstTap; tapRow < endTap; tapRow++)
				{
					ref float tapInput = ref Place__.Add(ref x, (row + tapRow - 1) * 144 + slice);
					ref float tapWeights = ref Place__.Add(ref vectorWeights, tapRow * 48);
					{
						// some taps: load their weights, then each input once for all columns that it is for
						Float__ w0 = Lanes__.Load(ref tapWeights, 0), w1 = Lanes__.Load(ref tapWeights, 16),
							w2 = Lanes__.Load(ref tapWeights, 32);
						Float__ x0 = Lanes__.Load(ref tapInput, 0);
						a1 = Lanes__.MultiplyAdd(x0, w0, a1);
						a0 = Lanes__.MultiplyAdd(x0, w1, a0);
						Float__ x1 = Lanes__.Load(ref tapInput, 16);
						a2 = Lanes__.MultiplyAdd(x1, w0, a2);
						a1 = Lanes__.MultiplyAdd(x1, w1, a1);
						a0 = Lanes__.MultiplyAdd(x1, w2, a0);
						Float__ x2 = Lanes__.Load(ref tapInput, 32);
						a3 = Lanes__.MultiplyAdd(x2, w0, a3);
						a2 = Lanes__.MultiplyAdd(x2, w1, a2);
						a1 = Lanes__.MultiplyAdd(x2, w2, a1);
						Float__ x3 = Lanes__.Load(ref tapInput, 48);
						a4 = Lanes__.MultiplyAdd(x3, w0, a4);
						a3 = Lanes__.MultiplyAdd(x3, w1, a3);
						a2 = Lanes__.MultiplyAdd(x3, w2, a2);
						Float__ x4 = Lanes__.Load(ref tapInput, 64);
						a5 = Lanes__.MultiplyAdd(x4, w0, a5);
						a4 = Lanes__.MultiplyAdd(x4, w1, a4);
						a3 = Lanes__.MultiplyAdd(x4, w2, a3);
						Float__ x5 = Lanes__.Load(ref tapInput, 80);
						a6 = Lanes__.MultiplyAdd(x5, w0, a6);
						a5 = Lanes__.MultiplyAdd(x5, w1, a5);
						a4 = Lanes__.MultiplyAdd(x5, w2, a4);
						Float__ x6 = Lanes__.Load(ref tapInput, 96);
						a7 = Lanes__.MultiplyAdd(x6, w0, a7);
						a6 = Lanes__.MultiplyAdd(x6, w1, a6);
						a5 = Lanes__.MultiplyAdd(x6, w2, a5);
						Float__ x7 = Lanes__.Load(ref tapInput, 112);
						a8 = Lanes__.MultiplyAdd(x7, w0, a8);
						a7 = Lanes__.MultiplyAdd(x7, w1, a7);
						a6 = Lanes__.MultiplyAdd(x7, w2, a6);
						Float__ x8 = Lanes__.Load(ref tapInput, 128);
						a8 = Lanes__.MultiplyAdd(x8, w1, a8);
						a7 = Lanes__.MultiplyAdd(x8, w2, a7);
					}
				}
				// store
				ref float tileY = ref Place__.Add(ref y, row * 144 + slice);
				Lanes__.Store(a0, ref tileY, 0);
				Lanes__.Store(a1, ref tileY, 16);
				Lanes__.Store(a2, ref tileY, 32);
				Lanes__.Store(a3, ref tileY, 48);
				Lanes__.Store(a4, ref tileY, 64);
				Lanes__.Store(a5, ref tileY, 80);
				Lanes__.Store(a6, ref tileY, 96);
				Lanes__.Store(a7, ref tileY, 112);
				Lanes__.Store(a8, ref tileY, 128);
			}
		}
	}
}
