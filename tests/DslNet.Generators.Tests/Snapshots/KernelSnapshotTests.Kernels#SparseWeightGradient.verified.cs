//HintName: SparseWeightGradient.g.cs

// Conv1: ∂w += Σ x·∂y over the 48 positions that a gradient goes to, 3 of 6 filters and 3 of 3 kernel rows at a time; ∂b += Σ ∂y.
// Cost model: 909 cycles per sample (864 vector multiply-adds, 1,818 loads).
[Method__(Optimized)]
public static void Conv1WeightGradient(ref float x, ref float values, ref float indices, ref float sums, ref float db)
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
			ref float windowIndices = ref Place__.Add(ref indices, filter);
			for (int window = 0; window < 48; window++)
			{
				// each window: the input under the kernel at its maximum, times its gradient
				ref float runs0 = ref Place__.Add(ref x, Place__.Read(ref windowIndices, 0));
				ref float runs1 = ref Place__.Add(ref x, Place__.Read(ref windowIndices, 1));
				ref float runs2 = ref Place__.Add(ref x, Place__.Read(ref windowIndices, 2));
				Float__ g0 = Lanes__.Broadcast(ref windowValues, 0), g1 = Lanes__.Broadcast(ref windowValues, 1),
					g2 = Lanes__.Broadcast(ref windowValues, 2);
				Lanes__.AddLoadedProduct(g0, ref runs0, 0, ref a0);
				Lanes__.AddLoadedProduct(g0, ref runs0, 18, ref a1);
				Lanes__.AddLoadedProduct(g0, ref runs0, 36, ref a2);
				Lanes__.AddLoadedProduct(g1, ref runs1, 0, ref a3);
				Lanes__.AddLoadedProduct(g1, ref runs1, 18, ref a4);
				Lanes__.AddLoadedProduct(g1, ref runs1, 36, ref a5);
				Lanes__.AddLoadedProduct(g2, ref runs2, 0, ref a6);
				Lanes__.AddLoadedProduct(g2, ref runs2, 18, ref a7);
				Lanes__.AddLoadedProduct(g2, ref runs2, 36, ref a8);
				windowValues = ref Place__.Add(ref windowValues, 8);
				windowIndices = ref Place__.Add(ref windowIndices, 8);
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
