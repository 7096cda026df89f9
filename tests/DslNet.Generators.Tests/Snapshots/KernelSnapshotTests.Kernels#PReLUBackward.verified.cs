//HintName: PReLUBackward.g.cs

// PReLU1: ∂x = ∂y where x > 0, else w·∂y, and ∂w += Σ x·∂y where x ≤ 0, a w for each channel: 12 channels at 4 positions, one sample.
[Method__(Optimized)]
public static void PReLU1Backward(ref float x, ref float w, ref float dy, ref float dx, ref float dw)
{
	unchecked
	{
		Float__ slope0 = Lanes__.Load(ref w, 0), slope1 = Lanes__.Load(ref w, 8);
		Float__ sum00 = Float__.Zero, sum10 = Float__.Zero, sum20 = Float__.Zero, sum30 = Float__.Zero;
		Float__ sum01 = Float__.Zero, sum11 = Float__.Zero, sum21 = Float__.Zero, sum31 = Float__.Zero;
		{
			Float__ here = Lanes__.Load(ref x, 0), gradient = Lanes__.Load(ref dy, 0);
			Float__ isPositive = Lanes__.GreaterThan(here, Float__.Zero);
			sum00 += Vector__.AndNot(here * gradient, isPositive);
			Lanes__.Store(Lanes__.Select(isPositive, gradient, gradient * slope0), ref dx, 0);
		}
		{
			Float__ here = Lanes__.Load(ref x, 8), gradient = Lanes__.Load(ref dy, 8);
			Float__ isPositive = Lanes__.GreaterThan(here, Float__.Zero);
			sum01 += Vector__.AndNot(here * gradient, isPositive);
			Lanes__.Store(Lanes__.Select(isPositive, gradient, gradient * slope1), ref dx, 8);
		}
		{
			Float__ here = Lanes__.Load(ref x, 16), gradient = Lanes__.Load(ref dy, 16);
			Float__ isPositive = Lanes__.GreaterThan(here, Float__.Zero);
			sum10 += Vector__.AndNot(here * gradient, isPositive);
			Lanes__.Store(Lanes__.Select(isPositive, gradient, gradient * slope0), ref dx, 16);
		}
		{
			Float__ here = Lanes__.Load(ref x, 24), gradient = Lanes__.Load(ref dy, 24);
			Float__ isPositive = Lanes__.GreaterThan(here, Float__.Zero);
			sum11 += Vector__.AndNot(here * gradient, isPositive);
			Lanes__.Store(Lanes__.Select(isPositive, gradient, gradient * slope1), ref dx, 24);
		}
		{
			Float__ here = Lanes__.Load(ref x, 32), gradient = Lanes__.Load(ref dy, 32);
			Float__ isPositive = Lanes__.GreaterThan(here, Float__.Zero);
			sum20 += Vector__.AndNot(here * gradient, isPositive);
			Lanes__.Store(Lanes__.Select(isPositive, gradient, gradient * slope0), ref dx, 32);
		}
		{
			Float__ here = Lanes__.Load(ref x, 40), gradient = Lanes__.Load(ref dy, 40);
			Float__ isPositive = Lanes__.GreaterThan(here, Float__.Zero);
			sum21 += Vector__.AndNot(here * gradient, isPositive);
			Lanes__.Store(Lanes__.Select(isPositive, gradient, gradient * slope1), ref dx, 40);
		}
		{
			Float__ here = Lanes__.Load(ref x, 48), gradient = Lanes__.Load(ref dy, 48);
			Float__ isPositive = Lanes__.GreaterThan(here, Float__.Zero);
			sum30 += Vector__.AndNot(here * gradient, isPositive);
			Lanes__.Store(Lanes__.Select(isPositive, gradient, gradient * slope0), ref dx, 48);
		}
		{
			Float__ here = Lanes__.Load(ref x, 56), gradient = Lanes__.Load(ref dy, 56);
			Float__ isPositive = Lanes__.GreaterThan(here, Float__.Zero);
			sum31 += Vector__.AndNot(here * gradient, isPositive);
			Lanes__.Store(Lanes__.Select(isPositive, gradient, gradient * slope1), ref dx, 56);
		}
		Lanes__.Add((sum00 + sum10) + (sum20 + sum30), ref dw, 0);
		Lanes__.Add((sum01 + sum11) + (sum21 + sum31), ref dw, 8);
	}
}
