//HintName: Dense2InputGradient.Avx512Kernels.g.cs

// Dense2: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o], times the derivative of ReLU: 369 terms, 364 inputs, tiles of 8 inputs by 32 samples.
// Cost model: 4,198 cycles a sample (8,395 vector multiply-adds, 5,247 loads).
[SimdMethod(Optimized)]
public static void Dense2InputGradient(ref float dy, ref float w, ref float turnedDy, ref float turnedDx, ref float strip, ref float dx, ref float saved, nuint count)
{
	unchecked
	{
		for (nuint i = 11648; i < 11776; i += 16)
		{
			Simd.StoreUnsafe(SimdFloat.Zero, ref turnedDx, i);
		}
		for (nuint first = 0; first < count; first += 32)
		{
			nuint samples = global::System.Math.Min(32, count - first);
			if (samples < 32) // what lay in lanes of no sample might be denormal, and slow
				global::DslNet.CompilerServices.FloatMemory.Clear(ref turnedDy, 11808);
			global::DslNet.CompilerServices.MatrixTranspose.Copy(ref SimdRef.Add(ref dy, first * 400), 400, ref turnedDy, 32, samples, 369);
			if (samples > 16)
				Dense2InputGradientOf32(ref w, ref turnedDy, ref turnedDx);
			else
				Dense2InputGradientOf16(ref w, ref turnedDy, ref turnedDx);
			for (nuint k = 0; k < 368; k += 64)
			{
				nuint length = global::System.Math.Min(64, 368 - k);
				global::DslNet.CompilerServices.MatrixTranspose.Copy(ref SimdRef.Add(ref turnedDx, k * 32), 32, ref strip, 64, length, samples);
				for (nuint s = 0; s < samples; s++)
				{
					for (nuint i = 0; i < length; i += 16)
					{
						nuint o = (first + s) * 368 + k + i;
						Simd.StoreUnsafe(Simd.AndNot(Simd.LoadUnsafe(ref strip, s * 64 + i), Simd.LessThanOrEqual(Simd.LoadUnsafe(ref saved, o), SimdFloat.Zero)), ref dx, o);
					}
				}
			}
		}
	}
}

// 32 samples side by side.
[SimdMethod(Optimized)]
private static void Dense2InputGradientOf32(ref float w, ref float turnedDy, ref float turnedDx)
{
	unchecked
	{
		for (nuint tile = 0; tile < 364; tile += 8)
		{
			nuint input = global::System.Math.Min(tile, 356); // the last tile reaches back
			SimdFloat a00 = SimdFloat.Zero, a10 = a00, a20 = a00, a30 = a00, a40 = a00, a50 = a00, a60 = a00, a70 = a00;
			SimdFloat a01 = SimdFloat.Zero, a11 = a01, a21 = a01, a31 = a01, a41 = a01, a51 = a01, a61 = a01, a71 = a01;
			for (nuint panel = 0; panel < 23; panel++)
			{
				ref float panelWeights = ref SimdRef.Add(ref w, panel * 5824 + input * 16);
				ref float panelGradient = ref SimdRef.Add(ref turnedDy, panel * 512);
				global::DslNet.CompilerServices.CacheLines.Prefetch(ref SimdRef.Add(ref panelWeights, 5824), 128); // the next panel's
				for (nuint o = 0; o < 16; o++)
				{
					SimdFloat g0 = Simd.LoadUnsafe(ref panelGradient, o * 32);
					SimdFloat g1 = Simd.LoadUnsafe(ref panelGradient, o * 32 + 16);
					SimdFloat w0 = Simd.Create(SimdRef.Add(ref panelWeights, o));
					a00 = Simd.FusedMultiplyAdd(w0, g0, a00); a01 = Simd.FusedMultiplyAdd(w0, g1, a01);
					SimdFloat w1 = Simd.Create(SimdRef.Add(ref panelWeights, o + 16));
					a10 = Simd.FusedMultiplyAdd(w1, g0, a10); a11 = Simd.FusedMultiplyAdd(w1, g1, a11);
					SimdFloat w2 = Simd.Create(SimdRef.Add(ref panelWeights, o + 32));
					a20 = Simd.FusedMultiplyAdd(w2, g0, a20); a21 = Simd.FusedMultiplyAdd(w2, g1, a21);
					SimdFloat w3 = Simd.Create(SimdRef.Add(ref panelWeights, o + 48));
					a30 = Simd.FusedMultiplyAdd(w3, g0, a30); a31 = Simd.FusedMultiplyAdd(w3, g1, a31);
					SimdFloat w4 = Simd.Create(SimdRef.Add(ref panelWeights, o + 64));
					a40 = Simd.FusedMultiplyAdd(w4, g0, a40); a41 = Simd.FusedMultiplyAdd(w4, g1, a41);
					SimdFloat w5 = Simd.Create(SimdRef.Add(ref panelWeights, o + 80));
					a50 = Simd.FusedMultiplyAdd(w5, g0, a50); a51 = Simd.FusedMultiplyAdd(w5, g1, a51);
					SimdFloat w6 = Simd.Create(SimdRef.Add(ref panelWeights, o + 96));
					a60 = Simd.FusedMultiplyAdd(w6, g0, a60); a61 = Simd.FusedMultiplyAdd(w6, g1, a61);
					SimdFloat w7 = Simd.Create(SimdRef.Add(ref panelWeights, o + 112));
					a70 = Simd.FusedMultiplyAdd(w7, g0, a70); a71 = Simd.FusedMultiplyAdd(w7, g1, a71);
				}
			}
			{
				ref float panelWeights = ref SimdRef.Add(ref w, 23 * 5824 + input * 16);
				ref float panelGradient = ref SimdRef.Add(ref turnedDy, 23 * 512);
				for (nuint o = 0; o < 1; o++)
				{
					SimdFloat g0 = Simd.LoadUnsafe(ref panelGradient, o * 32);
					SimdFloat g1 = Simd.LoadUnsafe(ref panelGradient, o * 32 + 16);
					SimdFloat w0 = Simd.Create(SimdRef.Add(ref panelWeights, o));
					a00 = Simd.FusedMultiplyAdd(w0, g0, a00); a01 = Simd.FusedMultiplyAdd(w0, g1, a01);
					SimdFloat w1 = Simd.Create(SimdRef.Add(ref panelWeights, o + 16));
					a10 = Simd.FusedMultiplyAdd(w1, g0, a10); a11 = Simd.FusedMultiplyAdd(w1, g1, a11);
					SimdFloat w2 = Simd.Create(SimdRef.Add(ref panelWeights, o + 32));
					a20 = Simd.FusedMultiplyAdd(w2, g0, a20); a21 = Simd.FusedMultiplyAdd(w2, g1, a21);
					SimdFloat w3 = Simd.Create(SimdRef.Add(ref panelWeights, o + 48));
					a30 = Simd.FusedMultiplyAdd(w3, g0, a30); a31 = Simd.FusedMultiplyAdd(w3, g1, a31);
					SimdFloat w4 = Simd.Create(SimdRef.Add(ref panelWeights, o + 64));
					a40 = Simd.FusedMultiplyAdd(w4, g0, a40); a41 = Simd.FusedMultiplyAdd(w4, g1, a41);
					SimdFloat w5 = Simd.Create(SimdRef.Add(ref panelWeights, o + 80));
					a50 = Simd.FusedMultiplyAdd(w5, g0, a50); a51 = Simd.FusedMultiplyAdd(w5, g1, a51);
					SimdFloat w6 = Simd.Create(SimdRef.Add(ref panelWeights, o + 96));
					a60 = Simd.FusedMultiplyAdd(w6, g0, a60); a61 = Simd.FusedMultiplyAdd(w6, g1, a61);
					SimdFloat w7 = Simd.Create(SimdRef.Add(ref panelWeights, o + 112));
					a70 = Simd.FusedMultiplyAdd(w7, g0, a70); a71 = Simd.FusedMultiplyAdd(w7, g1, a71);
				}
			}
			ref float tileSums = ref SimdRef.Add(ref turnedDx, input * 32);
			Simd.StoreUnsafe(a00, ref tileSums, 0);
			Simd.StoreUnsafe(a01, ref tileSums, 16);
			Simd.StoreUnsafe(a10, ref tileSums, 32);
			Simd.StoreUnsafe(a11, ref tileSums, 48);
			Simd.StoreUnsafe(a20, ref tileSums, 64);
			Simd.StoreUnsafe(a21, ref tileSums, 80);
			Simd.StoreUnsafe(a30, ref tileSums, 96);
			Simd.StoreUnsafe(a31, ref tileSums, 112);
			Simd.StoreUnsafe(a40, ref tileSums, 128);
			Simd.StoreUnsafe(a41, ref tileSums, 144);
			Simd.StoreUnsafe(a50, ref tileSums, 160);
			Simd.StoreUnsafe(a51, ref tileSums, 176);
			Simd.StoreUnsafe(a60, ref tileSums, 192);
			Simd.StoreUnsafe(a61, ref tileSums, 208);
			Simd.StoreUnsafe(a70, ref tileSums, 224);
			Simd.StoreUnsafe(a71, ref tileSums, 240);
		}
	}
}

// 16 samples side by side.
[SimdMethod(Optimized)]
private static void Dense2InputGradientOf16(ref float w, ref float turnedDy, ref float turnedDx)
{
	unchecked
	{
		for (nuint tile = 0; tile < 364; tile += 8)
		{
			nuint input = global::System.Math.Min(tile, 356); // the last tile reaches back
			SimdFloat a00 = SimdFloat.Zero, a10 = a00, a20 = a00, a30 = a00, a40 = a00, a50 = a00, a60 = a00, a70 = a00;
			for (nuint panel = 0; panel < 23; panel++)
			{
				ref float panelWeights = ref SimdRef.Add(ref w, panel * 5824 + input * 16);
				ref float panelGradient = ref SimdRef.Add(ref turnedDy, panel * 512);
				global::DslNet.CompilerServices.CacheLines.Prefetch(ref SimdRef.Add(ref panelWeights, 5824), 128); // the next panel's
				for (nuint o = 0; o < 16; o++)
				{
					SimdFloat g0 = Simd.LoadUnsafe(ref panelGradient, o * 32);
					SimdFloat w0 = Simd.Create(SimdRef.Add(ref panelWeights, o));
					a00 = Simd.FusedMultiplyAdd(w0, g0, a00);
					SimdFloat w1 = Simd.Create(SimdRef.Add(ref panelWeights, o + 16));
					a10 = Simd.FusedMultiplyAdd(w1, g0, a10);
					SimdFloat w2 = Simd.Create(SimdRef.Add(ref panelWeights, o + 32));
					a20 = Simd.FusedMultiplyAdd(w2, g0, a20);
					SimdFloat w3 = Simd.Create(SimdRef.Add(ref panelWeights, o + 48));
					a30 = Simd.FusedMultiplyAdd(w3, g0, a30);
					SimdFloat w4 = Simd.Create(SimdRef.Add(ref panelWeights, o + 64));
					a40 = Simd.FusedMultiplyAdd(w4, g0, a40);
					SimdFloat w5 = Simd.Create(SimdRef.Add(ref panelWeights, o + 80));
					a50 = Simd.FusedMultiplyAdd(w5, g0, a50);
					SimdFloat w6 = Simd.Create(SimdRef.Add(ref panelWeights, o + 96));
					a60 = Simd.FusedMultiplyAdd(w6, g0, a60);
					SimdFloat w7 = Simd.Create(SimdRef.Add(ref panelWeights, o + 112));
					a70 = Simd.FusedMultiplyAdd(w7, g0, a70);
				}
			}
			{
				ref float panelWeights = ref SimdRef.Add(ref w, 23 * 5824 + input * 16);
				ref float panelGradient = ref SimdRef.Add(ref turnedDy, 23 * 512);
				for (nuint o = 0; o < 1; o++)
				{
					SimdFloat g0 = Simd.LoadUnsafe(ref panelGradient, o * 32);
					SimdFloat w0 = Simd.Create(SimdRef.Add(ref panelWeights, o));
					a00 = Simd.FusedMultiplyAdd(w0, g0, a00);
					SimdFloat w1 = Simd.Create(SimdRef.Add(ref panelWeights, o + 16));
					a10 = Simd.FusedMultiplyAdd(w1, g0, a10);
					SimdFloat w2 = Simd.Create(SimdRef.Add(ref panelWeights, o + 32));
					a20 = Simd.FusedMultiplyAdd(w2, g0, a20);
					SimdFloat w3 = Simd.Create(SimdRef.Add(ref panelWeights, o + 48));
					a30 = Simd.FusedMultiplyAdd(w3, g0, a30);
					SimdFloat w4 = Simd.Create(SimdRef.Add(ref panelWeights, o + 64));
					a40 = Simd.FusedMultiplyAdd(w4, g0, a40);
					SimdFloat w5 = Simd.Create(SimdRef.Add(ref panelWeights, o + 80));
					a50 = Simd.FusedMultiplyAdd(w5, g0, a50);
					SimdFloat w6 = Simd.Create(SimdRef.Add(ref panelWeights, o + 96));
					a60 = Simd.FusedMultiplyAdd(w6, g0, a60);
					SimdFloat w7 = Simd.Create(SimdRef.Add(ref panelWeights, o + 112));
					a70 = Simd.FusedMultiplyAdd(w7, g0, a70);
				}
			}
			ref float tileSums = ref SimdRef.Add(ref turnedDx, input * 32);
			Simd.StoreUnsafe(a00, ref tileSums, 0);
			Simd.StoreUnsafe(a10, ref tileSums, 32);
			Simd.StoreUnsafe(a20, ref tileSums, 64);
			Simd.StoreUnsafe(a30, ref tileSums, 96);
			Simd.StoreUnsafe(a40, ref tileSums, 128);
			Simd.StoreUnsafe(a50, ref tileSums, 160);
			Simd.StoreUnsafe(a60, ref tileSums, 192);
			Simd.StoreUnsafe(a70, ref tileSums, 224);
		}
	}
}
