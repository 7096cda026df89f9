//HintName: BatchNormGradientSums.g.cs

// BatchNorm1: Σ ∂y and Σ ∂y·n, n = x·scale + shift: 12 channels at 6 positions.
[Method__(Optimized)]
public static void BatchNorm1GradientSums(ref float x, ref float scale, ref float shift, ref float dy, ref float sums)
{
	unchecked
	{
		Float__ scaleOf0 = Lanes__.Load(ref scale, 0), scaleOf1 = Lanes__.Load(ref scale, 8);
		Float__ shiftOf0 = Lanes__.Load(ref shift, 0), shiftOf1 = Lanes__.Load(ref shift, 8);
		Float__ sum0_0 = Float__.Zero, sum0_1 = Float__.Zero, sum1_0 = Float__.Zero, sum1_1 = Float__.Zero;
		Float__ product0_0 = Float__.Zero, product0_1 = Float__.Zero, product1_0 = Float__.Zero, product1_1 = Float__.Zero;
		{
			ref float atX = ref x;
			ref float atDy = ref dy;
			for (int position = 0; position < 6; position += 2)
			{
				{
					Float__ gradient = Lanes__.Load(ref atDy, 0);
					sum0_0 += gradient;
					product0_0 = Lanes__.MultiplyAdd(
						gradient, Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 0), scaleOf0, shiftOf0), product0_0);
				}
				{
					Float__ gradient = Lanes__.Load(ref atDy, 8);
					sum1_0 += gradient;
					product1_0 = Lanes__.MultiplyAdd(
						gradient, Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 8), scaleOf1, shiftOf1), product1_0);
				}
				{
					Float__ gradient = Lanes__.Load(ref atDy, 16);
					sum0_1 += gradient;
					product0_1 = Lanes__.MultiplyAdd(
						gradient, Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 16), scaleOf0, shiftOf0), product0_1);
				}
				{
					Float__ gradient = Lanes__.Load(ref atDy, 24);
					sum1_1 += gradient;
					product1_1 = Lanes__.MultiplyAdd(
						gradient, Lanes__.MultiplyAdd(Lanes__.Load(ref atX, 24), scaleOf1, shiftOf1), product1_1);
				}
				atX = ref Place__.Add(ref atX, 32);
				atDy = ref Place__.Add(ref atDy, 32);
			}
		}
		Lanes__.Add(sum0_0 + sum0_1, ref sums, 0);
		Lanes__.Add(product0_0 + product0_1, ref sums, 16);
		Lanes__.Add(sum1_0 + sum1_1, ref sums, 8);
		Lanes__.Add(product1_0 + product1_1, ref sums, 24);
	}
}
