//HintName: DenseGemv.g.cs

// One sample, then Tanh.
[Method__(OfOneSample)]
public static void Dense1ForwardWithTanhSingle(ref float x, ref float w, ref float b, ref float y)
{
	unchecked
	{
		// start with the bias
		Float__ a0 = Lanes__.Load(ref b, 0);
		{
			// each term: broadcast the input, multiply by a vector of weights for each vector of outputs
			Float__ x0 = Lanes__.Broadcast(ref x, 0);
			Lanes__.AddLoadedProduct(x0, ref w, 0, ref a0);
		}
		{
			Float__ x0 = Lanes__.Broadcast(ref x, 1);
			Lanes__.AddLoadedProduct(x0, ref w, 8, ref a0);
		}
		{
			Float__ x0 = Lanes__.Broadcast(ref x, 2);
			Lanes__.AddLoadedProduct(x0, ref w, 16, ref a0);
		}
		// Tanh, then store
		Lanes__.Store(Math__.Tanh(a0), ref y, 0);
	}
}
