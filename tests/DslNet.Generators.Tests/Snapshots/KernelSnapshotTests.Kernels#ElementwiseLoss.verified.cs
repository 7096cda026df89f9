//HintName: ElementwiseLoss.g.cs

// Σ (y − t)², summed, and, if it is wanted, its gradient times scale.
[Method__(Optimized)]
public static double MeanSquaredError<TGradient>(ref float prediction, ref float target, ref float gradient, TGradient scale)
	where TGradient : struct, global::DslNet.CompilerServices.IGradientScale
{
	unchecked
	{
		Float__ scales = Lanes__.Fill(scale.Value);
		Float__ sum0 = Float__.Zero;
		{
			Float__ y = Lanes__.Load(ref prediction, 0);
			Float__ t = Lanes__.Load(ref target, 0);
			Float__ d = y - t;
			sum0 += Lanes__.Select(Lanes__.Mask(2), d * d, Float__.Zero);
			if (TGradient.IsWanted)
				Lanes__.Store(Lanes__.Select(Lanes__.Mask(2), (d + d) * scales, Float__.Zero), ref gradient, 0);
		}
		return Horizontal__.Sum(sum0);
	}
}
