//HintName: LogSoftmaxGradient.g.cs

// LogSoftmax1: ∂x = ∂y − eʸ·Σ ∂y over 3 channels.
[Method__(Optimized)]
public static void LogSoftmax1Backward(ref float y, ref float dy, ref float dx)
{
	unchecked
	{
		Float__ sum0 = Float__.Zero;
		sum0 += Lanes__.Select(Lanes__.Mask(3), Lanes__.Load(ref dy, 0), Float__.Zero);
		Float__ sums = Lanes__.Fill(Horizontal__.Sum(sum0));
		{
			Float__ slope = Lanes__.Select(
				Lanes__.Mask(3), Lanes__.Load(ref dy, 0) - Math__.ExpNonPositive(Lanes__.Load(ref y, 0)) * sums, Float__.Zero);
			Lanes__.Store(slope, ref dx, 0);
		}
	}
}
