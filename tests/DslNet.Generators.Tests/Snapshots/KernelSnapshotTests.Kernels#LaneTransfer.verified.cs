//HintName: LaneTransfer.g.cs

// A block of frames into the lanes: 2 channels, none denormal.
[Method__(Optimized)]
public static void InputCopyOnLanes(ref float source, ref float destination, int count)
{
	unchecked
	{
		int t = 0;
		for (; t < count; t++)
		{
			for (int channel = 0; channel < 2; channel++)
			{
				Place__.Add(
					ref destination, channel * 144 + t) = (Place__.Add(ref source, t * 2 + channel) + 1.05879118E-22f) - 1.05879118E-22f;
			}
		}
	}
}
