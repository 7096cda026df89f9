//HintName: LaneFrame.g.cs

// CausalConv1: y[o] = b[o] + Σₖ x[t − k, i]·w[k, i, o] over 2 taps: one frame.
[Method__(OfOneSample)]
public static void CausalConv1Frame(ref float kept, ref float x, ref float w, ref float b, ref float y)
{
	unchecked
	{
		Float__ a0 = Lanes__.Load(ref b, 0);
		{
			Float__ x0 = Lanes__.Broadcast(ref kept, 0);
			Lanes__.AddLoadedProduct(x0, ref w, 0, ref a0);
		}
		{
			Float__ x0 = Lanes__.Broadcast(ref kept, 144);
			Lanes__.AddLoadedProduct(x0, ref w, 8, ref a0);
		}
		{
			Float__ x0 = Lanes__.Broadcast(ref x, 0);
			Lanes__.AddLoadedProduct(x0, ref w, 16, ref a0);
		}
		{
			Float__ x0 = Lanes__.Broadcast(ref x, 1);
			Lanes__.AddLoadedProduct(x0, ref w, 24, ref a0);
		}
		// store
		Lanes__.Store(a0, ref y, 0);
	}
}
