//HintName: Dense2InputGradient.NeonKernels.g.cs

// Dense2: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o], times the derivative of ReLU: 369 terms, 364 inputs, tiles of 8 inputs by 8 samples.
// Cost model: 16,790 cycles a sample (33,579 vector multiply-adds, 12,593 loads).
[Method__(Optimized)]
public static void Dense2InputGradient(
	ref float dy, ref float w, ref float turnedDy, ref float turnedDx, ref float strip, ref float dx, ref float saved, nuint count)
{
	unchecked
	{
		for (nuint i = 11648; i < 11776; i += 4)
		{
			Lanes__.Store(Float__.Zero, ref turnedDx, i);
		}
		for (nuint first = 0; first < count; first += 32)
		{
			nuint samples = global::System.Math.Min(32, count - first);
			if (samples < 32) // what lay in lanes of no sample might be denormal, and slow
				global::DslNet.CompilerServices.FloatMemory.Clear(ref turnedDy, 11808);
			global::DslNet.CompilerServices.MatrixTranspose.Copy(ref Place__.Add(ref dy, first * 400), 400, ref turnedDy, 32, samples, 369);
			for (nuint s = 0; s < samples; s += 8)
			{
				Dense2InputGradientOf8(ref w, ref Place__.Add(ref turnedDy, s), ref Place__.Add(ref turnedDx, s));
			}
			for (nuint k = 0; k < 368; k += 64)
			{
				nuint length = global::System.Math.Min(64, 368 - k);
				global::DslNet.CompilerServices.MatrixTranspose.Copy(
					ref Place__.Add(ref turnedDx, k * 32), 32, ref strip, 64, length, samples);
				for (nuint s = 0; s < samples; s++)
				{
					for (nuint i = 0; i < length; i += 4)
					{
						nuint o = (first + s) * 368 + k + i;
						Lanes__.Store(
							Vector__.AndNot(
								Lanes__.Load(ref strip, s * 64 + i), Vector__.LessThanOrEqual(Lanes__.Load(ref saved, o), Float__.Zero)),
							ref dx,
							o);
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
		for (nuint tile = 0; tile < 364; tile += 8)
		{
			nuint input = global::System.Math.Min(tile, 356); // the last tile reaches back
			Float__ a00 = Float__.Zero, a10 = a00, a20 = a00, a30 = a00, a40 = a00, a50 = a00, a60 = a00, a70 = a00;
			Float__ a01 = Float__.Zero, a11 = a01, a21 = a01, a31 = a01, a41 = a01, a51 = a01, a61 = a01, a71 = a01;
			for (nuint panel = 0; panel < 23; panel++)
			{
				ref float panelWeights = ref Place__.Add(ref w, panel * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref turnedDy, panel * 512);
				for (nuint k = 0; k < 16; k += 2)
				{
					ref float termInput = ref Place__.Add(ref panelWeights, k);
					ref float termWeights = ref Place__.Add(ref panelGradient, k * 32);
					Float__ x0 = Lane__.LoadPair(ref termInput, 0);
					Float__ x1 = Lane__.LoadPair(ref termInput, 16);
					Float__ x2 = Lane__.LoadPair(ref termInput, 32);
					Float__ x3 = Lane__.LoadPair(ref termInput, 48);
					Float__ x4 = Lane__.LoadPair(ref termInput, 64);
					Float__ x5 = Lane__.LoadPair(ref termInput, 80);
					Float__ x6 = Lane__.LoadPair(ref termInput, 96);
					Float__ x7 = Lane__.LoadPair(ref termInput, 112);
					{
						Float__ w0 = Lanes__.Load(ref termWeights, 0);
						Float__ w1 = Lanes__.Load(ref termWeights, 4);
						a00 = Lane__.MultiplyAdd(x0, 0, w0, a00); a01 = Lane__.MultiplyAdd(x0, 0, w1, a01);
						a10 = Lane__.MultiplyAdd(x1, 0, w0, a10); a11 = Lane__.MultiplyAdd(x1, 0, w1, a11);
						a20 = Lane__.MultiplyAdd(x2, 0, w0, a20); a21 = Lane__.MultiplyAdd(x2, 0, w1, a21);
						a30 = Lane__.MultiplyAdd(x3, 0, w0, a30); a31 = Lane__.MultiplyAdd(x3, 0, w1, a31);
						a40 = Lane__.MultiplyAdd(x4, 0, w0, a40); a41 = Lane__.MultiplyAdd(x4, 0, w1, a41);
						a50 = Lane__.MultiplyAdd(x5, 0, w0, a50); a51 = Lane__.MultiplyAdd(x5, 0, w1, a51);
						a60 = Lane__.MultiplyAdd(x6, 0, w0, a60); a61 = Lane__.MultiplyAdd(x6, 0, w1, a61);
						a70 = Lane__.MultiplyAdd(x7, 0, w0, a70); a71 = Lane__.MultiplyAdd(x7, 0, w1, a71);
					}
					{
						Float__ w0 = Lanes__.Load(ref termWeights, 32);
						Float__ w1 = Lanes__.Load(ref termWeights, 36);
						a00 = Lane__.MultiplyAdd(x0, 1, w0, a00); a01 = Lane__.MultiplyAdd(x0, 1, w1, a01);
						a10 = Lane__.MultiplyAdd(x1, 1, w0, a10); a11 = Lane__.MultiplyAdd(x1, 1, w1, a11);
						a20 = Lane__.MultiplyAdd(x2, 1, w0, a20); a21 = Lane__.MultiplyAdd(x2, 1, w1, a21);
						a30 = Lane__.MultiplyAdd(x3, 1, w0, a30); a31 = Lane__.MultiplyAdd(x3, 1, w1, a31);
						a40 = Lane__.MultiplyAdd(x4, 1, w0, a40); a41 = Lane__.MultiplyAdd(x4, 1, w1, a41);
						a50 = Lane__.MultiplyAdd(x5, 1, w0, a50); a51 = Lane__.MultiplyAdd(x5, 1, w1, a51);
						a60 = Lane__.MultiplyAdd(x6, 1, w0, a60); a61 = Lane__.MultiplyAdd(x6, 1, w1, a61);
						a70 = Lane__.MultiplyAdd(x7, 1, w0, a70); a71 = Lane__.MultiplyAdd(x7, 1, w1, a71);
					}
				}
			}
			{
				ref float panelWeights = ref Place__.Add(ref w, 23 * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref turnedDy, 23 * 512);
				for (nuint o = 0; o < 1; o++)
				{
					Float__ g0 = Lanes__.Load(ref panelGradient, o * 32);
					Float__ g1 = Lanes__.Load(ref panelGradient, o * 32 + 4);
					Float__ w0 = Lanes__.First(ref panelWeights, o);
					a00 = Lane__.MultiplyAdd(w0, 0, g0, a00); a01 = Lane__.MultiplyAdd(w0, 0, g1, a01);
					Float__ w1 = Lanes__.First(ref panelWeights, o + 16);
					a10 = Lane__.MultiplyAdd(w1, 0, g0, a10); a11 = Lane__.MultiplyAdd(w1, 0, g1, a11);
					Float__ w2 = Lanes__.First(ref panelWeights, o + 32);
					a20 = Lane__.MultiplyAdd(w2, 0, g0, a20); a21 = Lane__.MultiplyAdd(w2, 0, g1, a21);
					Float__ w3 = Lanes__.First(ref panelWeights, o + 48);
					a30 = Lane__.MultiplyAdd(w3, 0, g0, a30); a31 = Lane__.MultiplyAdd(w3, 0, g1, a31);
					Float__ w4 = Lanes__.First(ref panelWeights, o + 64);
					a40 = Lane__.MultiplyAdd(w4, 0, g0, a40); a41 = Lane__.MultiplyAdd(w4, 0, g1, a41);
					Float__ w5 = Lanes__.First(ref panelWeights, o + 80);
					a50 = Lane__.MultiplyAdd(w5, 0, g0, a50); a51 = Lane__.MultiplyAdd(w5, 0, g1, a51);
					Float__ w6 = Lanes__.First(ref panelWeights, o + 96);
					a60 = Lane__.MultiplyAdd(w6, 0, g0, a60); a61 = Lane__.MultiplyAdd(w6, 0, g1, a61);
					Float__ w7 = Lanes__.First(ref panelWeights, o + 112);
					a70 = Lane__.MultiplyAdd(w7, 0, g0, a70); a71 = Lane__.MultiplyAdd(w7, 0, g1, a71);
				}
			}
			ref float tileSums = ref Place__.Add(ref turnedDx, input * 32);
			Lanes__.Store(a00, ref tileSums, 0);
			Lanes__.Store(a01, ref tileSums, 4);
			Lanes__.Store(a10, ref tileSums, 32);
			Lanes__.Store(a11, ref tileSums, 36);
			Lanes__.Store(a20, ref tileSums, 64);
			Lanes__.Store(a21, ref tileSums, 68);
			Lanes__.Store(a30, ref tileSums, 96);
			Lanes__.Store(a31, ref tileSums, 100);
			Lanes__.Store(a40, ref tileSums, 128);
			Lanes__.Store(a41, ref tileSums, 132);
			Lanes__.Store(a50, ref tileSums, 160);
			Lanes__.Store(a51, ref tileSums, 164);
			Lanes__.Store(a60, ref tileSums, 192);
			Lanes__.Store(a61, ref tileSums, 196);
			Lanes__.Store(a70, ref tileSums, 224);
			Lanes__.Store(a71, ref tileSums, 228);
		}
	}
}
