//HintName: Dense2InputGradient.Avx512Kernels.g.cs

// Dense2: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o], times the derivative of ReLU: 369 terms, 364 inputs, tiles of 8 inputs by 32 samples.
// Cost model: 4,198 cycles a sample (8,395 vector multiply-adds, 5,247 loads).
[Method__(Optimized)]
public static void Dense2InputGradient(
	ref float dy, ref float w, ref float turnedDy, ref float turnedDx, ref float strip, ref float dx, ref float saved, int count)
{
	unchecked
	{
		for (int i = 11648; i < 11776; i += 16)
		{
			Lanes__.Store(Float__.Zero, ref turnedDx, i);
		}
		for (int first = 0; first < count; first += 32)
		{
			int samples = global::System.Math.Min(32, count - first);
			if (samples < 32) // what lay in lanes of no sample might be denormal, and slow
				global::DslNet.CompilerServices.FloatMemory.Clear(ref turnedDy, 11808);
			global::DslNet.CompilerServices.MatrixTranspose.Copy(ref Place__.Add(ref dy, first * 400), 400, ref turnedDy, 32, samples, 369);
			if (samples > 16)
				Dense2InputGradientOf32(ref w, ref turnedDy, ref turnedDx);
			else
				Dense2InputGradientOf16(ref w, ref turnedDy, ref turnedDx);
			for (int k = 0; k < 368; k += 64)
			{
				int length = global::System.Math.Min(64, 368 - k);
				global::DslNet.CompilerServices.MatrixTranspose.Copy(
					ref Place__.Add(ref turnedDx, k * 32), 32, ref strip, 64, length, samples);
				for (int s = 0; s < samples; s++)
				{
					for (int i = 0; i < length; i += 16)
					{
						int o = (first + s) * 368 + k + i;
						Lanes__.StoreReLUGradient(Lanes__.Load(ref strip, s * 64 + i), ref saved, ref dx, o);
					}
				}
			}
		}
	}
}

// 32 samples side by side.
[Method__(Optimized)]
private static void Dense2InputGradientOf32(ref float w, ref float turnedDy, ref float turnedDx)
{
	unchecked
	{
		for (int tile = 0; tile < 364; tile += 8)
		{
			int input = global::System.Math.Min(tile, 356); // the last tile reaches back
			Float__ a00 = Float__.Zero, a10 = a00, a20 = a00, a30 = a00, a40 = a00, a50 = a00, a60 = a00, a70 = a00;
			Float__ a01 = Float__.Zero, a11 = a01, a21 = a01, a31 = a01, a41 = a01, a51 = a01, a61 = a01, a71 = a01;
			for (int panel = 0; panel < 23; panel++)
			{
				ref float panelWeights = ref Place__.Add(ref w, panel * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref turnedDy, panel * 512);
				global::DslNet.CompilerServices.CacheLines.Prefetch(ref Place__.Add(ref panelWeights, 5824), 128); // the next panel's
				ref float termGradient = ref panelGradient;
				ref float termWeights = ref panelWeights;
				for (int o = 0; o < 16; o++)
				{
					// each output: load the gradients of some samples, multiply them by each weight
					Float__ g0 = Lanes__.Load(ref termGradient, 0), g1 = Lanes__.Load(ref termGradient, 16);
					Lanes__.Add4x2(ref termWeights, 0, 16, g0, g1,
						ref a00, ref a01, ref a10, ref a11, ref a20, ref a21, ref a30, ref a31);
					Lanes__.Add4x2(ref termWeights, 64, 16, g0, g1,
						ref a40, ref a41, ref a50, ref a51, ref a60, ref a61, ref a70, ref a71);
					termGradient = ref Place__.Add(ref termGradient, 32);
					termWeights = ref Place__.Add(ref termWeights, 1);
				}
			}
			{
				ref float panelWeights = ref Place__.Add(ref w, input * 16 + 133952);
				ref float panelGradient = ref Place__.Add(ref turnedDy, 11776);
				{
					Float__ g0 = Lanes__.Load(ref panelGradient, 0), g1 = Lanes__.Load(ref panelGradient, 16);
					Lanes__.Add4x2(ref panelWeights, 0, 16, g0, g1,
						ref a00, ref a01, ref a10, ref a11, ref a20, ref a21, ref a30, ref a31);
					Lanes__.Add4x2(ref panelWeights, 64, 16, g0, g1,
						ref a40, ref a41, ref a50, ref a51, ref a60, ref a61, ref a70, ref a71);
				}
			}
			ref float tileSums = ref Place__.Add(ref turnedDx, input * 32);
			Lanes__.StoreTwo(a00, a01, ref tileSums, 0);
			Lanes__.StoreTwo(a10, a11, ref tileSums, 32);
			Lanes__.StoreTwo(a20, a21, ref tileSums, 64);
			Lanes__.StoreTwo(a30, a31, ref tileSums, 96);
			Lanes__.StoreTwo(a40, a41, ref tileSums, 128);
			Lanes__.StoreTwo(a50, a51, ref tileSums, 160);
			Lanes__.StoreTwo(a60, a61, ref tileSums, 192);
			Lanes__.StoreTwo(a70, a71, ref tileSums, 224);
		}
	}
}

// 16 samples side by side.
[Method__(Optimized)]
private static void Dense2InputGradientOf16(ref float w, ref float turnedDy, ref float turnedDx)
{
	unchecked
	{
		for (int tile = 0; tile < 364; tile += 8)
		{
			int input = global::System.Math.Min(tile, 356); // the last tile reaches back
			Float__ a00 = Float__.Zero, a10 = a00, a20 = a00, a30 = a00, a40 = a00, a50 = a00, a60 = a00, a70 = a00;
			for (int panel = 0; panel < 23; panel++)
			{
				ref float panelWeights = ref Place__.Add(ref w, panel * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref turnedDy, panel * 512);
				global::DslNet.CompilerServices.CacheLines.Prefetch(ref Place__.Add(ref panelWeights, 5824), 128); // the next panel's
				ref float termGradient = ref panelGradient;
				ref float termWeights = ref panelWeights;
				for (int o = 0; o < 16; o++)
				{
					// each output: load the gradients of some samples, multiply them by each weight
					Float__ g0 = Lanes__.Load(ref termGradient, 0);
					Lanes__.Add4x1(ref termWeights, 0, 16, g0, ref a00, ref a10, ref a20, ref a30);
					Lanes__.Add4x1(ref termWeights, 64, 16, g0, ref a40, ref a50, ref a60, ref a70);
					termGradient = ref Place__.Add(ref termGradient, 32);
					termWeights = ref Place__.Add(ref termWeights, 1);
				}
			}
			{
				ref float panelWeights = ref Place__.Add(ref w, input * 16 + 133952);
				ref float panelGradient = ref Place__.Add(ref turnedDy, 11776);
				{
					Float__ g0 = Lanes__.Load(ref panelGradient, 0);
					Lanes__.Add4x1(ref panelWeights, 0, 16, g0, ref a00, ref a10, ref a20, ref a30);
					Lanes__.Add4x1(ref panelWeights, 64, 16, g0, ref a40, ref a50, ref a60, ref a70);
				}
			}
			ref float tileSums = ref Place__.Add(ref turnedDx, input * 32);
			Lanes__.Store(a00, ref tileSums, 0);
			Lanes__.Store(a10, ref tileSums, 32);
			Lanes__.Store(a20, ref tileSums, 64);
			Lanes__.Store(a30, ref tileSums, 96);
			Lanes__.Store(a40, ref tileSums, 128);
			Lanes__.Store(a50, ref tileSums, 160);
			Lanes__.Store(a60, ref tileSums, 192);
			Lanes__.Store(a70, ref tileSums, 224);
		}
	}
}
