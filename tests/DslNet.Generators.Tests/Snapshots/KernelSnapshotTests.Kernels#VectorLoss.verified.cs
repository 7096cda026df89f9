//HintName: VectorLoss.g.cs

// Gaussian of 2 outputs and, if it is wanted, its gradient times scale.
[Method__(Optimized)]
public static double Gaussian<TGradient>(ref float prediction, ref float target, ref float gradient, TGradient scale)
	where TGradient : struct, global::DslNet.CompilerServices.IGradientScale
{
	unchecked
	{
		Float__ scales = Lanes__.Fill(scale.Value);
		Float__ y0 = Lanes__.Broadcast(ref prediction, 0), y1 = Lanes__.Broadcast(ref prediction, 1);
		Float__ t0 = Lanes__.Broadcast(ref target, 0), t1 = Lanes__.Broadcast(ref target, 1);
		Float__ v = y0 - t0;
		Float__ v1 = v * v;
		Float__ v2 = Math__.Exp(-y1);
		Float__ loss = Lanes__.Fill(0.5f) * (y1 + v1 * v2);
		if (TGradient.IsWanted)
		{
			Lanes__.Store(Float__.Zero, ref gradient, 0);
			Place__.Add(ref gradient, 0) = Vector__.ToScalar((v + v) * v2 * Lanes__.Fill(0.5f) * scales);
			Place__.Add(ref gradient, 1) = Vector__.ToScalar((Float__.One + -v2 * v1) * Lanes__.Fill(0.5f) * scales);
		}
		return Vector__.ToScalar(loss);
	}
}
