//HintName: NormForward.g.cs

// LayerNorm1: y = (x − m)·s·w + b, s = 1/√(mean of (x − m)² + ε), m = mean of x, then ReLU: 43 values.
[Method__(Optimized)]
public static void LayerNorm1Forward(ref float x, ref float w, ref float b, ref float y, ref float statistics)
{
	unchecked
	{
		Float__ sum00 = Float__.Zero, sum10 = Float__.Zero, sum20 = Float__.Zero, sum30 = Float__.Zero;
		sum00 += Lanes__.Load(ref x, 0);
		sum10 += Lanes__.Load(ref x, 8);
		sum20 += Lanes__.Load(ref x, 16);
		sum30 += Lanes__.Load(ref x, 24);
		sum00 += Lanes__.Load(ref x, 32);
		sum10 += Lanes__.Select(Lanes__.Mask(3), Lanes__.Load(ref x, 40), Float__.Zero);
		float mean = Horizontal__.Sum((sum00 + sum10) + (sum20 + sum30)) / 43f;
		Float__ means = Lanes__.Fill(mean);
		Place__.Add(ref statistics, 0) = mean;
		Float__ square00 = Float__.Zero, square10 = Float__.Zero, square20 = Float__.Zero, square30 = Float__.Zero;
		{
			Float__ difference = Lanes__.Load(ref x, 0) - means;
			square00 = Lanes__.MultiplyAdd(difference, difference, square00);
		}
		{
			Float__ difference = Lanes__.Load(ref x, 8) - means;
			square10 = Lanes__.MultiplyAdd(difference, difference, square10);
		}
		{
			Float__ difference = Lanes__.Load(ref x, 16) - means;
			square20 = Lanes__.MultiplyAdd(difference, difference, square20);
		}
		{
			Float__ difference = Lanes__.Load(ref x, 24) - means;
			square30 = Lanes__.MultiplyAdd(difference, difference, square30);
		}
		{
			Float__ difference = Lanes__.Load(ref x, 32) - means;
			square00 = Lanes__.MultiplyAdd(difference, difference, square00);
		}
		{
			Float__ difference = Lanes__.Select(Lanes__.Mask(3), Lanes__.Load(ref x, 40) - means, Float__.Zero);
			square10 = Lanes__.MultiplyAdd(difference, difference, square10);
		}
		float scale = 1f / global::System.MathF.Sqrt(Horizontal__.Sum((square00 + square10) + (square20 + square30)) / 43f +
			9.99999975E-06f);
		Float__ scales = Lanes__.Fill(scale);
		Place__.Add(ref statistics, 1) = scale;
		Lanes__.StoreReLU(
			Lanes__.MultiplyAdd((Lanes__.Load(ref x, 0) - means) * scales, Lanes__.Load(ref w, 0), Lanes__.Load(ref b, 0)), ref y, 0);
		Lanes__.StoreReLU(
			Lanes__.MultiplyAdd((Lanes__.Load(ref x, 8) - means) * scales, Lanes__.Load(ref w, 8), Lanes__.Load(ref b, 8)), ref y, 8);
		Lanes__.StoreReLU(
			Lanes__.MultiplyAdd((Lanes__.Load(ref x, 16) - means) * scales, Lanes__.Load(ref w, 16), Lanes__.Load(ref b, 16)), ref y, 16);
		Lanes__.StoreReLU(
			Lanes__.MultiplyAdd((Lanes__.Load(ref x, 24) - means) * scales, Lanes__.Load(ref w, 24), Lanes__.Load(ref b, 24)), ref y, 24);
		Lanes__.StoreReLU(
			Lanes__.MultiplyAdd((Lanes__.Load(ref x, 32) - means) * scales, Lanes__.Load(ref w, 32), Lanes__.Load(ref b, 32)), ref y, 32);
		Lanes__.StoreReLU(
			Lanes__.MultiplyAdd((Lanes__.Load(ref x, 40) - means) * scales, Lanes__.Load(ref w, 40), Lanes__.Load(ref b, 40)), ref y, 40);
	}
}
