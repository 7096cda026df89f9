//HintName: LaneElementwise.g.cs

// Tanh1: y = x, then Tanh, in place: 3 channels, frames in the lanes.
[Method__(Optimized)]
public static void CausalConv1ForwardTanhOnLanes(ref float x, ref float y, int count)
{
	unchecked
	{
		for (int channel = 0; channel < 3; channel++)
		{
			for (int t = 0; t < count; t += 8)
			{
				Float__ xHere = Lanes__.Load(ref x, channel * 64 + t);
				Lanes__.Store(Math__.Tanh(xHere), ref y, channel * 64 + t);
			}
		}
	}
}
