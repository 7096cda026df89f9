//HintName: ElementwiseKernel.g.cs

// Tanh1: y = Tanh(x), in place: 4 values per sample, a block of samples.
[Method__(OfOneSample)]
public static void Dense1ForwardTanh(ref float x, ref float y, int count)
{
	unchecked
	{
		for (int i = 0; i < count * 8; i += 8)
		{
			Float__ xHere = Lanes__.Load(ref x, i);
			Lanes__.Store(Math__.Tanh(xHere), ref y, i);
		}
	}
}
