//HintName: LayoutCopy.g.cs

// One sample from padded channels-last to unpadded: 2 channels, 1 position.
[Method__(OfOneSample)]
public static void OutputCopy(ref float source, ref float destination)
{
	unchecked
	{
		for (int channel = 0; channel < 2; channel++)
		{
			Place__.Add(ref destination, channel) = Place__.Add(ref source, channel);
		}
	}
}
