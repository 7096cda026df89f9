//HintName: Dense2InputGradient.PortableKernels.g.cs

// Dense2: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o], times the derivative of ReLU: 369 terms, 364 inputs, tiles of 4 inputs by 8 samples.
// Cost model: 16,790 cycles a sample (33,579 vector multiply-adds, 25,185 loads).
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
		for (nuint input = 0; input < 364; input += 4)
		{
			SimdFloat a00 = SimdFloat.Zero, a10 = a00, a20 = a00, a30 = a00;
			SimdFloat a01 = SimdFloat.Zero, a11 = a01, a21 = a01, a31 = a01;
			for (nuint panel = 0; panel < 23; panel++)
			{
				ref float panelWeights = ref SimdRef.Add(ref w, panel * 5824 + input * 16);
				ref float panelGradient = ref SimdRef.Add(ref turnedDy, panel * 512);
				for (nuint o = 0; o < 16; o++)
				{
					SimdFloat g0 = Simd.LoadUnsafe(ref panelGradient, o * 32);
					SimdFloat g1 = Simd.LoadUnsafe(ref panelGradient, o * 32 + 4);
					SimdFloat w0 = Simd.Create(SimdRef.Add(ref panelWeights, o));
					a00 = Simd.MultiplyAddEstimate(w0, g0, a00); a01 = Simd.MultiplyAddEstimate(w0, g1, a01);
					SimdFloat w1 = Simd.Create(SimdRef.Add(ref panelWeights, o + 16));
					a10 = Simd.MultiplyAddEstimate(w1, g0, a10); a11 = Simd.MultiplyAddEstimate(w1, g1, a11);
					SimdFloat w2 = Simd.Create(SimdRef.Add(ref panelWeights, o + 32));
					a20 = Simd.MultiplyAddEstimate(w2, g0, a20); a21 = Simd.MultiplyAddEstimate(w2, g1, a21);
					SimdFloat w3 = Simd.Create(SimdRef.Add(ref panelWeights, o + 48));
					a30 = Simd.MultiplyAddEstimate(w3, g0, a30); a31 = Simd.MultiplyAddEstimate(w3, g1, a31);
				}
			}
			{
				ref float panelWeights = ref SimdRef.Add(ref w, 23 * 5824 + input * 16);
				ref float panelGradient = ref SimdRef.Add(ref turnedDy, 23 * 512);
				for (nuint o = 0; o < 1; o++)
				{
					SimdFloat g0 = Simd.LoadUnsafe(ref panelGradient, o * 32);
					SimdFloat g1 = Simd.LoadUnsafe(ref panelGradient, o * 32 + 4);
					SimdFloat w0 = Simd.Create(SimdRef.Add(ref panelWeights, o));
					a00 = Simd.MultiplyAddEstimate(w0, g0, a00); a01 = Simd.MultiplyAddEstimate(w0, g1, a01);
					SimdFloat w1 = Simd.Create(SimdRef.Add(ref panelWeights, o + 16));
					a10 = Simd.MultiplyAddEstimate(w1, g0, a10); a11 = Simd.MultiplyAddEstimate(w1, g1, a11);
					SimdFloat w2 = Simd.Create(SimdRef.Add(ref panelWeights, o + 32));
					a20 = Simd.MultiplyAddEstimate(w2, g0, a20); a21 = Simd.MultiplyAddEstimate(w2, g1, a21);
					SimdFloat w3 = Simd.Create(SimdRef.Add(ref panelWeights, o + 48));
					a30 = Simd.MultiplyAddEstimate(w3, g0, a30); a31 = Simd.MultiplyAddEstimate(w3, g1, a31);
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
		}
	}
}
