//HintName: Dense2InputGradient.NeonKernels.g.cs

// Dense2: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o], times the derivative of ReLU: 369 terms, 364 inputs, tiles of 8 inputs by 8 samples.
// Cost model: 16,790 cycles a sample (33,579 vector multiply-adds, 12,593 loads).
[Method__(Optimized)]
public static void Dense2InputGradient(
	ref float dy, ref float w, ref float turnedDy, ref float turnedDx, ref float strip, ref float dx, ref float saved, int count)
{
	unchecked
	{
		for (int i = 11648; i < 11776; i += 4)
		{
			Lanes__.Store(Float__.Zero, ref turnedDx, i);
		}
		for (int first = 0; first < count; first += 32)
		{
			int samples = global::System.Math.Min(32, count - first);
			if (samples < 32) // what lay in lanes of no sample might be denormal, and slow
				global::DslNet.CompilerServices.FloatMemory.Clear(ref turnedDy, 11808);
			global::DslNet.CompilerServices.MatrixTranspose.Copy(ref Place__.Add(ref dy, first * 400), 400, ref turnedDy, 32, samples, 369);
			for (int s = 0; s < samples; s += 8)
			{
				Dense2InputGradientOf8(ref w, ref Place__.Add(ref turnedDy, s), ref Place__.Add(ref turnedDx, s));
			}
			for (int k = 0; k < 368; k += 64)
			{
				int length = global::System.Math.Min(64, 368 - k);
				global::DslNet.CompilerServices.MatrixTranspose.Copy(
					ref Place__.Add(ref turnedDx, k * 32), 32, ref strip, 64, length, samples);
				for (int s = 0; s < samples; s++)
				{
					for (int i = 0; i < length; i += 4)
					{
						int o = (first + s) * 368 + k + i;
						Lanes__.StoreReLUGradient(Lanes__.Load(ref strip, s * 64 + i), ref saved, ref dx, o);
					}
				}
			}
		}
	}
}

// 8 samples side by side.
[Method__(Optimized)]
private static void Dense2InputGradientOf8(ref float w, ref float turnedDy, ref float turnedDx)
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
				ref float termInput = ref panelWeights;
				ref float termWeights = ref panelGradient;
				for (int k = 0; k < 16; k += 2)
				{
					// two terms at a time: load both inputs of each row, multiply each by its weights
					Float__ x0 = Lane__.LoadPair(ref termInput, 0);
					Float__ x1 = Lane__.LoadPair(ref termInput, 16);
					Float__ x2 = Lane__.LoadPair(ref termInput, 32);
					Float__ x3 = Lane__.LoadPair(ref termInput, 48);
					Float__ x4 = Lane__.LoadPair(ref termInput, 64);
					Float__ x5 = Lane__.LoadPair(ref termInput, 80);
					Float__ x6 = Lane__.LoadPair(ref termInput, 96);
					Float__ x7 = Lane__.LoadPair(ref termInput, 112);
					{
						Float__ w0 = Lanes__.Load(ref termWeights, 0), w1 = Lanes__.Load(ref termWeights, 4);
						Lane__.AddLane4x2(x0, x1, x2, x3, 0, w0, w1,
							ref a00, ref a01, ref a10, ref a11, ref a20, ref a21, ref a30, ref a31);
						Lane__.AddLane4x2(x4, x5, x6, x7, 0, w0, w1,
							ref a40, ref a41, ref a50, ref a51, ref a60, ref a61, ref a70, ref a71);
					}
					{
						Float__ w0 = Lanes__.Load(ref termWeights, 32), w1 = Lanes__.Load(ref termWeights, 36);
						Lane__.AddLane4x2(x0, x1, x2, x3, 1, w0, w1,
							ref a00, ref a01, ref a10, ref a11, ref a20, ref a21, ref a30, ref a31);
						Lane__.AddLane4x2(x4, x5, x6, x7, 1, w0, w1,
							ref a40, ref a41, ref a50, ref a51, ref a60, ref a61, ref a70, ref a71);
					}
					termInput = ref Place__.Add(ref termInput, 2);
					termWeights = ref Place__.Add(ref termWeights, 64);
				}
			}
			{
				ref float panelWeights = ref Place__.Add(ref w, input * 16 + 133952);
				ref float panelGradient = ref Place__.Add(ref turnedDy, 11776);
				{
					// each output: load the gradients of some samples, multiply them by each weight
					Float__ g0 = Lanes__.Load(ref panelGradient, 0), g1 = Lanes__.Load(ref panelGradient, 4);
					Lane__.Add4x2(ref panelWeights, 0, 16, g0, g1,
						ref a00, ref a01, ref a10, ref a11, ref a20, ref a21, ref a30, ref a31);
					Lane__.Add4x2(ref panelWeights, 64, 16, g0, g1,
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
