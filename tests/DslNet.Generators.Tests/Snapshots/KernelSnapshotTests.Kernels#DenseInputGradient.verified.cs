//HintName: DenseInputGradient.g.cs

// Dense2: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o], times the derivative of ReLU: 369 terms, 364 inputs, tiles of 4 inputs by 16 samples.
// Cost model: 8,395 cycles per sample (16,790 vector multiply-adds, 12,593 loads).
[Method__(Optimized)]
public static void Dense2InputGradient(
	ref float dy, ref float w, ref float transposedDy, ref float transposedDx, ref float strip, ref float dx, ref float saved, int count)
{
	unchecked
	{
		for (int i = 11648; i < 11776; i += 8)
		{
			Lanes__.Store(Float__.Zero, ref transposedDx, i);
		}
		for (int first = 0; first < count; first += 32)
		{
			int samples = global::System.Math.Min(32, count - first);
			if (samples < 32) // what was in lanes of no sample might be denormal, and slow
				global::DslNet.CompilerServices.FloatMemory.Clear(ref transposedDy, 11808);
			global::DslNet.CompilerServices.MatrixTranspose.Copy(
				ref Place__.Add(ref dy, first * 400), 400, ref transposedDy, 32, samples, 369);
			for (int s = 0; s < samples; s += 16)
			{
				Dense2InputGradientOf16(ref w, ref Place__.Add(ref transposedDy, s), ref Place__.Add(ref transposedDx, s));
			}
			for (int k = 0; k < 368; k += 64)
			{
				int length = global::System.Math.Min(64, 368 - k);
				global::DslNet.CompilerServices.MatrixTranspose.Copy(
					ref Place__.Add(ref transposedDx, k * 32), 32, ref strip, 64, length, samples);
				for (int s = 0; s < samples; s++)
				{
					for (int i = 0; i < length; i += 8)
					{
						int o = (first + s) * 368 + k + i;
						Lanes__.StoreReLUGradient(Lanes__.Load(ref strip, s * 64 + i), ref saved, ref dx, o);
					}
				}
			}
		}
	}
}

// 16 samples in the lanes of each vector.
[Method__(Optimized)]
private static void Dense2InputGradientOf16(ref float w, ref float transposedDy, ref float transposedDx)
{
	unchecked
	{
		for (int input = 0; input < 364; input += 4)
		{
			Float__ a0_0 = Float__.Zero, a1_0 = a0_0, a2_0 = a0_0, a3_0 = a0_0;
			Float__ a0_1 = Float__.Zero, a1_1 = a0_1, a2_1 = a0_1, a3_1 = a0_1;
			for (int panel = 0; panel < 23; panel++)
			{
				ref float panelWeights = ref Place__.Add(ref w, panel * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref transposedDy, panel * 512);
				global::DslNet.CompilerServices.CacheLines.Prefetch(ref Place__.Add(ref panelWeights, 5824), 64); // the next panel's
				ref float termGradient = ref panelGradient;
				ref float termWeights = ref panelWeights;
				for (int o = 0; o < 16; o++)
				{
					// each output: load the gradients of some samples, multiply them by each weight
					Lanes__.AddLoaded4x2(ref termWeights, 0, 16, ref termGradient, 0,
						ref a0_0, ref a0_1, ref a1_0, ref a1_1, ref a2_0, ref a2_1, ref a3_0, ref a3_1);
					termGradient = ref Place__.Add(ref termGradient, 32);
					termWeights = ref Place__.Add(ref termWeights, 1);
				}
			}
			{
				ref float panelWeights = ref Place__.Add(ref w, input * 16 + 133952);
				ref float panelGradient = ref Place__.Add(ref transposedDy, 11776);
				Lanes__.AddLoaded4x2(ref panelWeights, 0, 16, ref panelGradient, 0,
					ref a0_0, ref a0_1, ref a1_0, ref a1_1, ref a2_0, ref a2_1, ref a3_0, ref a3_1);
			}
			ref float tileSums = ref Place__.Add(ref transposedDx, input * 32);
			Lanes__.StoreTwo(a0_0, a0_1, ref tileSums, 0);
			Lanes__.StoreTwo(a1_0, a1_1, ref tileSums, 32);
			Lanes__.StoreTwo(a2_0, a2_1, ref tileSums, 64);
			Lanes__.StoreTwo(a3_0, a3_1, ref tileSums, 96);
		}
	}
}
