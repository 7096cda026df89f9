//HintName: Avx512.g.cs

// Dense1: ∂w[k, o] += Σₛ x[s, k]·∂y[s, o] and ∂b[o] += Σₛ ∂y[s, o], 16 inputs, 32 outputs in 2 panels of 16, tiles of 16 inputs by 16
// outputs.
// Cost model: 17 cycles a sample (32 vector multiply-adds, 34 loads).
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
				Float__ a00 = Float__.Zero, a10 = a00, a20 = a00, a30 = a00, a40 = a00, a50 = a00, a60 = a00, a70 = a00, a80 = a00,
					a90 = a00, a100 = a00, a110 = a00, a120 = a00, a130 = a00, a140 = a00, a150 = a00;
				ref float sampleGradient = ref panelGradient;
				ref float sampleInput = ref x;
				for (int s = 0; s < count; s++)
				{
					// each sample: load the gradients of some outputs, multiply them by each input
					Float__ g0 = Lanes__.Load(ref sampleGradient, 0);
					Lanes__.Add4x1(ref sampleInput, 0, 1, g0, ref a00, ref a10, ref a20, ref a30);
					Lanes__.Add4x1(ref sampleInput, 4, 1, g0, ref a40, ref a50, ref a60, ref a70);
					Lanes__.Add4x1(ref sampleInput, 8, 1, g0, ref a80, ref a90, ref a100, ref a110);
					Lanes__.Add4x1(ref sampleInput, 12, 1, g0, ref a120, ref a130, ref a140, ref a150);
					sampleGradient = ref Place__.Add(ref sampleGradient, 32);
					sampleInput = ref Place__.Add(ref sampleInput, 16);
				}
				// add to the sums of the blocks before
				Lanes__.AccumulateTwo(a00, a10, kept, ref tileWeights, 0);
				Lanes__.AccumulateTwo(a20, a30, kept, ref tileWeights, 32);
				Lanes__.AccumulateTwo(a40, a50, kept, ref tileWeights, 64);
				Lanes__.AccumulateTwo(a60, a70, kept, ref tileWeights, 96);
				Lanes__.AccumulateTwo(a80, a90, kept, ref tileWeights, 128);
				Lanes__.AccumulateTwo(a100, a110, kept, ref tileWeights, 160);
				Lanes__.AccumulateTwo(a120, a130, kept, ref tileWeights, 192);
				Lanes__.AccumulateTwo(a140, a150, kept, ref tileWeights, 224);
			}
		}
		Lanes__.AccumulateRows(ref dy, 32, count, kept, ref db, 32);
	}
}
