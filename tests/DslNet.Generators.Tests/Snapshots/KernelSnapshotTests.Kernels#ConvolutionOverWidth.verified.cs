//HintName: ConvolutionOverWidth.g.cs

// Conv1: y = b + Σ x·w over 3×3 taps and 1 channel, then ReLU: 16 columns by up to 3 filters at a time.
// Cost model: 648 cycles per sample (1,296 vector multiply-adds, 1,080 loads).
[Method__(Optimized)]
public static void Conv1Forward(ref float x, ref float w, ref float b, ref float y)
{
	unchecked
	{
		for (int row = 0; row < 12; row++)
		{
			for (int filter = 0; filter < 6; filter += 3)
			{
				// start with the bias
				ref float tileBias = ref Place__.Add(ref b, filter);
				Float__ a0_0 = Lanes__.Broadcast(ref tileBias, 0), a0_1 = a0_0;
				Float__ a1_0 = Lanes__.Broadcast(ref tileBias, 1), a1_1 = a1_0;
				Float__ a2_0 = Lanes__.Broadcast(ref tileBias, 2), a2_1 = a2_0;
				for (int tapRow = 0; tapRow < 3; tapRow++)
				{
					ref float rowInput = ref Place__.Add(ref x, (row + tapRow) * 18);
					ref float rowWeights = ref Place__.Add(ref w, tapRow * 24 + filter);
					ref float tapInput = ref rowInput;
					ref float tapWeights = ref rowWeights;
					for (int tap = 0; tap < 3; tap++)
					{
						// each term: load the inputs of some columns, multiply them by each filter's weight
						Float__ x0 = Lanes__.Load(ref tapInput, 0), x1 = Lanes__.Load(ref tapInput, 8);
						Lanes__.Add2x2(ref tapWeights, 0, 1, x0, x1, ref a0_0, ref a0_1, ref a1_0, ref a1_1);
						Lanes__.Add1x2(ref tapWeights, 2, x0, x1, ref a2_0, ref a2_1);
						tapInput = ref Place__.Add(ref tapInput, 1);
						tapWeights = ref Place__.Add(ref tapWeights, 8);
					}
				}
				// ReLU, then store
				ref float tileY = ref Place__.Add(ref y, row * 16 + filter * 192);
				Lanes__.StoreTwoReLU(a0_0, a0_1, ref tileY, 0);
				Lanes__.StoreTwoReLU(a1_0, a1_1, ref tileY, 192);
				Lanes__.StoreTwoReLU(a2_0, a2_1, ref tileY, 384);
			}
		}
	}
}
