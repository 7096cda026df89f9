//HintName: Dense2InputGradient.PortableKernels.g.cs

// Dense2: ∂x[s, k] = Σₒ ∂y[s, o]·w[k, o], times the derivative of ReLU: 369 terms, 364 inputs, tiles of 4 inputs by 8 samples.
// Cost model: 16,790 cycles a sample (33,579 vector multiply-adds, 25,185 loads).
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
		for (nuint input = 0; input < 364; input += 4)
		{
			Float__ a00 = Float__.Zero, a10 = a00, a20 = a00, a30 = a00;
			Float__ a01 = Float__.Zero, a11 = a01, a21 = a01, a31 = a01;
			for (nuint panel = 0; panel < 23; panel++)
			{
				ref float panelWeights = ref Place__.Add(ref w, panel * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref turnedDy, panel * 512);
				for (nuint o = 0; o < 16; o++)
				{
					Float__ g0 = Lanes__.Load(ref panelGradient, o * 32);
					Float__ g1 = Lanes__.Load(ref panelGradient, o * 32 + 4);
					Float__ w0 = Lanes__.Broadcast(ref panelWeights, o);
					a00 = Lanes__.MultiplyAdd(w0, g0, a00); a01 = Lanes__.MultiplyAdd(w0, g1, a01);
					Float__ w1 = Lanes__.Broadcast(ref panelWeights, o + 16);
					a10 = Lanes__.MultiplyAdd(w1, g0, a10); a11 = Lanes__.MultiplyAdd(w1, g1, a11);
					Float__ w2 = Lanes__.Broadcast(ref panelWeights, o + 32);
					a20 = Lanes__.MultiplyAdd(w2, g0, a20); a21 = Lanes__.MultiplyAdd(w2, g1, a21);
					Float__ w3 = Lanes__.Broadcast(ref panelWeights, o + 48);
					a30 = Lanes__.MultiplyAdd(w3, g0, a30); a31 = Lanes__.MultiplyAdd(w3, g1, a31);
				}
			}
			{
				ref float panelWeights = ref Place__.Add(ref w, 23 * 5824 + input * 16);
				ref float panelGradient = ref Place__.Add(ref turnedDy, 23 * 512);
				for (nuint o = 0; o < 1; o++)
				{
					Float__ g0 = Lanes__.Load(ref panelGradient, o * 32);
					Float__ g1 = Lanes__.Load(ref panelGradient, o * 32 + 4);
					Float__ w0 = Lanes__.Broadcast(ref panelWeights, o);
					a00 = Lanes__.MultiplyAdd(w0, g0, a00); a01 = Lanes__.MultiplyAdd(w0, g1, a01);
					Float__ w1 = Lanes__.Broadcast(ref panelWeights, o + 16);
					a10 = Lanes__.MultiplyAdd(w1, g0, a10); a11 = Lanes__.MultiplyAdd(w1, g1, a11);
					Float__ w2 = Lanes__.Broadcast(ref panelWeights, o + 32);
					a20 = Lanes__.MultiplyAdd(w2, g0, a20); a21 = Lanes__.MultiplyAdd(w2, g1, a21);
					Float__ w3 = Lanes__.Broadcast(ref panelWeights, o + 48);
					a30 = Lanes__.MultiplyAdd(w3, g0, a30); a31 = Lanes__.MultiplyAdd(w3, g1, a31);
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
		}
	}
}
