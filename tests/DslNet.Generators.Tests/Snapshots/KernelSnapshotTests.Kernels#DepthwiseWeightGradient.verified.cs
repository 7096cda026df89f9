//HintName: DepthwiseWeightGradient.g.cs

// DepthwiseConv1: ∂w += Σ x·∂y and ∂b += Σ ∂y over 3×9 positions, 3×3 taps of each channel.
// Cost model: 175 cycles per sample (350 vector multiply-adds, 350 loads).
[Method__(Optimized)]
public static void DepthwiseConv1WeightGradient(ref float x, ref float dy, ref float dw, ref float db)
{
	unchecked
	{
		for (int row = 0; row < 3; row++)
		{
			int firstTap = row < 1 ? 1 - row : 0;
			int endTap = row + 3 > 4 ? 4 - row : 3;
			for (int tapRow = firstTap; tapRow < endTap; tapRow++)
			{
				ref float rowInput = ref Place__.Add(ref x, (row + tapRow - 1) * 144);
				ref float rowGradient = ref Place__.Add(ref dy, row * 144);
				ref float rowWeights = ref Place__.Add(ref dw, tapRow * 48);
				{
					Float__ a0_0 = Float__.Zero, a1_0 = a0_0, a2_0 = a0_0;
					Float__ a0_1 = Float__.Zero, a1_1 = a0_1, a2_1 = a0_1;
					Float__ b0_0 = Float__.Zero, b0_1 = Float__.Zero, b1_0 = Float__.Zero, b1_1 = Float__.Zero, b2_0 = Float__.Zero,
						b2_1 = Float__.Zero;
					// some columns: load their gradients, then each input once for all taps that meet it
					{
						Float__ g0 = Lanes__.Load(ref rowGradient, 0);
						a1_0 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 0), g0, a1_0);
						a2_0 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 16), g0, a2_0);
					}
					{
						Float__ g0 = Lanes__.Load(ref rowGradient, 8);
						a1_1 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 8), g0, a1_1);
						a2_1 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 24), g0, a2_1);
					}
					ref float columnInput = ref rowInput;
					ref float columnGradient = ref Place__.Add(ref rowGradient, 16);
					for (int column = 1; column < 7; column += 2)
					{
						{
							Float__ g0 = Lanes__.Load(ref columnGradient, 0), g1 = Lanes__.Load(ref columnGradient, 16);
							b0_0 = Lanes__.MultiplyAdd(Lanes__.Load(ref columnInput, 0), g0, b0_0);
							Float__ x1 = Lanes__.Load(ref columnInput, 16);
							b1_0 = Lanes__.MultiplyAdd(x1, g0, b1_0);
							a0_0 = Lanes__.MultiplyAdd(x1, g1, a0_0);
							Float__ x2 = Lanes__.Load(ref columnInput, 32);
							b2_0 = Lanes__.MultiplyAdd(x2, g0, b2_0);
							a1_0 = Lanes__.MultiplyAdd(x2, g1, a1_0);
							a2_0 = Lanes__.MultiplyAdd(Lanes__.Load(ref columnInput, 48), g1, a2_0);
						}
						{
							Float__ g0 = Lanes__.Load(ref columnGradient, 8), g1 = Lanes__.Load(ref columnGradient, 24);
							b0_1 = Lanes__.MultiplyAdd(Lanes__.Load(ref columnInput, 8), g0, b0_1);
							Float__ x1 = Lanes__.Load(ref columnInput, 24);
							b1_1 = Lanes__.MultiplyAdd(x1, g0, b1_1);
							a0_1 = Lanes__.MultiplyAdd(x1, g1, a0_1);
							Float__ x2 = Lanes__.Load(ref columnInput, 40);
							b2_1 = Lanes__.MultiplyAdd(x2, g0, b2_1);
							a1_1 = Lanes__.MultiplyAdd(x2, g1, a1_1);
							a2_1 = Lanes__.MultiplyAdd(Lanes__.Load(ref columnInput, 56), g1, a2_1);
						}
						columnInput = ref Place__.Add(ref columnInput, 32);
						columnGradient = ref Place__.Add(ref columnGradient, 32);
					}
					{
						Float__ g0 = Lanes__.Load(ref rowGradient, 112);
						b0_0 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 96), g0, b0_0);
						b1_0 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 112), g0, b1_0);
						b2_0 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 128), g0, b2_0);
					}
					{
						Float__ g0 = Lanes__.Load(ref rowGradient, 120);
						b0_1 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 104), g0, b0_1);
						b1_1 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 120), g0, b1_1);
						b2_1 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 136), g0, b2_1);
					}
					{
						Float__ g0 = Lanes__.Load(ref rowGradient, 128);
						a0_0 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 112), g0, a0_0);
						a1_0 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 128), g0, a1_0);
					}
					{
						Float__ g0 = Lanes__.Load(ref rowGradient, 136);
						a0_1 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 120), g0, a0_1);
						a1_1 = Lanes__.MultiplyAdd(Lanes__.Load(ref rowInput, 136), g0, a1_1);
					}
					// add to the gradient
					Lanes__.AddTwo(a0_0 + b0_0, a0_1 + b0_1, ref rowWeights, 0);
					Lanes__.AddTwo(a1_0 + b1_0, a1_1 + b1_1, ref rowWeights, 16);
					Lanes__.AddTwo(a2_0 + b2_0, a2_1 + b2_1, ref rowWeights, 32);
				}
			}
		}
		for (int tap = 0; tap < 9; tap++)
		{
			for (int lane = 12; lane < 16; lane++)
			{
				Place__.Add(ref dw, tap * 16 + lane) = 0;
			}
		}
		Lanes__.AddRows(ref dy, 27, ref db, 16);
	}
}
