//HintName: Avx512.g.cs

// Dense1: ∂w[k, o] += Σₛ x[s, k]·∂y[s, o] and ∂b[o] += Σₛ ∂y[s, o], 16 inputs, 32 outputs in 2 panels of 16, tiles of 16 inputs by 16
// outputs.
// Cost model: 17 cycles per sample (32 vector multiply-adds, 34 loads).
[Method__(Optimized)]
public static void Dense1WeightGradient(ref float x, ref float dy, ref float dw, ref float db, bool adds, int count)
{
	unchecked
	{
		Float__ kept = adds ? Float__.AllBitsSet : Float__.Zero;
		for (int panel = 0; panel < 2; panel++)
		{
			ref float panelGradient = ref Place__.Add(ref dy, panel * 16);
			{
				ref float tileWeights = ref Place__.Add(ref dw, panel * 256);
				Float__ a0 = Float__.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0, a8 = a0, a9 = a0, a10 = a0,
					a11 = a0, a12 = a0, a13 = a0, a14 = a0, a15 = a0;
				ref float sampleGradient = ref panelGradient;
				ref float sampleInput = ref x;
				for (int s = 0; s < count; s++)
				{
					// each sample: load the gradients of some outputs, multiply them by each input
					Float__ g0 = Lanes__.Load(ref sampleGradient, 0);
					Lanes__.Add4x1(ref sampleInput, 0, 1, g0, ref a0, ref a1, ref a2, ref a3);
					Lanes__.Add4x1(ref sampleInput, 4, 1, g0, ref a4, ref a5, ref a6, ref a7);
					Lanes__.Add4x1(ref sampleInput, 8, 1, g0, ref a8, ref a9, ref a10, ref a11);
					Lanes__.Add4x1(ref sampleInput, 12, 1, g0, ref a12, ref a13, ref a14, ref a15);
					sampleGradient = ref Place__.Add(ref sampleGradient, 32);
					sampleInput = ref Place__.Add(ref sampleInput, 16);
				}
				// add to the sums of the blocks before
				Lanes__.AccumulateTwo(a0, a1, kept, ref tileWeights, 0);
				Lanes__.AccumulateTwo(a2, a3, kept, ref tileWeights, 32);
				Lanes__.AccumulateTwo(a4, a5, kept, ref tileWeights, 64);
				Lanes__.AccumulateTwo(a6, a7, kept, ref tileWeights, 96);
				Lanes__.AccumulateTwo(a8, a9, kept, ref tileWeights, 128);
				Lanes__.AccumulateTwo(a10, a11, kept, ref tileWeights, 160);
				Lanes__.AccumulateTwo(a12, a13, kept, ref tileWeights, 192);
				Lanes__.AccumulateTwo(a14, a15, kept, ref tileWeights, 224);
			}
		}
		Lanes__.AccumulateRows(ref dy, 32, count, kept, ref db, 32);
	}
}
