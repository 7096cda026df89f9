//HintName: CosineEmbedding.g.cs

// 1 − cos, cos = y·t / √((y·y + ε)·(t·t + ε)), and, if it is wanted, its gradient, cos·y / (y·y + ε) − t / √(…), times scale.
[Method__(Optimized)]
public static double CosineEmbedding<TGradient>(ref float prediction, ref float target, ref float gradient, TGradient scale)
	where TGradient : struct, global::DslNet.CompilerServices.IGradientScale
{
	unchecked
	{
		Float__ dot0 = Float__.Zero;
		Float__ square0 = Float__.Zero;
		Float__ targetSquare0 = Float__.Zero;
		{
			Float__ y = Lanes__.Select(Lanes__.Mask(3), Lanes__.Load(ref prediction, 0), Float__.Zero);
			Float__ t = Lanes__.Select(Lanes__.Mask(3), Lanes__.Load(ref target, 0), Float__.Zero);
			dot0 += y * t;
			square0 += y * y;
			targetSquare0 += t * t;
		}
		float length = Horizontal__.Sum(square0) + 9.99999996E-13f;
		float inverse = 1f / (float.Sqrt(length) * float.Sqrt(Horizontal__.Sum(targetSquare0) + 9.99999996E-13f));
		float cosine = Horizontal__.Sum(dot0) * inverse;
		if (TGradient.IsWanted)
		{
			Float__ ofPrediction = Lanes__.Fill(cosine / length * scale.Value);
			Float__ ofTarget = Lanes__.Fill(inverse * scale.Value);
			Lanes__.Store(
				Lanes__.Select(
					Lanes__.Mask(3), ofPrediction * Lanes__.Load(ref prediction, 0) - ofTarget * Lanes__.Load(ref target, 0), Float__.Zero),
				ref gradient,
				0);
		}
		return 1f - cosine;
	}
}
