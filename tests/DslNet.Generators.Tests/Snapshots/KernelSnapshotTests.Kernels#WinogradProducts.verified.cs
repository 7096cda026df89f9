//HintName: WinogradProducts.g.cs

// Conv2: Winograd F(4×4, 3×3), the products of 36 points: m = Σ x·w, 16 terms in 2 partial sums, 4 tiles.
// Cost model: 2,304 cycles per sample (4,608 vector multiply-adds, 4,608 loads).
[Method__(Optimized)]
public static void Conv2ForwardProducts(ref float x, ref float w, ref float m)
{
	unchecked
	{
		ref float pointInput = ref x;
		ref float pointWeights = ref w;
		ref float pointProducts = ref m;
		for (int point = 0; point < 36; point++)
		{
			{
				ref float tileInput = ref pointInput;
				ref float tileProducts = ref pointProducts;
				for (int tile = 0; tile < 4; tile += 2)
				{
					Float__ a0_0 = Float__.Zero, a1_0 = a0_0;
					Float__ a0_1 = Float__.Zero, a1_1 = a0_1;
					Float__ b0_0 = Float__.Zero, b0_1 = Float__.Zero, b1_0 = Float__.Zero, b1_1 = Float__.Zero;
					ref float termInput = ref tileInput;
					ref float termWeights = ref pointWeights;
					for (int k = 0; k < 16; k += 2)
					{
						// each term: load weights, multiply them by each tile's input
						Lanes__.AddLoaded2x2(ref termInput, 0, 16, ref termWeights, 0, ref a0_0, ref a0_1, ref a1_0, ref a1_1);
						Lanes__.AddLoaded2x2(ref termInput, 1, 16, ref termWeights, 16, ref b0_0, ref b0_1, ref b1_0, ref b1_1);
						termInput = ref Place__.Add(ref termInput, 2);
						termWeights = ref Place__.Add(ref termWeights, 32);
					}
					Lanes__.StoreTwo(a0_0 + b0_0, a0_1 + b0_1, ref tileProducts, 0);
					Lanes__.StoreTwo(a1_0 + b1_0, a1_1 + b1_1, ref tileProducts, 16);
					tileInput = ref Place__.Add(ref tileInput, 32);
					tileProducts = ref Place__.Add(ref tileProducts, 32);
				}
			}
			pointInput = ref Place__.Add(ref pointInput, 80);
			pointWeights = ref Place__.Add(ref pointWeights, 272);
			pointProducts = ref Place__.Add(ref pointProducts, 80);
		}
	}
}
