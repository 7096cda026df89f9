//HintName: SoftmaxCrossEntropyOfProbabilities.g.cs

// Σ t·(ln Σ eˣ⁻ᵐ + (m − x)), m = max x, and, if it is wanted, its gradient (softmax(x)·Σ t − t) times scale.
[Method__(Optimized)]
public static double SoftmaxCrossEntropyOfProbabilities<TGradient>(ref float logits, ref float target, ref float gradient, TGradient scale)
	where TGradient : struct, global::DslNet.CompilerServices.IGradientScale
{
	unchecked
	{
		Float__ most0 = Lanes__.Fill(float.NegativeInfinity);
		most0 = Lanes__.Max(Lanes__.Select(Lanes__.Mask(2), Lanes__.Load(ref logits, 0), most0), most0);
		float max = Horizontal__.Max(most0);
		Float__ maxima = Lanes__.Fill(max);
		Float__ total0 = Float__.Zero;
		{
			Float__ power = Lanes__.Select(Lanes__.Mask(2), Math__.ExpNonPositive(Lanes__.Load(ref logits, 0) - maxima), Float__.Zero);
			total0 += power;
			if (TGradient.IsWanted)
				Lanes__.Store(power, ref gradient, 0);
		}
		float sum = Horizontal__.Sum(total0);
		Float__ sums = Lanes__.Fill(sum);
		Float__ logarithm = Math__.Log(sums);
		Float__ weight0 = Float__.Zero;
		Float__ loss0 = Float__.Zero;
		{
			Float__ t = Lanes__.Load(ref target, 0);
			Float__ term = t * (logarithm + (maxima - Lanes__.Load(ref logits, 0)));
			weight0 += t;
			loss0 += Lanes__.Select(Lanes__.Mask(2), term, Float__.Zero);
		}
		if (TGradient.IsWanted)
		{
			Float__ scales = Lanes__.Fill(scale.Value);
			Float__ weights = Lanes__.Fill(Horizontal__.Sum(weight0));
			Lanes__.Store((Lanes__.Load(ref gradient, 0) / sums * weights - Lanes__.Load(ref target, 0)) * scales, ref gradient, 0);
		}
		return Horizontal__.Sum(loss0);
	}
}
