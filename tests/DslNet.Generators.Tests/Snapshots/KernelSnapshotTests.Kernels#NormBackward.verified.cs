//HintName: NormBackward.g.cs

// LayerNorm1: ∂x = s·(g − mean of g − n·mean of g·n), g = ∂y·w, and ∂w += ∂y·n, ∂b += ∂y, n = (x − m)·s: 43 values.
[Method__(Optimized)]
public static void LayerNorm1Backward(
	ref float x, ref float statistics, ref float w, ref float dy, ref float dx, ref float dw, ref float db)
{
	unchecked
	{
		Float__ means = Lanes__.Broadcast(ref statistics, 0);
		Float__ scales = Lanes__.Broadcast(ref statistics, 1);
		Float__ sum00 = Float__.Zero, sum10 = Float__.Zero, sum20 = Float__.Zero, sum30 = Float__.Zero;
		Float__ product00 = Float__.Zero, product10 = Float__.Zero, product20 = Float__.Zero, product30 = Float__.Zero;
		{
			Float__ normalized = (Lanes__.Load(ref x, 0) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 0);
			Lanes__.Add(gradient * normalized, ref dw, 0);
			Lanes__.Add(gradient, ref db, 0);
			Float__ weighted = gradient * Lanes__.Load(ref w, 0);
			sum00 += weighted;
			product00 = Lanes__.MultiplyAdd(weighted, normalized, product00);
		}
		{
			Float__ normalized = (Lanes__.Load(ref x, 8) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 8);
			Lanes__.Add(gradient * normalized, ref dw, 8);
			Lanes__.Add(gradient, ref db, 8);
			Float__ weighted = gradient * Lanes__.Load(ref w, 8);
			sum10 += weighted;
			product10 = Lanes__.MultiplyAdd(weighted, normalized, product10);
		}
		{
			Float__ normalized = (Lanes__.Load(ref x, 16) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 16);
			Lanes__.Add(gradient * normalized, ref dw, 16);
			Lanes__.Add(gradient, ref db, 16);
			Float__ weighted = gradient * Lanes__.Load(ref w, 16);
			sum20 += weighted;
			product20 = Lanes__.MultiplyAdd(weighted, normalized, product20);
		}
		{
			Float__ normalized = (Lanes__.Load(ref x, 24) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 24);
			Lanes__.Add(gradient * normalized, ref dw, 24);
			Lanes__.Add(gradient, ref db, 24);
			Float__ weighted = gradient * Lanes__.Load(ref w, 24);
			sum30 += weighted;
			product30 = Lanes__.MultiplyAdd(weighted, normalized, product30);
		}
		{
			Float__ normalized = (Lanes__.Load(ref x, 32) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 32);
			Lanes__.Add(gradient * normalized, ref dw, 32);
			Lanes__.Add(gradient, ref db, 32);
			Float__ weighted = gradient * Lanes__.Load(ref w, 32);
			sum00 += weighted;
			product00 = Lanes__.MultiplyAdd(weighted, normalized, product00);
		}
		{
			Float__ normalized = Lanes__.Select(Lanes__.Mask(3), (Lanes__.Load(ref x, 40) - means) * scales, Float__.Zero);
			Float__ gradient = Lanes__.Select(Lanes__.Mask(3), Lanes__.Load(ref dy, 40), Float__.Zero);
			Lanes__.Add(gradient * normalized, ref dw, 40);
			Lanes__.Add(gradient, ref db, 40);
			Float__ weighted = gradient * Lanes__.Load(ref w, 40);
			sum10 += weighted;
			product10 = Lanes__.MultiplyAdd(weighted, normalized, product10);
		}
		Float__ offsets = Lanes__.Fill(Horizontal__.Sum((sum00 + sum10) + (sum20 + sum30)) / 43f);
		Float__ slopes = Lanes__.Fill(-(Horizontal__.Sum((product00 + product10) + (product20 + product30)) / 43f));
		{
			Float__ normalized = (Lanes__.Load(ref x, 0) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 0);
			Float__ weighted = gradient * Lanes__.Load(ref w, 0);
			Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, weighted - offsets);
			Lanes__.Store(share, ref dx, 0);
		}
		{
			Float__ normalized = (Lanes__.Load(ref x, 8) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 8);
			Float__ weighted = gradient * Lanes__.Load(ref w, 8);
			Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, weighted - offsets);
			Lanes__.Store(share, ref dx, 8);
		}
		{
			Float__ normalized = (Lanes__.Load(ref x, 16) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 16);
			Float__ weighted = gradient * Lanes__.Load(ref w, 16);
			Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, weighted - offsets);
			Lanes__.Store(share, ref dx, 16);
		}
		{
			Float__ normalized = (Lanes__.Load(ref x, 24) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 24);
			Float__ weighted = gradient * Lanes__.Load(ref w, 24);
			Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, weighted - offsets);
			Lanes__.Store(share, ref dx, 24);
		}
		{
			Float__ normalized = (Lanes__.Load(ref x, 32) - means) * scales;
			Float__ gradient = Lanes__.Load(ref dy, 32);
			Float__ weighted = gradient * Lanes__.Load(ref w, 32);
			Float__ share = scales * Lanes__.MultiplyAdd(normalized, slopes, weighted - offsets);
			Lanes__.Store(share, ref dx, 32);
		}
		{
			Float__ normalized = Lanes__.Select(Lanes__.Mask(3), (Lanes__.Load(ref x, 40) - means) * scales, Float__.Zero);
			Float__ gradient = Lanes__.Select(Lanes__.Mask(3), Lanes__.Load(ref dy, 40), Float__.Zero);
			Float__ weighted = gradient * Lanes__.Load(ref w, 40);
			Float__ share = Lanes__.Select(
				Lanes__.Mask(3), scales * Lanes__.MultiplyAdd(normalized, slopes, weighted - offsets), Float__.Zero);
			Lanes__.Store(share, ref dx, 40);
		}
	}
}
