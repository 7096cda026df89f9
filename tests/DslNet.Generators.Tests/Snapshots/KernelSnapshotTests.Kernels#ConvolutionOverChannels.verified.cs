//HintName: ConvolutionOverChannels.g.cs

// Conv1: Winograd F(2, 2) over rows, the common product of each two rows: s = b + Σ x·(w + next row's w) over 3 taps and 8 channels: 24
// terms, 3×6 positions, columns 0 to 5 in tiles of 6 columns by 8 channels.
// Cost model: 228 cycles per sample (384 vector multiply-adds, 456 loads).
[Method__(Optimized)]
public static void Conv1ForwardShared(ref float x, ref float w, ref float b, ref float shared)
{
	unchecked
	{
		for (int row = 0; row < 3; row++)
		{
			// start with the bias
			Float__ a0 = Lanes__.Load(ref b, 0), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0;
			{
				ref float tapInput = ref Place__.Add(ref x, row * 2 * 6);
				// Tap 0
				{
					ref float termWeights = ref w;
					ref float termInput = ref tapInput;
					for (int channel = 0; channel < 8; channel++)
					{
						// each term: load weights, multiply them by each column's input
						Float__ w0 = Lanes__.Load(ref termWeights, 0);
						Lanes__.Add4x1(ref termInput, 0, 1, w0, ref a1, ref a2, ref a3, ref a4);
						Lanes__.Add1x1(ref termInput, 4, w0, ref a5);
						termWeights = ref Place__.Add(ref termWeights, 8);
						termInput = ref Place__.Add(ref termInput, 36);
					}
				}
				// Tap 1
				{
					ref float termWeights = ref w;
					ref float termInput = ref tapInput;
					for (int channel = 0; channel < 8; channel++)
					{
						Float__ w0 = Lanes__.Load(ref termWeights, 64);
						Lanes__.Add4x1(ref termInput, 0, 1, w0, ref a0, ref a1, ref a2, ref a3);
						Lanes__.Add2x1(ref termInput, 4, 1, w0, ref a4, ref a5);
						termWeights = ref Place__.Add(ref termWeights, 8);
						termInput = ref Place__.Add(ref termInput, 36);
					}
				}
				// Tap 2
				{
					ref float termWeights = ref w;
					ref float termInput = ref tapInput;
					for (int channel = 0; channel < 8; channel++)
					{
						Float__ w0 = Lanes__.Load(ref termWeights, 128);
						Lanes__.Add4x1(ref termInput, 1, 1, w0, ref a0, ref a1, ref a2, ref a3);
						Lanes__.Add1x1(ref termInput, 5, w0, ref a4);
						termWeights = ref Place__.Add(ref termWeights, 8);
						termInput = ref Place__.Add(ref termInput, 36);
					}
				}
			}
			// store
			ref float tileShared = ref Place__.Add(ref shared, row * 48);
			Lanes__.StoreTwo(a0, a1, ref tileShared, 0);
			Lanes__.StoreTwo(a2, a3, ref tileShared, 16);
			Lanes__.StoreTwo(a4, a5, ref tileShared, 32);
		}
	}
}
