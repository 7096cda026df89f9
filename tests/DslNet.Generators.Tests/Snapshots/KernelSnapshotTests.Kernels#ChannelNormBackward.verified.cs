//HintName: ChannelNormBackward.g.cs

// GroupNorm1: ∂x = s·(g − mean of g − n·mean of g·n), g = ∂y·w, and ∂w += Σ ∂y·n, ∂b += Σ ∂y, n = (x − m)·s: 12 channels at 6 positions, 4
// at a time.
[Method__(Optimized)]
public static void GroupNorm1Backward(
	ref float x, ref float statistics, ref float w, ref float dy, ref float dx, ref float sums, ref float dw, ref float db)
{
	unchecked
	{
		{
			Float__ means = Lanes__.Load(ref statistics, 0), scales = Lanes__.Load(ref statistics, 16);
			Float__ sum0 = Float__.Zero, sum1 = Float__.Zero, sum2 = Float__.Zero, sum3 = Float__.Zero;
			Float__ product0 = Float__.Zero, product1 = Float__.Zero, product2 = Float__.Zero, product3 = Float__.Zero;
			{
				Float__ gradient = Lanes__.Load(ref dy, 0);
				Float__ normalized = (Lanes__.Load(ref x, 0) - means) * scales;
				sum0 += gradient;
				product0 = Lanes__.MultiplyAdd(gradient, normalized, product0);
			}
			{
				Float__ gradient = Lanes__.Load(ref dy, 16);
				Float__ normalized = (Lanes__.Load(ref x, 16) - means) * scales;
				sum1 += gradient;
				product1 = Lanes__.MultiplyAdd(gradient, normalized, product1);
			}
			{
				Float__ gradient = Lanes__.Load(ref dy, 32);
				Float__ normalized = (Lanes__.Load(ref x, 32) - means) * scales;
				sum2 += gradient;
				product2 = Lanes__.MultiplyAdd(gradient, normalized, product2);
			}
			{
				Float__ gradient = Lanes__.Load(ref dy, 48);
				Float__ normalized = (Lanes__.Load(ref x, 48) - means) * scales;
				sum3 += gradient;
				product3 = Lanes__.MultiplyAdd(gradient, normalized, product3);
			}
			{
				Float__ gradient = Lanes__.Load(ref dy, 64);
				Float__ normalized = (Lanes__.Load(ref x, 64) - means) * scales;
				sum0 += gradient;
				product0 = Lanes__.MultiplyAdd(gradient, normalized, product0);
			}
			{
				Float__ gradient = Lanes__.Load(ref dy, 80);
				Float__ normalized = (Lanes__.Load(ref x, 80) - means) * scales;
				sum1 += gradient;
				product1 = Lanes__.MultiplyAdd(gradient, normalized, product1);
			}
			Float__ gradients = (sum0 + sum1) + (sum2 + sum3), products = (product0 + product1) + (product2 + product3);
			Lanes__.Add(products, ref dw, 0);
			Lanes__.Add(gradients, ref db, 0);
			Float__ weights = Lanes__.Load(ref w, 0);
			Lanes__.Store(gradients * weights, ref sums, 0);
			Lanes__.Store(products * weights, ref sums, 16);
		}
		{
			Float__ means = Lanes__.Load(ref statistics, 8), scales = Lanes__.Load(ref statistics, 24);
			Float__ sum0 = Float__.Zero, sum1 = Float__.Zero, sum2 = Float__.Zero, sum3 = Float__.Zero;
			Float__ product0 = Float__.Zero, product1 = Float__.Zero, product2 = Float__.Zero, product3 = Float__.Zero;
			{
				Float__ gradient = Lanes__.Select(Lanes__.Mask(4), Lanes__.Load(ref dy, 8), Float__.Zero);
				Float__ normalized = Lanes__.Select(Lanes__.Mask(4), (Lanes__.Load(ref x, 8) - means) * scales, Float__.Zero);
				sum0 += gradient;
				product0 = Lanes__.MultiplyAdd(gradient, normalized, product0);
			}
			{
				Float__ gradient = Lanes__.Select(Lanes__.Mask(4), Lanes__.Load(ref dy, 24), Float__.Zero);
				Float__ normalized = Lanes__.Select(Lanes__.Mask(4), (Lanes__.Load(ref x, 24) - means) * scales, Float__.Zero);
				sum1 += gradient;
				product1 = Lanes__.MultiplyAdd(gradient, normalized, product1);
			}
			{
				Float__ gradient = Lanes__.Select(Lanes__.Mask(4), Lanes__.Load(ref dy, 40), Float__.Zero);
				Float__ normalized = Lanes__.Select(Lanes__.Mask(4), (Lanes__.Load(ref x, 40) - means) * scales, Float__.Zero);
				sum2 += gradient;
				product2 = Lanes__.MultiplyAdd(gradient, normalized, product2);
			}
			{
				Float__ gradient = Lanes__.Select(Lanes__.Mask(4), Lanes__.Load(ref dy, 56), Float__.Zero);
				Float__ normalized = Lanes__.Select(Lanes__.Mask(4), (Lanes__.Load(ref x, 56) - means) * scales, Float__.Zero);
				sum3 += gradient;
				product3 = Lanes__.MultiplyAdd(gradient, normalized, product3);
			}
			{
				Float__ gradient = Lanes__.Select(Lanes__.Mask(4), Lanes__.Load(ref dy, 72), Float__.Zero);
				Float__ normalized = Lanes__.Select(Lanes__.Mask(4), (Lanes__.Load(ref x, 72) - means) * scales, Float__.Zero);
				sum0 += gradient;
				product0 = Lanes__.MultiplyAdd(gradient, normalized, product0);
			}
			{
				Float__ gradient = Lanes__.Select(Lanes__.Mask(4), Lanes__.Load(ref dy, 88), Float__.Zero);
				Float__ normalized = Lanes__.Select(Lanes__.Mask(4), (Lanes__.Load(ref x, 88) - means) * scales, Float__.Zero);
				sum1 += gradient;
				product1 = Lanes__.MultiplyAdd(gradient, normalized, product1);
			}
			Float__ gradients = (sum0 + sum1) + (sum2 + sum3), products = (product0 + product1) + (product2 + product3);
			Lanes__.Add(products, ref dw, 8);
			Lanes__.Add(gradients, ref db, 8);
			Float__ weights = Lanes__.Load(ref w, 8);
			Lanes__.Store(gradients * weights, ref sums, 8);
			Lanes__.Store(products * weights, ref sums, 24);
		}
		for (int group = 0; group < 12; group += 4)
		{
			float total = 0f;
			for (int c = 0; c < 4; c++)
			{
				total += Place__.Add(ref sums, group + c);
			}
			float value = total / 24f;
			for (int c = 0; c < 4; c++)
			{
				Place__.Add(ref sums, group + c) = value;
			}
		}
		for (int group = 0; group < 12; group += 4)
		{
			float total = 0f;
			for (int c = 0; c < 4; c++)
			{
				total += Place__.Add(ref sums, group + 16 + c);
			}
			float value = -(total / 24f);
			for (int c = 0; c < 4; c++)
			{
				Place__.Add(ref sums, group + 16 + c) = value;
			}
		}
		{
			Float__ means = Lanes__.Load(ref statistics, 0), scales = Lanes__.Load(ref statistics, 16);
			Float__ offsets = Lanes__.Load(ref sums, 0), slopes = Lanes__.Load(ref sums, 16);
			Float__ weights = Lanes__.Load(ref w, 0);
			{
				Float__ normalized = (Lanes__.Load(ref x, 0) - means) * scales;
				Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 0) * weights - offsets);
				Lanes__.Store(share, ref dx, 0);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 16) - means) * scales;
				Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 16) * weights - offsets);
				Lanes__.Store(share, ref dx, 16);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 32) - means) * scales;
				Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 32) * weights - offsets);
				Lanes__.Store(share, ref dx, 32);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 48) - means) * scales;
				Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 48) * weights - offsets);
				Lanes__.Store(share, ref dx, 48);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 64) - means) * scales;
				Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 64) * weights - offsets);
				Lanes__.Store(share, ref dx, 64);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 80) - means) * scales;
				Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 80) * weights - offsets);
				Lanes__.Store(share, ref dx, 80);
			}
		}
		{
			Float__ means = Lanes__.Load(ref statistics, 8), scales = Lanes__.Load(ref statistics, 24);
			Float__ offsets = Lanes__.Load(ref sums, 8), slopes = Lanes__.Load(ref sums, 24);
			Float__ weights = Lanes__.Load(ref w, 8);
			{
				Float__ normalized = (Lanes__.Load(ref x, 8) - means) * scales;
				Float__ share = Lanes__.Select(
					Lanes__.Mask(4),
					scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 8) * weights - offsets),
					Float__.Zero);
				Lanes__.Store(share, ref dx, 8);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 24) - means) * scales;
				Float__ share = Lanes__.Select(
					Lanes__.Mask(4),
					scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 24) * weights - offsets),
					Float__.Zero);
				Lanes__.Store(share, ref dx, 24);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 40) - means) * scales;
				Float__ share = Lanes__.Select(
					Lanes__.Mask(4),
					scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 40) * weights - offsets),
					Float__.Zero);
				Lanes__.Store(share, ref dx, 40);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 56) - means) * scales;
				Float__ share = Lanes__.Select(
					Lanes__.Mask(4),
					scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 56) * weights - offsets),
					Float__.Zero);
				Lanes__.Store(share, ref dx, 56);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 72) - means) * scales;
				Float__ share = Lanes__.Select(
					Lanes__.Mask(4),
					scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 72) * weights - offsets),
					Float__.Zero);
				Lanes__.Store(share, ref dx, 72);
			}
			{
				Float__ normalized = (Lanes__.Load(ref x, 88) - means) * scales;
				Float__ share = Lanes__.Select(
					Lanes__.Mask(4),
					scales * Lanes__.MultiplyAdd(normalized, slopes, Lanes__.Load(ref dy, 88) * weights - offsets),
					Float__.Zero);
				Lanes__.Store(share, ref dx, 88);
			}
		}
	}
}
