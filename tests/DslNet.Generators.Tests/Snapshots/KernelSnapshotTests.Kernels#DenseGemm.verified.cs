//HintName: DenseGemm.g.cs

// Dense1: y[s, o] = b[o] + Σₖ x[s, k]·w[k, o]: 3 terms, 4 outputs in 1 panel of 8, tiles of 8 samples by 8 outputs.
// Cost model: 2 cycles per sample (3 vector multiply-adds, 4 loads).
[Method__(Optimized)]
public static void Dense1Forward(ref float x, ref float w, ref float b, ref float y, int count)
{
	unchecked
	{
		int singles = count % 8;
		count -= singles;
		for (int row = 0; row < count; row += 8)
		{
			ref float rowInput = ref Place__.Add(ref x, row * 3);
			// start with the bias
			Float__ a0 = Lanes__.Load(ref b, 0), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
			{
				// each term: load weights, multiply them by each sample's input
				Float__ w0 = Lanes__.Load(ref w, 0);
				Lanes__.Add4x1(ref rowInput, 0, 3, w0, ref a0, ref a1, ref a2, ref a3);
				Lanes__.Add4x1(ref rowInput, 12, 3, w0, ref a4, ref a5, ref a6, ref a7);
			}
			{
				Float__ w0 = Lanes__.Load(ref w, 8);
				Lanes__.Add4x1(ref rowInput, 1, 3, w0, ref a0, ref a1, ref a2, ref a3);
				Lanes__.Add4x1(ref rowInput, 13, 3, w0, ref a4, ref a5, ref a6, ref a7);
			}
			{
				Float__ w0 = Lanes__.Load(ref w, 16);
				Lanes__.Add4x1(ref rowInput, 2, 3, w0, ref a0, ref a1, ref a2, ref a3);
				Lanes__.Add4x1(ref rowInput, 14, 3, w0, ref a4, ref a5, ref a6, ref a7);
			}
			// store
			ref float tileY = ref Place__.Add(ref y, row * 8);
			Lanes__.StoreTwo(a0, a1, ref tileY, 0);
			Lanes__.StoreTwo(a2, a3, ref tileY, 16);
			Lanes__.StoreTwo(a4, a5, ref tileY, 32);
			Lanes__.StoreTwo(a6, a7, ref tileY, 48);
		}
		for (int single = count; single < count + singles; single++)
		{
			Dense1ForwardSingle(ref Place__.Add(ref x, single * 3), ref w, ref b, ref Place__.Add(ref y, single * 8));
		}
	}
}

// One sample.
[Method__(OfOneSample)]
public static void Dense1ForwardSingle(ref float x, ref float w, ref float b, ref float y)
{
	unchecked
	{
		// start with the bias
		Float__ a0 = Lanes__.Load(ref b, 0);
		{
			// each term: broadcast the input, multiply by a vector of weights for each vector of outputs
			Float__ x0 = Lanes__.Broadcast(ref x, 0);
			Lanes__.AddLoadedProduct(x0, ref w, 0, ref a0);
		}
		{
			Float__ x0 = Lanes__.Broadcast(ref x, 1);
			Lanes__.AddLoadedProduct(x0, ref w, 8, ref a0);
		}
		{
			Float__ x0 = Lanes__.Broadcast(ref x, 2);
			Lanes__.AddLoadedProduct(x0, ref w, 16, ref a0);
		}
		// store
		Lanes__.Store(a0, ref y, 0);
	}
}
