//HintName: DenseProduct.g.cs

// Dense1: y[s, o] = b[o] + Σₖ x[s, k]·w[k, o]: 3 terms, 4 outputs in 1 panel of 8, tiles of 8 samples by 8 outputs.
// Cost model: 2 cycles a sample (3 vector multiply-adds, 4 loads).
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
			Float__ a00 = Lanes__.Load(ref b, 0), a10 = a00, a20 = a00, a30 = a00, a40 = a00, a50 = a00, a60 = a00, a70 = a00;
			{
				// each term: load weights, multiply them by each sample's input
				Float__ w0 = Lanes__.Load(ref w, 0);
				Lanes__.Add4x1(ref rowInput, 0, 3, w0, ref a00, ref a10, ref a20, ref a30);
				Lanes__.Add4x1(ref rowInput, 12, 3, w0, ref a40, ref a50, ref a60, ref a70);
			}
			{
				Float__ w0 = Lanes__.Load(ref w, 8);
				Lanes__.Add4x1(ref rowInput, 1, 3, w0, ref a00, ref a10, ref a20, ref a30);
				Lanes__.Add4x1(ref rowInput, 13, 3, w0, ref a40, ref a50, ref a60, ref a70);
			}
			{
				Float__ w0 = Lanes__.Load(ref w, 16);
				Lanes__.Add4x1(ref rowInput, 2, 3, w0, ref a00, ref a10, ref a20, ref a30);
				Lanes__.Add4x1(ref rowInput, 14, 3, w0, ref a40, ref a50, ref a60, ref a70);
			}
			// store
			ref float tileY = ref Place__.Add(ref y, row * 8);
			Lanes__.StoreTwo(a00, a10, ref tileY, 0);
			Lanes__.StoreTwo(a20, a30, ref tileY, 16);
			Lanes__.StoreTwo(a40, a50, ref tileY, 32);
			Lanes__.StoreTwo(a60, a70, ref tileY, 48);
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
		Float__ a00 = Lanes__.Load(ref b, 0);
		{
			// each term: broadcast the input, multiply by a vector of weights for each vector of outputs
			Float__ x0 = Lanes__.Broadcast(ref x, 0);
			Lanes__.AddLoadedProduct(x0, ref w, 0, ref a00);
		}
		{
			Float__ x0 = Lanes__.Broadcast(ref x, 1);
			Lanes__.AddLoadedProduct(x0, ref w, 8, ref a00);
		}
		{
			Float__ x0 = Lanes__.Broadcast(ref x, 2);
			Lanes__.AddLoadedProduct(x0, ref w, 16, ref a00);
		}
		// store
		Lanes__.Store(a00, ref y, 0);
	}
}
