//HintName: SoftmaxCrossEntropyOfLabels.g.cs

// ln Σ eˣ − x[label] and, if it is wanted, its gradient (softmax(x) − [label]) times scale.
[Method__(Optimized)]
public static double SoftmaxCrossEntropyOfLabels<TGradient>(ref float logits, ref int label, ref float gradient, TGradient scale)
	where TGradient : struct, global::DslNet.CompilerServices.IGradientScale
{
	unchecked
	{
		if (label == -100)
		{
			if (TGradient.IsWanted)
			{
				Lanes__.Store(Float__.Zero, ref gradient, 0);
			}
			return 0;
		}
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
		if (TGradient.IsWanted)
		{
			Float__ scales = Lanes__.Fill(scale.Value);
			Lanes__.Store(Lanes__.Load(ref gradient, 0) / sums * scales, ref gradient, 0);
		}
		// Labels were checked, but they are the caller's memory, which another thread may change meanwhile.
		int right = (int)global::System.Math.Min((uint)label, 1u);
		if (TGradient.IsWanted)
			Place__.Add(ref gradient, right) -= scale.Value;
		return Vector__.ToScalar(Math__.Log(sums)) + (max - Place__.Add(ref logits, right));
	}
}
