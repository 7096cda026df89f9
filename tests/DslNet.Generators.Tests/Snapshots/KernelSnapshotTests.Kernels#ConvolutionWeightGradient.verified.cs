//HintName: ConvolutionWeightGradient.g.cs

// Conv2: ∂w += Σ x·∂y and ∂b += Σ ∂y over 2×2 positions, 32 pairs of tap and channel, 8 output channels at a time.
// Cost model: 72 cycles per sample (128 vector multiply-adds, 144 loads).
[Method__(Optimized)]
public static void Conv2WeightGradient(ref float x, ref float dy, ref float dw, ref float db)
{
	unchecked
	{
		for (int tapRow = 0; tapRow < 2; tapRow++)
		{
			for (int tap = 0; tap < 2; tap++)
			{
				ref float tapWeights = ref Place__.Add(ref dw, (tapRow * 2 + tap) * 64);
				{
					Float__ a0 = Float__.Zero, a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
					for (int row = 0; row < 2; row++)
					{
						ref float rowInput = ref Place__.Add(ref x, (row + tapRow) * 24);
						ref float rowGradient = ref Place__.Add(ref dy, row * 16);
						ref float columnInput = ref Place__.Add(ref rowInput, tap * 8);
						ref float columnGradient = ref rowGradient;
						for (int column = 0; column < 2; column++)
						{
							// each position: load the gradients of some channels, multiply them by each input under the kernel
							Float__ g0 = Lanes__.Load(ref columnGradient, 0);
							Lanes__.Add4x1(ref columnInput, 0, 1, g0, ref a0, ref a1, ref a2, ref a3);
							Lanes__.Add4x1(ref columnInput, 4, 1, g0, ref a4, ref a5, ref a6, ref a7);
							columnInput = ref Place__.Add(ref columnInput, 8);
							columnGradient = ref Place__.Add(ref columnGradient, 8);
						}
					}
					// add to the gradient
					Lanes__.AddTwo(a0, a1, ref tapWeights, 0);
					Lanes__.AddTwo(a2, a3, ref tapWeights, 16);
					Lanes__.AddTwo(a4, a5, ref tapWeights, 32);
					Lanes__.AddTwo(a6, a7, ref tapWeights, 48);
				}
			}
		}
		Lanes__.AddRows(ref dy, 4, ref db, 8);
	}
}
