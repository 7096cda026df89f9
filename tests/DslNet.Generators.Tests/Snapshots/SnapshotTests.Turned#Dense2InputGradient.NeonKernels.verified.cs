//HintName: Dense2InputGradient.NeonKernels.g.cs

// Dense2: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o], times the derivative of ReLU: 369 terms, 364 inputs, tiles of 8 inputs by 8 samples.
// Cost model: 16,790 cycles a sample (33,579 vector multiply-adds, 12,593 loads).
[SimdMethod(Optimized)]
public static void Dense2InputGradient(ref float dy, ref float w, ref float turnedDy, ref float turnedDx, ref float strip, ref float dx, ref float saved, nuint count)
{
	unchecked
	{
		for (nuint i = 11648; i < 11776; i += 4)
		{
			Simd.StoreUnsafe(SimdFloat.Zero, ref turnedDx, i);
		}
		for (nuint first = 0; first < count; first += 32)
		{
			nuint samples = global::System.Math.Min(32, count - first);
			if (samples < 32) // what lay in lanes of no sample might be denormal, and slow
				global::DslNet.CompilerServices.FloatMemory.Clear(ref turnedDy, 11808);
			global::DslNet.CompilerServices.MatrixTranspose.Copy(ref SimdRef.Add(ref dy, first * 400), 400, ref turnedDy, 32, samples, 369);
			for (nuint s = 0; s < samples; s += 8)
			{
				Dense2InputGradientOf8(ref w, ref SimdRef.Add(ref turnedDy, s), ref SimdRef.Add(ref turnedDx, s));
			}
			for (nuint k = 0; k < 368; k += 64)
			{
				nuint length = global::System.Math.Min(64, 368 - k);
				global::DslNet.CompilerServices.MatrixTranspose.Copy(ref SimdRef.Add(ref turnedDx, k * 32), 32, ref strip, 64, length, samples);
				for (nuint s = 0; s < samples; s++)
				{
					for (nuint i = 0; i < length; i += 4)
					{
						nuint o = (first + s) * 368 + k + i;
						Simd.StoreUnsafe(Simd.AndNot(Simd.LoadUnsafe(ref strip, s * 64 + i), Simd.LessThanOrEqual(Simd.LoadUnsafe(ref saved, o), SimdFloat.Zero)), ref dx, o);
					}
				}
			}
		}
	}
}

// 8 samples side by side.
[SimdMethod(Optimized)]
private static void Dense2InputGradientOf8(ref float w, ref float turnedDy, ref float turnedDx)
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
				for (nuint k = 0; k < 16; k += 2)
				{
					ref float termInput = ref SimdRef.Add(ref panelWeights, k);
					ref float termWeights = ref SimdRef.Add(ref panelGradient, k * 32);
					SimdFloat x0 = SimdLane.LoadPair(ref termInput, 0);
					SimdFloat x1 = SimdLane.LoadPair(ref termInput, 16);
					SimdFloat x2 = SimdLane.LoadPair(ref termInput, 32);
					SimdFloat x3 = SimdLane.LoadPair(ref termInput, 48);
					SimdFloat x4 = SimdLane.LoadPair(ref termInput, 64);
					SimdFloat x5 = SimdLane.LoadPair(ref termInput, 80);
					SimdFloat x6 = SimdLane.LoadPair(ref termInput, 96);
					SimdFloat x7 = SimdLane.LoadPair(ref termInput, 112);
					{
						SimdFloat w0 = Simd.LoadUnsafe(ref termWeights, 0);
						SimdFloat w1 = Simd.LoadUnsafe(ref termWeights, 4);
						a00 = SimdLane.MultiplyAdd(x0, 0, w0, a00); a01 = SimdLane.MultiplyAdd(x0, 0, w1, a01);
						a10 = SimdLane.MultiplyAdd(x1, 0, w0, a10); a11 = SimdLane.MultiplyAdd(x1, 0, w1, a11);
						a20 = SimdLane.MultiplyAdd(x2, 0, w0, a20); a21 = SimdLane.MultiplyAdd(x2, 0, w1, a21);
						a30 = SimdLane.MultiplyAdd(x3, 0, w0, a30); a31 = SimdLane.MultiplyAdd(x3, 0, w1, a31);
						a40 = SimdLane.MultiplyAdd(x4, 0, w0, a40); a41 = SimdLane.MultiplyAdd(x4, 0, w1, a41);
						a50 = SimdLane.MultiplyAdd(x5, 0, w0, a50); a51 = SimdLane.MultiplyAdd(x5, 0, w1, a51);
						a60 = SimdLane.MultiplyAdd(x6, 0, w0, a60); a61 = SimdLane.MultiplyAdd(x6, 0, w1, a61);
						a70 = SimdLane.MultiplyAdd(x7, 0, w0, a70); a71 = SimdLane.MultiplyAdd(x7, 0, w1, a71);
					}
					{
						SimdFloat w0 = Simd.LoadUnsafe(ref termWeights, 32);
						SimdFloat w1 = Simd.LoadUnsafe(ref termWeights, 36);
						a00 = SimdLane.MultiplyAdd(x0, 1, w0, a00); a01 = SimdLane.MultiplyAdd(x0, 1, w1, a01);
						a10 = SimdLane.MultiplyAdd(x1, 1, w0, a10); a11 = SimdLane.MultiplyAdd(x1, 1, w1, a11);
						a20 = SimdLane.MultiplyAdd(x2, 1, w0, a20); a21 = SimdLane.MultiplyAdd(x2, 1, w1, a21);
						a30 = SimdLane.MultiplyAdd(x3, 1, w0, a30); a31 = SimdLane.MultiplyAdd(x3, 1, w1, a31);
						a40 = SimdLane.MultiplyAdd(x4, 1, w0, a40); a41 = SimdLane.MultiplyAdd(x4, 1, w1, a41);
						a50 = SimdLane.MultiplyAdd(x5, 1, w0, a50); a51 = SimdLane.MultiplyAdd(x5, 1, w1, a51);
						a60 = SimdLane.MultiplyAdd(x6, 1, w0, a60); a61 = SimdLane.MultiplyAdd(x6, 1, w1, a61);
						a70 = SimdLane.MultiplyAdd(x7, 1, w0, a70); a71 = SimdLane.MultiplyAdd(x7, 1, w1, a71);
					}
				}
			}
			{
				ref float panelWeights = ref SimdRef.Add(ref w, 23 * 5824 + input * 16);
				ref float panelGradient = ref SimdRef.Add(ref turnedDy, 23 * 512);
				for (nuint o = 0; o < 1; o++)
				{
					SimdFloat g0 = Simd.LoadUnsafe(ref panelGradient, o * 32);
					SimdFloat g1 = Simd.LoadUnsafe(ref panelGradient, o * 32 + 4);
					SimdFloat w0 = Simd.CreateScalarUnsafe(SimdRef.Add(ref panelWeights, o));
					a00 = SimdLane.MultiplyAdd(w0, 0, g0, a00); a01 = SimdLane.MultiplyAdd(w0, 0, g1, a01);
					SimdFloat w1 = Simd.CreateScalarUnsafe(SimdRef.Add(ref panelWeights, o + 16));
					a10 = SimdLane.MultiplyAdd(w1, 0, g0, a10); a11 = SimdLane.MultiplyAdd(w1, 0, g1, a11);
					SimdFloat w2 = Simd.CreateScalarUnsafe(SimdRef.Add(ref panelWeights, o + 32));
					a20 = SimdLane.MultiplyAdd(w2, 0, g0, a20); a21 = SimdLane.MultiplyAdd(w2, 0, g1, a21);
					SimdFloat w3 = Simd.CreateScalarUnsafe(SimdRef.Add(ref panelWeights, o + 48));
					a30 = SimdLane.MultiplyAdd(w3, 0, g0, a30); a31 = SimdLane.MultiplyAdd(w3, 0, g1, a31);
					SimdFloat w4 = Simd.CreateScalarUnsafe(SimdRef.Add(ref panelWeights, o + 64));
					a40 = SimdLane.MultiplyAdd(w4, 0, g0, a40); a41 = SimdLane.MultiplyAdd(w4, 0, g1, a41);
					SimdFloat w5 = Simd.CreateScalarUnsafe(SimdRef.Add(ref panelWeights, o + 80));
					a50 = SimdLane.MultiplyAdd(w5, 0, g0, a50); a51 = SimdLane.MultiplyAdd(w5, 0, g1, a51);
					SimdFloat w6 = Simd.CreateScalarUnsafe(SimdRef.Add(ref panelWeights, o + 96));
					a60 = SimdLane.MultiplyAdd(w6, 0, g0, a60); a61 = SimdLane.MultiplyAdd(w6, 0, g1, a61);
					SimdFloat w7 = Simd.CreateScalarUnsafe(SimdRef.Add(ref panelWeights, o + 112));
					a70 = SimdLane.MultiplyAdd(w7, 0, g0, a70); a71 = SimdLane.MultiplyAdd(w7, 0, g1, a71);
				}
			}
			ref float tileSums = ref SimdRef.Add(ref turnedDx, input * 32);
			Simd.StoreUnsafe(a00, ref tileSums, 0);
			Simd.StoreUnsafe(a01, ref tileSums, 4);
			Simd.StoreUnsafe(a10, ref tileSums, 32);
			Simd.StoreUnsafe(a11, ref tileSums, 36);
			Simd.StoreUnsafe(a20, ref tileSums, 64);
			Simd.StoreUnsafe(a21, ref tileSums, 68);
			Simd.StoreUnsafe(a30, ref tileSums, 96);
			Simd.StoreUnsafe(a31, ref tileSums, 100);
			Simd.StoreUnsafe(a40, ref tileSums, 128);
			Simd.StoreUnsafe(a41, ref tileSums, 132);
			Simd.StoreUnsafe(a50, ref tileSums, 160);
			Simd.StoreUnsafe(a51, ref tileSums, 164);
			Simd.StoreUnsafe(a60, ref tileSums, 192);
			Simd.StoreUnsafe(a61, ref tileSums, 196);
			Simd.StoreUnsafe(a70, ref tileSums, 224);
			Simd.StoreUnsafe(a71, ref tileSums, 228);
		}
	}
}
