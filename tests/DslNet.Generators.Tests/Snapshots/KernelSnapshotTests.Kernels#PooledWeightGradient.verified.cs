//HintName: PooledWeightGradient.g.cs

// Conv1: ∂w += Σ x·∂y over the 48 positions that a gradient goes to, 3 of 6 filters and 3 of 3 kernel rows at a time; ∂b += Σ ∂y.
// Cost model: 909 cycles a sample (864 vector multiply-adds, 1,818 loads).
[Method__(Optimized)]
public static void Conv1WeightGradient(ref float x, ref float values, ref float places, ref float sums, ref float db)
{
	unchecked
	{
		for (int filter = 0; filter < 6; filter += 3)
		{
			ref float tileSums = ref Place__.Add(ref sums, filter * 24);
			Float__ a0 = Lanes__.Load(ref tileSums, 0), a1 = Lanes__.Load(ref tileSums, 8), a2 = Lanes__.Load(ref tileSums, 16);
			Float__ a3 = Lanes__.Load(ref tileSums, 24), a4 = Lanes__.Load(ref tileSums, 32), a5 = Lanes__.Load(ref tileSums, 40);
			Float__ a6 = Lanes__.Load(ref tileSums, 48), a7 = Lanes__.Load(ref tileSums, 56), a8 = Lanes__.Load(ref tileSums, 64);
			ref float windowValues = ref Place__.Add(ref values, filter);
			ref float windowPlaces = ref Place__.Add(ref places, filter);
			for (int window = 0; window < 48; window++)
			{
				// each window: the patch of the input at its maximum, times its gradient
				ref float patch0 = ref Place__.Add(ref x, Place__.Read(ref windowPlaces, 0));
				ref float patch1 = ref Place__.Add(ref x, Place__.Read(ref windowPlaces, 1));
				ref float patch2 = ref Place__.Add(ref x, Place__.Read(ref windowPlaces, 2));
				Float__ g0 = Lanes__.Broadcast(ref windowValues, 0), g1 = Lanes__.Broadcast(ref windowValues, 1),
					g2 = Lanes__.Broadcast(ref windowValues, 2);
				Lanes__.AddLoadedProduct(g0, ref patch0, 0, ref a0);
				Lanes__.AddLoadedProduct(g0, ref patch0, 18, ref a1);
				Lanes__.AddLoadedProduct(g0, ref patch0, 36, ref a2);
				Lanes__.AddLoadedProduct(g1, ref patch1, 0, ref a3);
				Lanes__.AddLoadedProduct(g1, ref patch1, 18, ref a4);
				Lanes__.AddLoadedProduct(g1, ref patch1, 36, ref a5);
				Lanes__.AddLoadedProduct(g2, ref patch2, 0, ref a6);
				Lanes__.AddLoadedProduct(g2, ref patch2, 18, ref a7);
				Lanes__.AddLoadedProduct(g2, ref patch2, 36, ref a8);
				windowValues = ref Place__.Add(ref windowValues, 8);
				windowPlaces = ref Place__.Add(ref windowPlaces, 8);
			}
			Lanes__.StoreTwo(a0, a1, ref tileSums, 0);
			Lanes__.StoreTwo(a2, a3, ref tileSums, 16);
			Lanes__.StoreTwo(a4, a5, ref tileSums, 32);
			Lanes__.StoreTwo(a6, a7, ref tileSums, 48);
			Lanes__.Store(a8, ref tileSums, 64);
		}
		Lanes__.AddRows(ref values, 48, ref db, 8);
	}
}
