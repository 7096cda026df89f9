//HintName: MemberDense.g.cs

// Dense1: y[o] = b[o] + Σₖ x[k]·w[k, o] of each member: tiles of 4 outputs by 16 members.
[Method__(Optimized)]
public static void Dense1Forward(ref float x, ref float w, ref float b, ref float y)
{
	unchecked
	{
		for (int panel = 0; panel < 2; panel++)
		{
			for (int tile = 0; tile < 16; tile += 4)
			{
				ref float tileWeights = ref Place__.Add(ref w, panel * 768 + tile * 16);
				ref float tileOutput = ref Place__.Add(ref y, panel * 256 + tile * 16);
				ref float tileBias = ref Place__.Add(ref b, panel * 256 + tile * 16);
				Float__ a0_0 = Lanes__.Load(ref tileBias, 0), a0_1 = Lanes__.Load(ref tileBias, 8);
				Float__ a1_0 = Lanes__.Load(ref tileBias, 16), a1_1 = Lanes__.Load(ref tileBias, 24);
				Float__ a2_0 = Lanes__.Load(ref tileBias, 32), a2_1 = Lanes__.Load(ref tileBias, 40);
				Float__ a3_0 = Lanes__.Load(ref tileBias, 48), a3_1 = Lanes__.Load(ref tileBias, 56);
				{
					Float__ x0 = Lanes__.Load(ref x, 0), x1 = Lanes__.Load(ref x, 8);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 0, ref a0_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 8, ref a0_1);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 16, ref a1_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 24, ref a1_1);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 32, ref a2_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 40, ref a2_1);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 48, ref a3_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 56, ref a3_1);
				}
				{
					Float__ x0 = Lanes__.Load(ref x, 16), x1 = Lanes__.Load(ref x, 24);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 256, ref a0_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 264, ref a0_1);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 272, ref a1_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 280, ref a1_1);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 288, ref a2_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 296, ref a2_1);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 304, ref a3_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 312, ref a3_1);
				}
				{
					Float__ x0 = Lanes__.Load(ref x, 32), x1 = Lanes__.Load(ref x, 40);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 512, ref a0_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 520, ref a0_1);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 528, ref a1_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 536, ref a1_1);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 544, ref a2_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 552, ref a2_1);
					Lanes__.AddLoadedProduct(x0, ref tileWeights, 560, ref a3_0);
					Lanes__.AddLoadedProduct(x1, ref tileWeights, 568, ref a3_1);
				}
				Lanes__.Store(a0_0, ref tileOutput, 0);
				Lanes__.Store(a0_1, ref tileOutput, 8);
				Lanes__.Store(a1_0, ref tileOutput, 16);
				Lanes__.Store(a1_1, ref tileOutput, 24);
				Lanes__.Store(a2_0, ref tileOutput, 32);
				Lanes__.Store(a2_1, ref tileOutput, 40);
				Lanes__.Store(a3_0, ref tileOutput, 48);
				Lanes__.Store(a3_1, ref tileOutput, 56);
			}
		}
		{
			ref float tileWeights = ref Place__.Add(ref w, 1536);
			ref float tileOutput = ref Place__.Add(ref y, 512);
			ref float tileBias = ref Place__.Add(ref b, 512);
			Float__ a0_0 = Lanes__.Load(ref tileBias, 0), a0_1 = Lanes__.Load(ref tileBias, 8);
			{
				Float__ x0 = Lanes__.Load(ref x, 0), x1 = Lanes__.Load(ref x, 8);
				Lanes__.AddLoadedProduct(x0, ref tileWeights, 0, ref a0_0);
				Lanes__.AddLoadedProduct(x1, ref tileWeights, 8, ref a0_1);
			}
			{
				Float__ x0 = Lanes__.Load(ref x, 16), x1 = Lanes__.Load(ref x, 24);
				Lanes__.AddLoadedProduct(x0, ref tileWeights, 128, ref a0_0);
				Lanes__.AddLoadedProduct(x1, ref tileWeights, 136, ref a0_1);
			}
			{
				Float__ x0 = Lanes__.Load(ref x, 32), x1 = Lanes__.Load(ref x, 40);
				Lanes__.AddLoadedProduct(x0, ref tileWeights, 256, ref a0_0);
				Lanes__.AddLoadedProduct(x1, ref tileWeights, 264, ref a0_1);
			}
			Lanes__.Store(a0_0, ref tileOutput, 0);
			Lanes__.Store(a0_1, ref tileOutput, 8);
		}
	}
}
