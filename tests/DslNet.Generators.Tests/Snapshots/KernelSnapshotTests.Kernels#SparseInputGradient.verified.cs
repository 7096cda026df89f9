//HintName: SparseInputGradient.g.cs

// Stem: ∂x += w·∂y, for each window the receptive field of 4×4 positions, and for each filter where its maximum is.
// Cost model: 160 cycles per sample (256 vector multiply-adds, 320 loads).
[Method__(Optimized)]
public static void StemInputGradient(ref float values, ref float kernelOffsets, ref float kernels, ref float dx)
{
	unchecked
	{
		global::DslNet.CompilerServices.FloatMemory.Clear(ref dx, 200);
		for (int row = 0; row < 2; row++)
		{
			for (int column = 0; column < 2; column++)
			{
				ref float windowValues = ref Place__.Add(ref values, (row * 2 + column) * 8);
				ref float windowOffsets = ref Place__.Add(ref kernelOffsets, (row * 2 + column) * 8);
				ref float field = ref Place__.Add(ref dx, row * 40 + column * 8);
				for (int fieldRow = 0; fieldRow < 4; fieldRow += 2)
				{
					ref float tileGradient = ref Place__.Add(ref field, fieldRow * 40);
					ref float tileKernels = ref Place__.Add(ref kernels, fieldRow * 40);
					Float__ a0 = Lanes__.Load(ref tileGradient, 0), a1 = Lanes__.Load(ref tileGradient, 8),
						a2 = Lanes__.Load(ref tileGradient, 16);
					Float__ a3 = Lanes__.Load(ref tileGradient, 24), a4 = Lanes__.Load(ref tileGradient, 40),
						a5 = Lanes__.Load(ref tileGradient, 48);
					Float__ a6 = Lanes__.Load(ref tileGradient, 56), a7 = Lanes__.Load(ref tileGradient, 64);
					for (int filter = 0; filter < 4; filter++)
					{
						// each filter: its kernel, shifted to where its maximum is, times its gradient
						ref float kernel = ref Place__.Add(ref tileKernels, filter * 200 + Place__.Read(ref windowOffsets, filter) * 8);
						Float__ g = Lanes__.Broadcast(ref windowValues, filter);
						Lanes__.AddTwoLoadedProducts(g, ref kernel, 0, ref a0, ref a1);
						Lanes__.AddTwoLoadedProducts(g, ref kernel, 16, ref a2, ref a3);
						Lanes__.AddTwoLoadedProducts(g, ref kernel, 40, ref a4, ref a5);
						Lanes__.AddTwoLoadedProducts(g, ref kernel, 56, ref a6, ref a7);
					}
					Lanes__.StoreTwo(a0, a1, ref tileGradient, 0);
					Lanes__.StoreTwo(a2, a3, ref tileGradient, 16);
					Lanes__.StoreTwo(a4, a5, ref tileGradient, 40);
					Lanes__.StoreTwo(a6, a7, ref tileGradient, 56);
				}
			}
		}
	}
}
