//HintName: DenseWeightGradient.g.cs

// Dense2: ∂w[k, o] += Σₛ x[s, k]·∂y[s, o] and ∂b[o] += Σₛ ∂y[s, o], 4 inputs, 2 outputs in 1 panel of 8, tiles of 4 inputs by 8 outputs.
// Cost model: 3 cycles per sample (4 vector multiply-adds, 5 loads).
[Method__(Optimized)]
public static void Dense2WeightGradient(ref float x, ref float dy, ref float dw, ref float db, bool adds, int count)
{
	unchecked
	{
		Float__ kept = adds ? Float__.AllBitsSet : Float__.Zero;
		{
			ref float tileWeights = ref dw;
			Float__ a0 = Float__.Zero, a1 = a0, a2 = a0, a3 = a0;
			ref float sampleGradient = ref dy;
			ref float sampleInput = ref x;
			for (int s = 0; s < count; s++)
			{
				// each sample: load the gradients of some outputs, multiply them by each input
				Lanes__.AddLoaded4x1(ref sampleInput, 0, 1, ref sampleGradient, 0, ref a0, ref a1, ref a2, ref a3);
				sampleGradient = ref Place__.Add(ref sampleGradient, 8);
				sampleInput = ref Place__.Add(ref sampleInput, 8);
			}
			// add to the sums of the blocks before
			Lanes__.AccumulateTwo(a0, a1, kept, ref tileWeights, 0);
			Lanes__.AccumulateTwo(a2, a3, kept, ref tileWeights, 16);
		}
		Lanes__.AccumulateRows(ref dy, 8, count, kept, ref db, 8);
	}
}
