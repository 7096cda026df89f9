//HintName: Dense2InputGradient.Avx512Kernels.g.cs

// Dense2: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o], times the derivative of ReLU: 369 terms, 364 inputs, tiles of 8 inputs by 32 samples.
// Cost model: 4,198 cycles a sample (8,395 vector multiply-adds, 5,247 loads).
[Method__(Optimized)]
public static void Dense2InputGradient(
	ref float dy, ref float w, ref float turnedDy, ref float turnedDx, ref float strip, ref float dx, ref float saved, nuint count)
{
	unchecked
	{
		for (nuint i = 11648; i < 11776; i += 16)
		{
			Lanes__.Store(Float__.Zero, ref turnedDx, i);
		}
		for (nuint first = 0; first < count; first += 32)
		{
			nuint samples = global::System.Math.Min(32, count - first);
			if (samples < 32) // what lay in lanes of no sample might be denormal, and slow
				global::DslNet.CompilerServices.FloatMemory.Clear(ref turnedDy, 11808);
			global::DslNet.CompilerServices.MatrixTranspose.Copy(ref Place__.Add(ref dy, first * 400), 400, ref turnedDy, 32, samples, 369);
			if (samples > 16)
				Dense2InputGradientOf32(ref w, ref turnedDy, ref turnedDx);
			else
				Dense2InputGradientOf16(ref w, ref turnedDy, ref turnedDx);
			for (nuint k = 0; k < 368; k += 64)
			{
				nuint length = global::System.Math.Min(64, 368 - k);
				global::DslNet.CompilerServices.MatrixTranspose.Copy(
					ref Place__.Add(ref turnedDx, k * 32), 32, ref strip, 64, length, samples);
				for (nuint s = 0; s < samples; s++)
				{
					for (nuint i = 0; i < length; i += 16)
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

// 32 samples side by side.
[Method__(Optimized)]
private static void Dense2InputGradientOf32(ref float w, ref float turnedDy, ref float turnedDx)
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
				global::DslNet.CompilerServices.CacheLines.Prefetch(ref Place__.Add(ref panelWeights, 5824), 128); // the next panel's
				for (nuint o = 0; o < 16; o++)
				{
					Float__ g0 = Lanes__.Load(ref panelGradient, o * 32);
					Float__ g1 = Lanes__.Load(ref panelGradient, o * 32 + 16);
					Float__ w0 = Lanes__.Broadcast(ref panelWeights, o);
					a00 = Lanes__.MultiplyAdd(w0, g0, a00); a01 = Lanes__.MultiplyAdd(w0, g1, a01);
					Float__ w1 = Lanes__.Broadcast(ref panelWeights, o + 16);
					a10 = Lanes__.MultiplyAdd(w1, g0, a10); a11 = Lanes__.MultiplyAdd(w1, g1, a11);
					Float__ w2 = Lanes__.Broadcast(ref panelWeights, o + 32);
					a20 = Lanes__.MultiplyAdd(w2, g0, a20); a21 = Lanes__.MultiplyAdd(w2, g1, a21);
					Float__ w3 = Lanes__.Broadcast(ref panelWeights, o + 48);
					a30 = Lanes__.MultiplyAdd(w3, g0, a30); a31 = Lanes__.MultiplyAdd(w3, g1, a31);
					Float__ w4 = Lanes__.Broadcast(ref panelWeights, o + 64);
					a40 = Lanes__.MultiplyAdd(w4, g0, a40); a41 = Lanes__.MultiplyAdd(w4, g1, a41);
					Float__ w5 = Lanes__.Broadcast(ref panelWeights, o + 80);
					a50 = Lanes__.MultiplyAdd(w5, g0, a50); a51 = Lanes__.MultiplyAdd(w5, g1, a51);
					Float__ w6 = Lanes__.Broadcast(ref panelWeights, o + 96);
					a60 = Lanes__.MultiplyAdd(w6, g0, a60); a61 = Lanes__.MultiplyAdd(w6, g1, a61);
					Float__ w7 = Lanes__.Broadcast(ref panelWeights, o + 112);
					a70 = Lanes__.MultiplyAdd(w7, g0, a70); a71 = Lanes__.MultiplyAdd(w7, g1, a71);
				}
			}
			{
				ref float panelWeights = ref Place__.Add(ref w, 23 * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref turnedDy, 23 * 512);
				for (nuint o = 0; o < 1; o++)
				{
					Float__ g0 = Lanes__.Load(ref panelGradient, o * 32);
					Float__ g1 = Lanes__.Load(ref panelGradient, o * 32 + 16);
					Float__ w0 = Lanes__.Broadcast(ref panelWeights, o);
					a00 = Lanes__.MultiplyAdd(w0, g0, a00); a01 = Lanes__.MultiplyAdd(w0, g1, a01);
					Float__ w1 = Lanes__.Broadcast(ref panelWeights, o + 16);
					a10 = Lanes__.MultiplyAdd(w1, g0, a10); a11 = Lanes__.MultiplyAdd(w1, g1, a11);
					Float__ w2 = Lanes__.Broadcast(ref panelWeights, o + 32);
					a20 = Lanes__.MultiplyAdd(w2, g0, a20); a21 = Lanes__.MultiplyAdd(w2, g1, a21);
					Float__ w3 = Lanes__.Broadcast(ref panelWeights, o + 48);
					a30 = Lanes__.MultiplyAdd(w3, g0, a30); a31 = Lanes__.MultiplyAdd(w3, g1, a31);
					Float__ w4 = Lanes__.Broadcast(ref panelWeights, o + 64);
					a40 = Lanes__.MultiplyAdd(w4, g0, a40); a41 = Lanes__.MultiplyAdd(w4, g1, a41);
					Float__ w5 = Lanes__.Broadcast(ref panelWeights, o + 80);
					a50 = Lanes__.MultiplyAdd(w5, g0, a50); a51 = Lanes__.MultiplyAdd(w5, g1, a51);
					Float__ w6 = Lanes__.Broadcast(ref panelWeights, o + 96);
					a60 = Lanes__.MultiplyAdd(w6, g0, a60); a61 = Lanes__.MultiplyAdd(w6, g1, a61);
					Float__ w7 = Lanes__.Broadcast(ref panelWeights, o + 112);
					a70 = Lanes__.MultiplyAdd(w7, g0, a70); a71 = Lanes__.MultiplyAdd(w7, g1, a71);
				}
			}
			ref float tileSums = ref Place__.Add(ref turnedDx, input * 32);
			Lanes__.Store(a00, ref tileSums, 0);
			Lanes__.Store(a01, ref tileSums, 16);
			Lanes__.Store(a10, ref tileSums, 32);
			Lanes__.Store(a11, ref tileSums, 48);
			Lanes__.Store(a20, ref tileSums, 64);
			Lanes__.Store(a21, ref tileSums, 80);
			Lanes__.Store(a30, ref tileSums, 96);
			Lanes__.Store(a31, ref tileSums, 112);
			Lanes__.Store(a40, ref tileSums, 128);
			Lanes__.Store(a41, ref tileSums, 144);
			Lanes__.Store(a50, ref tileSums, 160);
			Lanes__.Store(a51, ref tileSums, 176);
			Lanes__.Store(a60, ref tileSums, 192);
			Lanes__.Store(a61, ref tileSums, 208);
			Lanes__.Store(a70, ref tileSums, 224);
			Lanes__.Store(a71, ref tileSums, 240);
		}
	}
}

// 16 samples side by side.
[Method__(Optimized)]
private static void Dense2InputGradientOf16(ref float w, ref float turnedDy, ref float turnedDx)
{
	unchecked
	{
		for (nuint tile = 0; tile < 364; tile += 8)
		{
			nuint input = global::System.Math.Min(tile, 356); // the last tile reaches back
			Float__ a00 = Float__.Zero, a10 = a00, a20 = a00, a30 = a00, a40 = a00, a50 = a00, a60 = a00, a70 = a00;
			for (nuint panel = 0; panel < 23; panel++)
			{
				ref float panelWeights = ref Place__.Add(ref w, panel * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref turnedDy, panel * 512);
				global::DslNet.CompilerServices.CacheLines.Prefetch(ref Place__.Add(ref panelWeights, 5824), 128); // the next panel's
				for (nuint o = 0; o < 16; o++)
				{
					Float__ g0 = Lanes__.Load(ref panelGradient, o * 32);
					Float__ w0 = Lanes__.Broadcast(ref panelWeights, o);
					a00 = Lanes__.MultiplyAdd(w0, g0, a00);
					Float__ w1 = Lanes__.Broadcast(ref panelWeights, o + 16);
					a10 = Lanes__.MultiplyAdd(w1, g0, a10);
					Float__ w2 = Lanes__.Broadcast(ref panelWeights, o + 32);
					a20 = Lanes__.MultiplyAdd(w2, g0, a20);
					Float__ w3 = Lanes__.Broadcast(ref panelWeights, o + 48);
					a30 = Lanes__.MultiplyAdd(w3, g0, a30);
					Float__ w4 = Lanes__.Broadcast(ref panelWeights, o + 64);
					a40 = Lanes__.MultiplyAdd(w4, g0, a40);
					Float__ w5 = Lanes__.Broadcast(ref panelWeights, o + 80);
					a50 = Lanes__.MultiplyAdd(w5, g0, a50);
					Float__ w6 = Lanes__.Broadcast(ref panelWeights, o + 96);
					a60 = Lanes__.MultiplyAdd(w6, g0, a60);
					Float__ w7 = Lanes__.Broadcast(ref panelWeights, o + 112);
					a70 = Lanes__.MultiplyAdd(w7, g0, a70);
				}
			}
			{
				ref float panelWeights = ref Place__.Add(ref w, 23 * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref turnedDy, 23 * 512);
				for (nuint o = 0; o < 1; o++)
				{
					Float__ g0 = Lanes__.Load(ref panelGradient, o * 32);
					Float__ w0 = Lanes__.Broadcast(ref panelWeights, o);
					a00 = Lanes__.MultiplyAdd(w0, g0, a00);
					Float__ w1 = Lanes__.Broadcast(ref panelWeights, o + 16);
					a10 = Lanes__.MultiplyAdd(w1, g0, a10);
					Float__ w2 = Lanes__.Broadcast(ref panelWeights, o + 32);
					a20 = Lanes__.MultiplyAdd(w2, g0, a20);
					Float__ w3 = Lanes__.Broadcast(ref panelWeights, o + 48);
					a30 = Lanes__.MultiplyAdd(w3, g0, a30);
					Float__ w4 = Lanes__.Broadcast(ref panelWeights, o + 64);
					a40 = Lanes__.MultiplyAdd(w4, g0, a40);
					Float__ w5 = Lanes__.Broadcast(ref panelWeights, o + 80);
					a50 = Lanes__.MultiplyAdd(w5, g0, a50);
					Float__ w6 = Lanes__.Broadcast(ref panelWeights, o + 96);
					a60 = Lanes__.MultiplyAdd(w6, g0, a60);
					Float__ w7 = Lanes__.Broadcast(ref panelWeights, o + 112);
					a70 = Lanes__.MultiplyAdd(w7, g0, a70);
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
