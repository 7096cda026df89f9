//HintName: LogSoftmaxKernel.g.cs

// LogSoftmax1: y = x − ln Σ eˣ over 3 channels.
[Method__(Optimized)]
public static void LogSoftmax1Forward(ref float x, ref float y)
{
	unchecked
	{
		Float__ most0 = Lanes__.Fill(float.NegativeInfinity);
		most0 = Lanes__.Max(Lanes__.Select(Lanes__.Mask(3), Lanes__.Load(ref x, 0), most0), most0);
		float max = Horizontal__.Max(most0);
		Float__ maxima = Lanes__.Fill(max);
		Float__ total0 = Float__.Zero;
		{
			Float__ power = Lanes__.Select(Lanes__.Mask(3), Math__.ExpNonPositive(Lanes__.Load(ref x, 0) - maxima), Float__.Zero);
			total0 += power;
		}
		float sum = Horizontal__.Sum(total0);
		Float__ logarithm = Math__.Log(Lanes__.Fill(sum));
		Lanes__.Store(Lanes__.Select(Lanes__.Mask(3), Lanes__.Load(ref x, 0) - maxima - logarithm, Float__.Zero), ref y, 0);
	}
}
